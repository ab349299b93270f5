import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { type ComponentType, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { loadTexts } from '../../app/i18n';
import { MarketIndexDocument, type MarketIndexQuery } from '../../generated/marketIndex';
import { Failure } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { Curve } from './Curve';
import { DayTable } from './DayTable';
import styles from './IndexStrip.module.css';
import { extremesOf, soldDays } from './soldDays';
import { useDate } from './useDate';

/** The strip with its texts: both are loaded by themselves, after the page that shows it. */
export async function loadIndexStrip(): Promise<{ default: ComponentType<IndexOf> }> {
  await loadTexts('marketIndex');
  return { default: IndexStrip };
}

/** The niches and regions of an index, with the names that they are told by. */
interface IndexOf {
  nicheIds: readonly string[];
  regionIds: readonly string[];
  /** None: the whole market. */
  names: readonly string[];
}

type Index = MarketIndexQuery['marketIndex'];

const DAYS = 30;
/** Pairs of a niche and a region that the server tells together. */
const MOST_PAIRS = 20;
/** The server counts no oftener. */
const AGAIN_MS = 300_000;

/** Median price and volume of the last days: figures, a curve, and each day for those who want it exactly. */
export function IndexStrip({ nicheIds, regionIds, names }: IndexOf) {
  const { t } = useTranslation('marketIndex');
  const isTooWide = Math.max(1, nicheIds.length) * Math.max(1, regionIds.length) > MOST_PAIRS;
  const variables = { nicheIds: [...nicheIds], regionIds: [...regionIds], days: DAYS };
  const { data, previousData, error, loading, refetch } = useQuery(MarketIndexDocument, {
    variables,
    pollInterval: AGAIN_MS,
    skip: isTooWide,
  });
  const index = (data ?? (error ? undefined : previousData))?.marketIndex;
  if (isTooWide) return <p className={styles.few}>{t('tooWide')}</p>;
  if (error && !index) return <Failure title={t('failed')} error={error} onRetry={() => void refetch()} />;
  if (!index) return <Skeleton className={styles.coming} />;
  const place = names.length > 0 ? names.join(' · ') : t('everything');
  return (
    <section className={styles.strip} aria-label={t('title', { place, count: DAYS })} aria-busy={loading && !data}>
      {soldDays(index).length < 2 ? (
        <TooFew index={index} place={names.length > 0 ? place : t('everythingFirst')} />
      ) : (
        <Run index={index} title={t('title', { place, count: DAYS })} />
      )}
    </section>
  );
}

/** One day makes no curve: says what there is. */
function TooFew({ index, place }: { index: Index; place: string }) {
  const { t } = useTranslation('marketIndex');
  const { money } = useFormats();
  const date = useDate();
  const [only] = soldDays(index);
  return (
    <p className={styles.few}>
      {only
        ? t('oneDay', { place, count: only.volume, price: money(only.price), date: date(only.date) })
        : t('none', { place, count: DAYS })}
    </p>
  );
}

/** Another cell begins anew, and whoever looks at its days goes on looking at days. */
let wasOpen = false;

function Run({ index, title }: { index: Index; title: string }) {
  const { t } = useTranslation('marketIndex');
  const { money, number } = useFormats();
  const [isOpen, setIsOpen] = useState(wasOpen);
  const toggle = (): void => {
    wasOpen = !isOpen;
    setIsOpen(wasOpen);
  };
  const tableId = useId();
  const { lowest, highest } = extremesOf(soldDays(index));
  return (
    <>
      <p className={styles.title} title={title}>
        {title}
      </p>
      <dl className={styles.figures}>
        <div>
          <dt>{t('median')}</dt>
          <dd>{index.medianPrice && <Money value={index.medianPrice} />}</dd>
        </div>
        <div>
          <dt>{t('sold')}</dt>
          <dd>{number(index.volume)}</dd>
        </div>
      </dl>
      <Curve days={index.days} />
      <p className={styles.ends} aria-hidden="true">
        <span>{t('high', { price: money(highest.price) })}</span>
        <span>{t('low', { price: money(lowest.price) })}</span>
      </p>
      <Button
        className={styles.open}
        size="compact-sm"
        variant="subtle"
        aria-expanded={isOpen}
        aria-controls={tableId}
        onClick={toggle}
      >
        {t('byDay')}
      </Button>
      <div id={tableId} className={styles.days} hidden={!isOpen}>
        {isOpen && <DayTable days={index.days} />}
      </div>
    </>
  );
}
