import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../../app/format';
import type { SaleHeldFieldsFragment } from '../../../generated/market';
import { Money } from '../../../ui/Money';
import { PlaceName } from '../list/ListingFacts';
import { TopUpLink } from './Hindrance';
import type { Bought } from './PurchaseDialog';
import type { Quote } from './useQuote';
import styles from './Buying.module.css';

type Item = Bought['items'][number];

/** What became of each listing of a purchase, in the order of the quote. */
export function Result({ quote, bought, onClose }: { quote: Quote; bought: Bought; onClose(): void }) {
  const { t } = useTranslation('market');
  const { money } = useFormats();
  const done = bought.items.filter(({ __typename }) => __typename === 'SaleHeld').length;
  const summary = { count: bought.items.length, done, amount: money(bought.charged) };
  return (
    <Stack gap="md">
      <Text role="status" fw={600}>
        {done === bought.items.length ? t('result.all', summary) : t('result.some', summary)}
      </Text>
      <ul className={styles.items}>
        {bought.items.map((item, place) => (
          <ResultItem key={quote.items[place]?.listingId ?? place} item={item} quoted={quote.items[place]} />
        ))}
      </ul>
      <Group justify="flex-end">
        <Button variant="default" component={Link} to="/cards">
          {t('result.cards')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('result.goOn')}
        </Button>
      </Group>
    </Stack>
  );
}

function ResultItem({ item, quoted }: { item: Item; quoted: Quote['items'][number] | undefined }) {
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
          <Became item={item} />
        </div>
      </div>
      {item.__typename === 'SaleHeld' && <Money value={item.charged} />}
    </li>
  );
}

function Became({ item }: { item: Item }) {
  const { t } = useTranslation('market');
  if (item.__typename === 'SaleHeld') return <BoughtWords item={item} />;
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

function BoughtWords({ item: { sales } }: { item: SaleHeldFieldsFragment }) {
  const { t } = useTranslation('market');
  const { moment } = useFormats();
  const end = sales[0]?.windowEndsAt;
  const cards = sales.flatMap(({ card }) => card ?? []);
  return (
    <>
      {end && t('result.held', { moment: moment(end) })}{' '}
      {cards.map(({ id }, place) => (
        <Link key={id} to={`/cards/${id}`} className={styles.card}>
          {cards.length === 1 ? t('result.card') : t('result.cardOf', { number: place + 1 })}
        </Link>
      ))}
    </>
  );
}
