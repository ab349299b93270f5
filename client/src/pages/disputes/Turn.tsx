import { useTranslation } from 'react-i18next';
import type { DisputeRowFieldsFragment } from '../../generated/disputes';
import { ClockRing } from '../../ui/ClockRing';
import { isTurnOf, useSide } from './side';
import styles from './disputes.module.css';

/** Whose turn it is and how long; a dash when the dispute is over. */
export function Turn({ dispute: { clock, steps, openedAt } }: { dispute: DisputeRowFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const side = useSide();
  if (!clock) return <span className="lb-soft">{t('turn.over')}</span>;
  const isMine = isTurnOf(side, clock.waitsFor);
  return (
    <span className={styles.whose}>
      <span style={isMine ? { fontWeight: 600 } : undefined}>
        {isMine ? t('turn.yours') : t(`turn.${clock.waitsFor}`)}
      </span>
      <ClockRing start={steps.at(-1)?.at ?? openedAt} end={clock.dueAt} />
    </span>
  );
}
