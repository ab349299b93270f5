import { useQuery } from '@apollo/client/react';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormats } from '../../app/format';
import { EarningsByKindDocument } from '../../generated/earnings';
import { Bars } from '../../ui/Bars';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { PageSkeleton } from '../../ui/Page';
import { type Brought, byChannel, byNiche, type Counts, countsOf, type Part, TRADES } from './bringing';
import { Choices } from './Choices';
import styles from './Earnings.module.css';
import { useSpan } from './useSpan';

/** Earnings by channel and by niche, of what was sold or billed in a span; says which. */
export function EarningCharts() {
  const { t } = useTranslation('earnings');
  const [params] = useSearchParams();
  const part = params.get('part') === 'earned' ? 'earned' : 'all';
  const options = (['all', 'earned'] as const).map((value) => ({ value, label: t(`charts.${value}`) }));
  return (
    <Stack gap="md">
      <Choices name="part" label={t('charts.part')} options={options} value={part} />
      <Charts part={part} />
    </Stack>
  );
}

function Charts({ part }: { part: Part }) {
  const { t } = useTranslation('earnings');
  const { day } = useFormats();
  const { from } = useSpan();
  const words = useCountWords();
  const {
    data: now,
    previousData,
    loading,
    error,
    refetch,
  } = useQuery(EarningsByKindDocument, { variables: { from } });
  const data = now ?? previousData;
  if (error && !now) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const sources = data.earningSources;
  const everything = countsOf(byNiche(sources, 'all'));
  if (TRADES.every((trade) => !everything[trade])) {
    return from ? (
      <Empty title={t('charts.noneSince', { from: day(from) })} text={t('charts.lookFurther')} />
    ) : (
      <Empty title={t('empty.title')} text={t('empty.text')} />
    );
  }
  const niches = byNiche(sources, part);
  const what = words(countsOf(niches));
  const channels = byChannel(sources, part, (name) => t(`charts.usage.${name}`, t(`common:channel.${name}`)));
  return (
    <div aria-busy={loading}>
      {what && (
        <Text size="sm" c="dimmed" mb="md">
          {from ? t('charts.since', { what, from: day(from) }) : t('charts.every', { what })} {t(`charts.${part}Means`)}
        </Text>
      )}
      <div className={styles.charts}>
        <Chart title={t('charts.byChannel')} rows={channels} />
        <Chart title={t('charts.byNiche')} rows={niches} />
      </div>
    </div>
  );
}

/** Words whose counts stay together where they wrap. */
const unbroken = (words: string): string => words.replaceAll(/(?<!,) /g, '\u00a0');

/** How many leads, visits and calls, in words. */
function useCountWords(): (counts: Counts) => string {
  const { t } = useTranslation('earnings');
  return (counts) =>
    TRADES.flatMap((trade) => {
      const count = counts[trade];
      return count ? [t(`charts.count.${trade}`, { count })] : [];
    }).join(', ');
}

function Chart({ title, rows }: { title: string; rows: readonly Brought[] }) {
  const { t } = useTranslation('earnings');
  const words = useCountWords();
  const bars = rows.map(({ name, counts, money }) => ({
    label: name,
    size: Number(money.minor),
    figure: (
      <>
        <Money value={money} />{' '}
        <Text component="small" size="xs" c="dimmed">
          {unbroken(words(counts))}
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
