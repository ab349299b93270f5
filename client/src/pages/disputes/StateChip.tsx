import { useTranslation } from 'react-i18next';
import type { DisputeState } from '../../generated/disputes';
import { useSide } from './side';
import styles from './disputes.module.css';

/** Where a dispute stands, in a word; amber while a clock runs, and once it was accepted in the colour that this is to the viewer. */
export function StateChip({ state }: { state: DisputeState }) {
  const { t } = useTranslation();
  const side = useSide();
  return (
    <span className={styles.state} data-state={state} data-side={side}>
      {t(`disputeState.${state}`)}
    </span>
  );
}
