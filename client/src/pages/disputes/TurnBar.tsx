import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { DisputeFieldsFragment } from '../../generated/disputes';
import { ClockRing } from '../../ui/ClockRing';
import { isTurnOf, useSide } from './side';
import { aboutOf, useChoiceNames } from './subject';
import styles from './disputes.module.css';

/** Whose turn it is, until when, and what silence decides; how it ended when it is over. */
export function TurnBar({ dispute }: { dispute: DisputeFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const { moment } = useFormats();
  const side = useSide();
  const { clock, steps, openedAt } = dispute;
  if (!clock) return <Ending dispute={dispute} />;
  const isMine = isTurnOf(side, clock.waitsFor);
  const { isSilenceForBuyer } = clock;
  const silence = isSilenceForBuyer === null ? 'untold' : isSilenceForBuyer ? `forBuyer.${side}` : 'review';
  return (
    <section className={styles.turn} data-mine={isMine} aria-label={t('turn.label')}>
      <ClockRing start={steps.at(-1)?.at ?? openedAt} end={clock.dueAt} />
      <div>
        <strong>{isMine ? t(`turn.now.${clock.waitsFor}`) : t(`turn.waits.${clock.waitsFor}`)}</strong>{' '}
        <span>{t(`turn.silence.${silence}`, { moment: moment(clock.dueAt) })}</span>
        {dispute.isAutomatic === false && <div className="lb-soft">{t(`turn.byPeople.${side}`)}</div>}
      </div>
    </section>
  );
}

function Ending({ dispute }: { dispute: DisputeFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const { money, moment } = useFormats();
  const { state, decidedAt, steps, amounts, part, agency } = dispute;
  const about = aboutOf(dispute);
  const nameChoice = useChoiceNames();
  const last = steps.at(-1);
  const isPart = state === 'ACCEPTED' && Number(amounts.refunded.minor) < Number(amounts.claimed.minor);
  return (
    <section className={styles.turn} data-state={state} aria-label={t('turn.ended')}>
      <div>
        <strong>
          {t(`ending.${isPart ? 'PART' : state}`, { amount: money(amounts.refunded), of: money(amounts.claimed) })}
        </strong>{' '}
        {decidedAt && last && <span>{t('ending.by', { who: t(`party.${last.by}`), moment: moment(decidedAt) })}</span>}{' '}
        {part && state === 'ACCEPTED' && part.refunded !== null && (
          <span>{t('ending.clicks', { count: part.refunded, of: part.claimed })} </span>
        )}
        {part?.refundedClicks && <span>{t('claim.named', { names: nameChoice(part.refundedClicks) })} </span>}
        {about.state === 'HELD' && (
          <span>{t('ending.restHeld', { agency: agency.name, moment: moment(about.windowEndsAt) })}</span>
        )}
      </div>
    </section>
  );
}
