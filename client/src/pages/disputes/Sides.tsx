import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import type { DisputeFieldsFragment } from '../../generated/disputes';
import { When } from '../../ui/When';
import { Recordings } from '../recordings/Recordings';
import { CallLog } from './CallLog';
import { Evidence } from './Evidence';
import shared from './disputes.module.css';
import { useChoiceNames } from './subject';
import styles from './Sides.module.css';

/** The claim and the answer next to each other, and between them what the platform found. */
export function Sides({ dispute }: { dispute: DisputeFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const { evidence, sale } = dispute;
  return (
    <div className={styles.sides}>
      <Claim dispute={dispute} />
      <section className={styles.between} aria-labelledby="evidence">
        <h2 id="evidence" className={shared.heading}>
          {t('evidence.title')}
        </h2>
        <Evidence evidence={evidence} />
        {sale?.certificate && (
          <p className={styles.certificate}>
            <Link to={`/c/${sale.certificate.id}`}>{t('evidence.certificate')}</Link>
          </p>
        )}
        {sale && sale.recordings.length > 0 && (
          <>
            <h3 className={styles.calls}>{t('recordings:title')}</h3>
            <Recordings recordings={sale.recordings} />
          </>
        )}
      </section>
      <Answer dispute={dispute} />
    </div>
  );
}

function Claim({
  dispute: { kind, buyer, part, reason, text, callLog, openedAt },
}: {
  dispute: DisputeFieldsFragment;
}) {
  const { t } = useTranslation('disputes');
  const nameChoice = useChoiceNames();
  return (
    <section className={styles.claim} aria-labelledby="claim">
      <h2 id="claim" className={shared.heading}>
        {t('claim.title')}
      </h2>
      <p className={styles.who}>
        <strong>{buyer.name}</strong> <When at={openedAt} />
      </p>
      <p className={styles.reason}>{t(`claim.of.${kind}.${reason}`)}</p>
      {part && <p className={styles.reason}>{t('claim.clicks', { count: part.claimed, of: part.of })}</p>}
      {part?.clicks && <p className={styles.reason}>{t('claim.named', { names: nameChoice(part.clicks) })}</p>}
      <p className={styles.said}>{text}</p>
      <CallLog attempts={callLog} />
    </section>
  );
}

function Answer({ dispute: { agency, steps, state, clock } }: { dispute: DisputeFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const { moment } = useFormats();
  const step = steps.find(({ kind }) => kind === 'ANSWERED' || kind === 'CONCEDED');
  const why = (): string => {
    if (state === 'OPEN' && clock) return t('answer.until', { moment: moment(clock.dueAt) });
    if (state === 'WITHDRAWN') return t('answer.withdrawn');
    return steps.some(({ by }) => by === 'RULES') ? t('answer.notNeeded') : t('answer.silent');
  };
  return (
    <section className={styles.answer} aria-labelledby="answer">
      <h2 id="answer" className={shared.heading}>
        {t('answer.title')}
      </h2>
      <p className={styles.who}>
        <strong>{agency.name}</strong> {step && <When at={step.at} />}
      </p>
      {step?.kind === 'CONCEDED' && <p className={styles.reason}>{t('answer.conceded')}</p>}
      {step?.note && <p className={styles.said}>{step.note}</p>}
      {!step && <p className="lb-soft">{why()}</p>}
    </section>
  );
}
