import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../../app/format';
import { PurchaseCardsDocument, type SaleHeldFieldsFragment } from '../../../generated/buying';
import { Money } from '../../../ui/Money';
import { useLostKeyboard } from '../../../ui/useLostKeyboard';
import { PlaceName } from '../list/ListingFacts';
import { TopUpLink } from './Hindrance';
import type { Bought } from './PurchaseDialog';
import type { Quote } from './useQuote';
import styles from './Buying.module.css';

const ASK_EVERY_MS = 800;

type Item = Bought['items'][number];

/** What became of each listing of a purchase, in the order of the quote. */
export function Result({ quote, bought, onClose }: { quote: Quote; bought: Bought; onClose(): void }) {
  const { t } = useTranslation('market');
  const { money } = useFormats();
  const cards = useCards(bought);
  const goOn = useLostKeyboard<HTMLButtonElement>();
  const held = bought.items.filter((item) => item.__typename === 'SaleHeld');
  const summary = { count: bought.items.length, done: held.length, amount: money(bought.charged) };
  // Each lead of a lot has a card of its own.
  const leads = held.reduce((sum, { sales }) => sum + sales.length, 0);
  return (
    <Stack gap="md">
      <Text role="status" fw={600}>
        {held.length === bought.items.length
          ? t('result.all', { ...summary, count: leads })
          : t('result.some', summary)}
      </Text>
      <ul className={styles.items}>
        {bought.items.map((item, place) => (
          <ResultItem
            key={quote.items[place]?.listingId ?? place}
            item={item}
            quoted={quote.items[place]}
            cards={cards}
          />
        ))}
      </ul>
      <Group justify="flex-end">
        <Button variant="default" component={Link} to="/cards">
          {t('result.cards')}
        </Button>
        <Button ref={goOn} onClick={onClose}>
          {t('result.goOn')}
        </Button>
      </Group>
    </Stack>
  );
}

interface ResultItemProps {
  item: Item;
  quoted: Quote['items'][number] | undefined;
  /** Cards by sale. */
  cards: ReadonlyMap<string, string>;
}

function ResultItem({ item, quoted, cards }: ResultItemProps) {
  return (
    <li className={styles.item}>
      <div>
        {quoted && (
          <>
            <span className={styles.name}>{quoted.listing.niche.name}</span>{' '}
            <span className="lb-soft">
              <PlaceName row={quoted.listing} />
            </span>
          </>
        )}
        <div className={item.__typename === 'SaleHeld' ? styles.done : styles.undone}>
          <Became item={item} cards={cards} />
        </div>
      </div>
      {item.__typename === 'SaleHeld' && <Money value={item.charged} />}
    </li>
  );
}

function Became({ item, cards }: Pick<ResultItemProps, 'item' | 'cards'>) {
  const { t } = useTranslation('market');
  if (item.__typename === 'SaleHeld') return <BoughtWords item={item} cards={cards} />;
  if (item.__typename === 'LeadAlreadySold') return t('hindrance.sold', { count: 1 });
  if (item.__typename === 'AlreadyOwned') return t('hindrance.owned', { count: 1 });
  if (item.__typename !== 'InsufficientFunds') return item.message;
  return (
    <Group gap="xs">
      <span>
        {t('hindrance.short')} <Money value={item.shortfall} />. {t('hindrance.nothingCharged')}
      </span>
      <TopUpLink shortfall={item.shortfall} />
    </Group>
  );
}

/** Cards are laid out within a moment after the purchase; they are asked for until all are there. */
function useCards({ purchaseId, items }: Bought): ReadonlyMap<string, string> {
  const expected = items.flatMap((item) => (item.__typename === 'SaleHeld' ? item.sales : [])).length;
  const [isWhole, setIsWhole] = useState(expected === 0);
  const { data } = useQuery(PurchaseCardsDocument, {
    variables: { purchaseId },
    skip: expected === 0,
    pollInterval: isWhole ? 0 : ASK_EVERY_MS,
  });
  const cards = new Map(data?.sales.nodes.flatMap(({ id, card }) => (card ? [[id, card.id] as const] : [])));
  if (!isWhole && expected > 0 && cards.size >= expected) setIsWhole(true);
  return cards;
}

function BoughtWords({
  item: { sales },
  cards: known,
}: {
  item: SaleHeldFieldsFragment;
  cards: ResultItemProps['cards'];
}) {
  const { t } = useTranslation('market');
  const { moment } = useFormats();
  const end = sales[0]?.windowEndsAt;
  const cards = sales.flatMap(({ id }) => known.get(id) ?? []);
  return (
    <>
      {end && t('result.held', { moment: moment(end) })}{' '}
      {cards.map((id, place) => (
        <Link key={id} to={`/cards/${id}`} className={styles.card}>
          {cards.length === 1 ? t('result.card') : t('result.cardOf', { number: place + 1 })}
        </Link>
      ))}
    </>
  );
}
