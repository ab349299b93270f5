import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useSession } from '../../app/session';
import {
  DisputedLeadDocument,
  type DisputedLeadQuery,
  type DisputeFieldsFragment,
  SubjectJournalDocument,
} from '../../generated/disputes';
import { useAccountNames } from '../../ui/useAccountNames';
import { Money } from '../../ui/Money';
import { MoneyTrail, stationsOf } from '../../ui/MoneyTrail';
import { SignalChips, type SignalLine } from '../../ui/SignalChips';
import { BatchFacts } from './BatchFacts';
import { CallFacts } from './CallFacts';
import { SaleFacts } from './SaleFacts';
import { useSide } from './side';
import { aboutOf } from './subject';
import styles from './disputes.module.css';

/** What is behind the dispute: where its money is, what was paid for, and the entries for those who may see the ledger. */
export function MoneyPanel({ dispute }: { dispute: DisputeFieldsFragment }) {
  const { t } = useTranslation('disputes');
  const { may } = useSession();
  const side = useSide();
  const { kind, sale, clickBatch, call } = dispute;
  const about = aboutOf(dispute);
  return (
    <section className={styles.panel} aria-labelledby="money">
      <h2 id="money" className={styles.heading}>
        {t(`money.title.${kind}`)}
      </h2>
      <MoneyTrail amounts={stationsOf(about)} />
      {sale && <SaleFacts sale={sale} />}
      {clickBatch && <BatchFacts batch={clickBatch} />}
      {call && <CallFacts call={call} />}
      {sale && side !== 'BUYER' && <Signals leadId={sale.leadId} />}
      {may('SEE_LEDGER') && <Journal key={`${about.state} ${about.refunded.minor}`} subjectId={about.id} />}
    </section>
  );
}

/** What the checks found when the lead came in, and of repeats of its person. */
function Signals({ leadId }: { leadId: string }) {
  const { t } = useTranslation('disputes');
  const { data } = useQuery(DisputedLeadDocument, { variables: { id: leadId } });
  if (!data?.lead) return null;
  return (
    <div>
      <h3 className={styles.small}>{t('money.signals')}</h3>
      <SignalChips signals={foundOf(data.lead)} />
    </div>
  );
}

/** Once for each code; that a repeat was known by likeness says nothing against the lead. */
function foundOf({ signals, touches }: NonNullable<DisputedLeadQuery['lead']>): SignalLine[] {
  const ofTouches = touches.signals.filter(({ code }) => code !== 'DUPLICATE_ALIKE');
  const byCode = new Map([...ofTouches, ...signals].map((signal) => [signal.code, signal]));
  return [...byCode.values()];
}

/** Every entry of the journal about it, leg by leg. */
function Journal({ subjectId }: { subjectId: string }) {
  const { t } = useTranslation('disputes');
  const { moment } = useFormats();
  const namesOf = useAccountNames();
  const { data } = useQuery(SubjectJournalDocument, { variables: { id: subjectId } });
  if (!data) return null;
  return (
    <div className="lb-scroll" role="group" aria-label={t('money.entries')} tabIndex={0}>
      <table className="lb-table">
        <caption className={styles.small}>{t('money.entries')}</caption>
        <tbody>
          {data.journalEntriesAbout.map(({ id, kind, at, legs }) => (
            <tr key={id}>
              <th scope="row" style={{ verticalAlign: 'top' }}>
                {t(`common:entryKind.${kind}`)}
                <span className={styles.sub}>{moment(at)}</span>
              </th>
              <td>
                {legs.map((leg) => (
                  <div key={leg.account} className={styles.leg}>
                    <span>{namesOf(leg).both}</span>
                    <Money value={leg.amount} sign />
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
