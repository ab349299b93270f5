import { Ban, CheckCircle2, CircleDashed, Columns3, type LucideIcon, Loader, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { BatchState } from '../../generated/intake';
import styles from './StateMark.module.css';

const LOOK: Readonly<Record<BatchState, { icon: LucideIcon; tone: string }>> = {
  AWAITING_FILE: { icon: CircleDashed, tone: 'waiting' },
  AWAITING_COLUMNS: { icon: Columns3, tone: 'waiting' },
  READY: { icon: CircleDashed, tone: 'waiting' },
  IMPORTING: { icon: Loader, tone: 'moving' },
  IMPORTED: { icon: CheckCircle2, tone: 'done' },
  CANCELLED: { icon: Ban, tone: 'over' },
  FAILED: { icon: TriangleAlert, tone: 'failed' },
};

/** Where a batch stands, as a word with its sign. */
export function StateMark({
  state,
  progress,
  isIncomplete,
}: {
  state: BatchState;
  progress: number;
  /** It was read, and no row of it could become a lead yet. */
  isIncomplete: boolean;
}) {
  const { t } = useTranslation('intake');
  const { percent } = useFormats();
  const { icon: Icon, tone } = LOOK[state];
  return (
    <span className={styles.mark} data-tone={tone}>
      <Icon size={16} aria-hidden />
      {t(state === 'READY' && isIncomplete ? 'state.INCOMPLETE' : `state.${state}`)}
      {state === 'IMPORTING' && ` ${percent(Math.floor(progress * 100) / 100)}`}
    </span>
  );
}
