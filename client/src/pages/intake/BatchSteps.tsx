import { Check, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { UploadedBatch } from './batch';
import styles from './BatchSteps.module.css';

const STEPS = ['file', 'columns', 'check', 'import', 'report'] as const;

/** The way of a file in five steps, with the one it is at; nothing for a batch that was given up or stopped. */
export function BatchSteps({ batch }: { batch: UploadedBatch }) {
  const { t } = useTranslation('intake');
  const at = stepOf(batch);
  if (at === null) return null;
  // Rows can be imported without a check before.
  const skipped = batch.dryRun ? null : 'check';
  return (
    <ol className={styles.steps} aria-label={t('steps.label')}>
      {STEPS.map((step, place) => (
        <li key={step} data-at={place === at || undefined} aria-current={place === at ? 'step' : undefined}>
          <span className={styles.place} aria-hidden="true">
            {place >= at ? place + 1 : step === skipped ? <Minus size={14} /> : <Check size={14} />}
          </span>
          {step === skipped && place < at ? t('steps.checkSkipped') : t(`steps.${step}`)}
        </li>
      ))}
    </ol>
  );
}

function stepOf({ state, dryRun }: UploadedBatch): number | null {
  switch (state) {
    case 'AWAITING_FILE':
      return 0;
    case 'AWAITING_COLUMNS':
      return 1;
    case 'READY':
      return dryRun ? 2 : 1;
    case 'IMPORTING':
      return 3;
    case 'IMPORTED':
      return 4;
    default:
      return null;
  }
}
