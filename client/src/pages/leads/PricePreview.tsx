import { Skeleton, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { Dotted } from '../../ui/Dotted';
import { Failure } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { PriceLadder } from '../../ui/PriceLadder';
import { kindsOf, type LeadKind, type PricedLead, priceInputOf } from './leadKinds';
import styles from './PricePreview.module.css';
import { sumsOf, sumsOfLot } from './sums';
import { faultsOf, floorOf, maxSalesOf, type Terms } from './terms';
import { type Price, usePrices } from './usePrices';

/** So many kinds are priced; of more, the most frequent. */
const MOST_KINDS = 12;

interface Properties {
  leads: readonly PricedLead[];
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
        <Range
          kinds={priced}
          prices={prices}
          maxSales={maxSalesOf(wanted)}
          floorMinor={Number(floorOf(wanted)?.minor ?? 0)}
          isLot={isLot}
          isPart={isSample || kinds.length > MOST_KINDS}
        />
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

interface RangeProps {
  kinds: readonly LeadKind[];
  prices: readonly Price[];
  maxSales: number;
  /** Of each lead, or of the whole lot; 0 for none. */
  floorMinor: number;
  isLot: boolean;
  /** There are further leads, so what all of them bring is not known. */
  isPart: boolean;
}

function Range({ isPart, ...of }: RangeProps) {
  const { t } = useTranslation('leads');
  const { prices, isLot } = of;
  const byPrice = [...prices].sort((first, second) => Number(first.total.minor) - Number(second.total.minor));
  const [least, most] = [byPrice[0]!.total, byPrice.at(-1)!.total];
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
      {!isPart && <Sums {...of} />}
      <Fee prices={prices} />
    </div>
  );
}

/** What all of them bring: from the buyers, and to the agency. */
function Sums({ kinds, prices, maxSales, isLot, floorMinor }: Omit<RangeProps, 'isPart'>) {
  const { t } = useTranslation('leads');
  const { money } = useFormats();
  const amount = (minor: number): string => money({ minor, currency: prices[0]!.total.currency });
  const counted = prices.map((price, place) => ({ ...price, count: kinds[place]!.count }));
  const { together, gross, net } = isLot ? sumsOfLot(counted, floorMinor) : sumsOf(counted, maxSales);
  const words = isLot ? 'preview.sumOfLot' : maxSales === 1 ? 'preview.sumOnce' : 'preview.sum';
  return (
    <>
      {gross > together && (
        <Text size="sm">{t('preview.floorOfLot', { sum: amount(together), floor: amount(gross) })}</Text>
      )}
      <Text size="sm">{t(words, { count: maxSales, sum: amount(gross) })}</Text>
      {net !== null && (
        <Text size="sm" fw={600}>
          {t(isLot && maxSales > 1 ? 'preview.netOfLot' : 'preview.net', { sum: amount(net) })}
        </Text>
      )}
    </>
  );
}

/** The platform's part, where it is the same for all. */
function Fee({ prices }: { prices: readonly Price[] }) {
  const { t } = useTranslation('leads');
  const { percent } = useFormats();
  const fees = new Set(prices.map(({ feeBps }) => feeBps));
  const [bps] = fees;
  if (fees.size !== 1 || bps === null || bps === undefined) return null;
  return (
    <Text size="xs" c="dimmed">
      {t('preview.fee', { share: percent(bps / 10_000) })}
    </Text>
  );
}

function Example({ kind: { lead, count }, price, isOnly }: { kind: LeadKind; price: Price; isOnly: boolean }) {
  const { t } = useTranslation('leads');
  return (
    <div>
      <Text size="sm" fw={500}>
        {t(isOnly ? 'preview.all' : 'preview.example', { count })}
      </Text>
      <Text size="sm" mb={4}>
        <Dotted>
          {lead.niche.name}
          {lead.region.name}
          {t(`common:temperature.${lead.temperature}`)}
          {t(`common:contactKind.${lead.contactKind}`)}
          {t(lead.verification.isVerified ? 'verified.yes' : 'verified.no')}
        </Dotted>
      </Text>
      <PriceLadder lines={price.lines} total={price.total} />
    </div>
  );
}
