import { useQuery } from '@apollo/client/react';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormats } from '../../app/format';
import { type EarningSumFieldsFragment, EarningsByKindDocument } from '../../generated/earnings';
import { Bars } from '../../ui/Bars';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { PageSkeleton } from '../../ui/Page';
import { Choices } from './Choices';
import styles from './Earnings.module.css';
import { useSpan } from './useSpan';

/** Earnings by channel and by niche, of the sales made in a span; says which. */
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

type Part = 'all' | 'earned';

function Charts({ part }: { part: Part }) {
  const { t } = useTranslation('earnings');
  const { day } = useFormats();
  const { from } = useSpan();
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
  const { byChannel, byNiche } = data.earningSources;
  if (byChannel.length === 0) {
    return from ? (
      <Empty title={t('charts.noneSince', { from: day(from) })} text={t('charts.lookFurther')} />
    ) : (
      <Empty title={t('empty.title')} text={t('empty.text')} />
    );
  }
  const sales = byChannel.reduce((count, { sum }) => count + countOf(sum, part), 0);
  return (
    <div aria-busy={loading}>
      <Text size="sm" c="dimmed" mb="md">
        {from ? t('charts.since', { count: sales, from: day(from) }) : t('charts.every', { count: sales })}{' '}
        {t(`charts.${part}Means`)} {t('charts.leadsOnly')}
      </Text>
      <div className={styles.charts}>
        <Chart
          title={t('charts.byChannel')}
          part={part}
          rows={byChannel.map(({ channel, sum }) => ({ name: t(`common:channel.${channel}`), sum }))}
        />
        <Chart
          title={t('charts.byNiche')}
          part={part}
          rows={byNiche.map(({ niche, sum }) => ({ name: niche.name, sum }))}
        />
      </div>
    </div>
  );
}

const countOf = (sum: EarningSumFieldsFragment, part: Part): number =>
  part === 'earned' ? sum.releasedCount : sum.saleCount;

interface Row {
  name: string;
  sum: EarningSumFieldsFragment;
}

function Chart({ title, part, rows }: { title: string; part: Part; rows: readonly Row[] }) {
  const { t } = useTranslation('earnings');
  const bars = rows
    .map(({ name, sum }) => ({
      name,
      count: countOf(sum, part),
      money: part === 'earned' ? sum.releasedNet : sum.net,
    }))
    .filter(({ count }) => count > 0)
    .sort((first, second) => Number(second.money.minor) - Number(first.money.minor))
    .map(({ name, count, money }) => ({
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
