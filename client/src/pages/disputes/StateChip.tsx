import { useTranslation } from 'react-i18next';
import type { DisputeState } from '../../generated/disputes';
import styles from './disputes.module.css';

/** Where a dispute stands, in a word; amber while a clock runs. */
export function StateChip({ state }: { state: DisputeState }) {
  const { t } = useTranslation();
  return (
    <span className={styles.state} data-state={state}>
      {t(`disputeState.${state}`)}
    </span>
  );
}
