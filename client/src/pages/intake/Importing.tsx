import { Progress, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { UploadedBatch } from './batch';
import { Outcome } from './Outcome';
import { ReasonLists } from './ReasonLists';
import styles from './Ended.module.css';
import { useTakeFocus } from './useTakeFocus';

/** An import that goes on: how far it is, how quick, and what became of the rows so far. */
export function Importing({ batch }: { batch: UploadedBatch }) {
  const { progress, counts, rowsPerSecond } = batch;
  const { t } = useTranslation('intake');
  const { percent } = useFormats();
  const heading = useTakeFocus();
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
          <span>
            {rowsPerSecond === null ? t('importing.starting') : t('importing.pace', { count: rowsPerSecond })}
          </span>
        </div>
      </div>
      <Outcome counts={counts} isLarge />
      <ReasonLists of={batch} />
    </section>
  );
}
