import { Alert, Button, Group } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { MoneyValue } from '../../../app/format';
import type { Refusal } from '../../../app/useVerb';
import type { QuoteInput } from '../../../generated/buying';
import { Money } from '../../../ui/Money';
import { useLostKeyboard } from '../../../ui/useLostKeyboard';
import { asTyped } from '../choices';

interface HindranceProps {
  refusal: Refusal & { listingIds?: readonly string[]; shortfall?: MoneyValue };
  wish: QuoteInput;
  /** Everything that was quoted, where there was a quote. */
  quotedIds?: readonly string[];
  onWish(wish: QuoteInput): void;
  onRenew(): void;
  onClose(): void;
  /** Told which listings turned out to be the buyer's already and which are gone, when the person goes on. */
  onKnown(ownIds: readonly string[], goneIds: readonly string[]): void;
}

/** Why nothing was bought and nothing charged, with the way on that fits. */
export function Hindrance({ refusal, wish, quotedIds = [], onWish, onRenew, onClose, onKnown }: HindranceProps) {
  const { t } = useTranslation('market');
  const told = useLostKeyboard<HTMLDivElement>();
  const inTheWay = refusal.listingIds ?? [];
  const others = (wish.listingIds ?? quotedIds).filter((id) => !inTheWay.includes(id));
  const isOfSome = inTheWay.length > 0 && refusal.__typename !== 'PriceChanged';
  // Of a search the best are found again, without what is gone.
  const isSearch = Boolean(wish.best);
  const goOn = (way: () => void) => (): void => {
    if (refusal.__typename === 'AlreadyOwned') onKnown(inTheWay, []);
    if (refusal.__typename === 'LeadAlreadySold') onKnown([], inTheWay);
    way();
  };
  return (
    <Alert
      ref={told}
      tabIndex={-1}
      role="alert"
      color="brick"
      variant="light"
      my="sm"
      icon={<TriangleAlert size={18} aria-hidden />}
    >
      <HindranceWords refusal={refusal} isAlone={others.length === 0} />
      <Group gap="xs" mt="sm">
        {isOfSome && !isSearch && others.length > 0 && (
          <Button
            size="xs"
            onClick={goOn(() => onWish({ listingIds: others, evenOnOwnList: wish.evenOnOwnList ?? false }))}
          >
            {t('hindrance.others', { count: others.length })}
          </Button>
        )}
        {refusal.__typename === 'OnOwnList' && (
          <Button size="xs" variant="light" onClick={() => onWish({ ...wish, evenOnOwnList: true })}>
            {t('hindrance.evenOwn')}
          </Button>
        )}
        {((isOfSome && isSearch) || refusal.__typename === 'PriceChanged' || refusal.__typename === 'Conflict') && (
          <Button size="xs" onClick={goOn(onRenew)}>
            {t('buy.renew')}
          </Button>
        )}
        {refusal.__typename === 'OwnLead' && (
          <Button component={Link} size="xs" variant="light" to="/organisation">
            {t('hindrance.members')}
          </Button>
        )}
        {refusal.shortfall && <TopUpLink shortfall={refusal.shortfall} />}
        <Button size="xs" variant="default" onClick={goOn(onClose)}>
          {t(isSearch ? 'hindrance.change' : 'common:act.close')}
        </Button>
      </Group>
    </Alert>
  );
}

/** What happened, in the words of the market where it has its own, else in the server's. */
function HindranceWords({ refusal, isAlone }: { refusal: HindranceProps['refusal']; isAlone: boolean }) {
  const { t } = useTranslation('market');
  const count = refusal.listingIds?.length ?? 0;
  if (refusal.shortfall) {
    return (
      <>
        {t('hindrance.short')} <Money value={refusal.shortfall} />. {t('hindrance.nothingCharged')}
      </>
    );
  }
  if (refusal.__typename === 'LeadAlreadySold') return t(isAlone ? 'hindrance.sold' : 'hindrance.someSold', { count });
  if (refusal.__typename === 'AlreadyOwned') return t(isAlone ? 'hindrance.owned' : 'hindrance.someOwned', { count });
  if (refusal.__typename === 'OnOwnList') return t(isAlone ? 'hindrance.onList' : 'hindrance.someOnList', { count });
  return refusal.message;
}

/** The way to the wallet with the amount filled in; it knows the way back to what is being bought. */
export function TopUpLink({ shortfall }: { shortfall: MoneyValue }) {
  const { t } = useTranslation('market');
  const { pathname, search } = useLocation();
  const address = new URLSearchParams({ topUp: asTyped(Number(shortfall.minor)), back: pathname + search });
  return (
    <Button component={Link} size="xs" variant="light" to={`/wallet?${address}`}>
      {t('hindrance.topUp')}
    </Button>
  );
}
