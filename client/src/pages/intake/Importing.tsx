import { Progress, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { UploadedBatch } from './batch';
import { Outcome } from './Outcome';
import { ReasonLists } from './ReasonLists';
import styles from './Ended.module.css';
import { useTakeFocus } from './useTakeFocus';

/** Where no row came in for so long, the pace of before is not the pace of now. */
const STILL_MS = 15_000;

/** An import that goes on: how far it is, how quick, and what became of the rows so far. */
export function Importing({ batch }: { batch: UploadedBatch }) {
  const { progress, counts, rowsPerSecond } = batch;
  const { t } = useTranslation('intake');
  const { percent } = useFormats();
  const heading = useTakeFocus();
  const isStill = useStill(counts.rows, STILL_MS);
  const share = percent(Math.floor(progress * 100) / 100);
  return (
    <section className={styles.section}>
      <div>
        <Title order={2} size="h3" ref={heading} tabIndex={-1} className={styles.heading}>
          {t('importing.title')}
        </Title>
        <Text c="dimmed" size="sm">
          {t('importing.text')}
        </Text>
      </div>
      <div>
        <Progress size="lg" value={progress * 100} aria-label={t('importing.title')} />
        <div className={styles.pace}>
          <span>{share}</span>
          <Pace rowsPerSecond={rowsPerSecond} isStill={isStill} />
        </div>
      </div>
      <Outcome counts={counts} isLarge />
      <ReasonLists of={batch} />
    </section>
  );
}

/** How quick it is; nothing is said to be quick that stands still. */
export function Pace({ rowsPerSecond, isStill }: { rowsPerSecond: number | null; isStill: boolean }) {
  const { t } = useTranslation('intake');
  if (isStill) return <span role="status">{t('importing.still')}</span>;
  return (
    <span>{rowsPerSecond === null ? t('importing.starting') : t('importing.pace', { count: rowsPerSecond })}</span>
  );
}

/** Whether a value has stayed the same for that long. */
function useStill(value: number, ms: number): boolean {
  const [still, setStill] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return still === value;
}
