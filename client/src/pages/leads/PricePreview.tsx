import { Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Failure } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { PriceLadder } from '../../ui/PriceLadder';
import { kindsOf, type LeadKind, type LeadRow, priceInputOf } from './leadKinds';
import styles from './PricePreview.module.css';
import { faultsOf, maxSalesOf, type Terms } from './terms';
import { type Price, usePrices } from './usePrices';

/** So many kinds are priced; of more, the most frequent. */
const MOST_KINDS = 12;

interface Properties {
  leads: readonly LeadRow[];
  terms: Terms;
  isLot?: boolean;
  /** The leads are only some of those that will be listed. */
  isSample?: boolean;
}

/** What leads would cost by these terms: the range over all their kinds, and one of them line by line. */
export function PricePreview({ leads, terms, isLot = false, isSample = false }: Properties) {
  const { t } = useTranslation('leads');
  const [settled] = useDebouncedValue(terms, 250);
  const kinds = kindsOf(leads);
  const priced = kinds.slice(0, MOST_KINDS);
  const wanted = faultsOf(settled).floor ? { ...settled, floor: '' } : settled;
  const { prices, isLoading, error } = usePrices(priced.map((kind) => priceInputOf(kind, wanted, isLot)));
  if (error) return <Failure title={t('preview.failed')} error={error} />;
  if (prices.length !== priced.length) return <Skeleton height={180} />;
  return (
    <div className={`${styles.preview} ${isLoading ? styles.stale : ''}`} aria-busy={isLoading}>
      <Stack gap="xs">
        <Range kinds={priced} prices={prices} maxSales={maxSalesOf(wanted)} isLot={isLot} />
        {(isSample || kinds.length > MOST_KINDS) && (
          <Text size="sm" c="dimmed">
            {t(isSample ? 'preview.sample' : 'preview.most', { count: isSample ? leads.length : MOST_KINDS })}
          </Text>
        )}
        <Example kind={priced[0]!} price={prices[0]!} isOnly={priced.length === 1} />
        <Text size="xs" c="dimmed">
          {t('preview.means')}
        </Text>
      </Stack>
    </div>
  );
}

function Range({
  kinds,
  prices,
  maxSales,
  isLot,
}: {
  kinds: readonly LeadKind[];
  prices: readonly Price[];
  maxSales: number;
  isLot: boolean;
}) {
  const { t } = useTranslation('leads');
  const byPrice = [...prices].sort((first, second) => Number(first.total.minor) - Number(second.total.minor));
  const [least, most] = [byPrice[0]!.total, byPrice.at(-1)!.total];
  const sum = prices.reduce((total, { total: { minor } }, place) => total + Number(minor) * kinds[place]!.count, 0);
  const sumKey = isLot ? 'preview.sumOfLot' : maxSales === 1 ? 'preview.sumOnce' : 'preview.sum';
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t(isLot ? 'preview.lotTitle' : 'preview.title')}
      </Text>
      <div className={styles.range}>
        <Money value={least} />
        {Number(least.minor) !== Number(most.minor) && (
          <>
            {' – '}
            <Money value={most} />
          </>
        )}
      </div>
      <Text size="sm">
        {t(sumKey, { buyers: maxSales })} <Money value={{ ...least, minor: isLot ? sum : sum * maxSales }} />
      </Text>
    </div>
  );
}

function Example({ kind: { lead, count }, price, isOnly }: { kind: LeadKind; price: Price; isOnly: boolean }) {
  const { t } = useTranslation('leads');
  const facts = [
    lead.niche.name,
    lead.region.name,
    t(`common:temperature.${lead.temperature}`),
    t(`common:contactKind.${lead.contactKind}`),
    t(lead.verification.isVerified ? 'verified.yes' : 'verified.no'),
  ].join(' · ');
  return (
    <div>
      <Text size="sm" fw={500}>
        {t(isOnly ? 'preview.all' : 'preview.example', { count })}
      </Text>
      <Text size="sm" mb={4}>
        {facts}
      </Text>
      <PriceLadder lines={price.lines} total={price.total} />
    </div>
  );
}
