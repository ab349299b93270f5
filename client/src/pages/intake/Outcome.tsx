import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { BatchCounts } from './batch';
import styles from './Outcome.module.css';

const ENDS = ['accepted', 'quarantined', 'duplicates', 'rejected', 'unchanged'] as const;

/** How many rows ended how: the figures, and their shares as one bar. */
export function Outcome({ counts, isLarge = false }: { counts: BatchCounts; isLarge?: boolean }) {
  const { t } = useTranslation('intake');
  const { number } = useFormats();
  // What only a corrected file has is left out of others.
  const ends = ENDS.filter((end) => end !== 'unchanged' || counts.unchanged > 0);
  return (
    <div className={styles.outcome} data-large={isLarge || undefined}>
      <div className={styles.bar} aria-hidden="true">
        {ends.map((end) => counts[end] > 0 && <span key={end} data-end={end} style={{ flexGrow: counts[end] }} />)}
      </div>
      <dl>
        <div>
          <dt>{t('counts.rows')}</dt>
          <dd>{number(counts.rows)}</dd>
        </div>
        {ends.map((end) => (
          <div key={end}>
            <dt>
              <span className={styles.key} data-end={end} aria-hidden="true" />
              {t(`counts.${end}`)}
            </dt>
            <dd>{number(counts[end])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
