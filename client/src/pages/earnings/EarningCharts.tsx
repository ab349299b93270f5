import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormats } from '../../app/format';
import { Bars } from '../../ui/Bars';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { PageSkeleton } from '../../ui/Page';
import styles from './Earnings.module.css';
import { useGathered } from './gather';
import { type SoldLead, useSalePages } from './reads';
import { sumsBy } from './sums';

/** Charts look at so many of the latest sales. */
const MOST_SALES = 500;

/** Earnings by channel and by niche, of the latest sales; says which. */
export function EarningCharts() {
  const { t } = useTranslation('earnings');
  const { day } = useFormats();
  const { found, error, retry } = useGathered(useSalePages(), MOST_SALES);
  const [params, setParams] = useSearchParams();
  const part = params.get('part') === 'earned' ? 'earned' : 'all';
  if (error) return <Failure error={error} onRetry={retry} />;
  if (!found) return <PageSkeleton />;
  const { nodes, hasMore, isDone } = found;
  if (nodes.length === 0) return <Empty title={t('empty.title')} text={t('empty.text')} />;
  const counted = nodes.filter(({ state }) => state === 'RELEASED' || (part === 'all' && state !== 'REFUNDED'));
  return (
    <Stack gap="md">
      <div>
        <SegmentedControl
          size="xs"
          aria-label={t('charts.part')}
          value={part}
          data={['all', 'earned'].map((value) => ({ value, label: t(`charts.${value}`) }))}
          onChange={(value) => setParams({ view: 'charts', ...(value === 'earned' && { part: value }) })}
        />
        <Text size="sm" c="dimmed" mt={8} aria-busy={!isDone}>
          {!isDone && t('readingOn')}{' '}
          {t(hasMore ? 'charts.latest' : 'charts.every', {
            count: nodes.length,
            from: day(nodes.at(-1)!.heldAt),
            to: day(nodes[0]!.heldAt),
          })}{' '}
          {t(`charts.${part}Means`)}
        </Text>
      </div>
      <div className={styles.charts}>
        <Chart
          title={t('charts.byChannel')}
          sales={counted}
          nameOf={({ listing }) => t(`common:channel.${listing.channel}`)}
        />
        <Chart title={t('charts.byNiche')} sales={counted} nameOf={({ niche }) => niche.name} />
      </div>
    </Stack>
  );
}

function Chart({
  title,
  sales,
  nameOf,
}: {
  title: string;
  sales: readonly SoldLead[];
  nameOf(sale: SoldLead): string;
}) {
  const { t } = useTranslation('earnings');
  const bars = sumsBy(sales, nameOf).map(({ name, money, count }) => ({
    label: name,
    size: Number(money.minor),
    figure: (
      <>
        <Money value={money} />{' '}
        <Text span size="xs" c="dimmed">
          {t('charts.sales', { count })}
        </Text>
      </>
    ),
  }));
  return (
    <section className={`lb-panel ${styles.chart}`} aria-label={title}>
      <h2>{title}</h2>
      {bars.length > 0 ? <Bars bars={bars} label={title} /> : <Text c="dimmed">{t('charts.none')}</Text>}
    </section>
  );
}
