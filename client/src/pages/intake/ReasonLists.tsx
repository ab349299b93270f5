import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { BatchReason } from './batch';
import styles from './ReasonLists.module.css';

/** What is told of rows: why some were not accepted, and what was noted of those that were. */
export function ReasonLists({ of: { reasons, notes } }: { of: Record<'reasons' | 'notes', readonly BatchReason[]> }) {
  const { t } = useTranslation('intake');
  return (
    <>
      <ReasonList title={t('reasons.title')} heading={t('reasons.reason')} reasons={reasons} />
      <ReasonList title={t('notes.title')} heading={t('notes.note')} reasons={notes} />
    </>
  );
}

/** What is told of rows and of how many, the most frequent first. */
function ReasonList({ title, heading, reasons }: { title: string; heading: string; reasons: readonly BatchReason[] }) {
  const { t } = useTranslation('intake');
  const { number } = useFormats();
  if (reasons.length === 0) return null;
  const most = Math.max(...reasons.map(({ rows }) => rows));
  return (
    <table className={styles.reasons}>
      <caption>{title}</caption>
      <thead className="lb-visually-hidden">
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col">{t('counts.rows')}</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ code, message, rows, isVaried }) => (
          <tr key={code}>
            <th scope="row">
              {message}
              {isVaried && <span className="lb-soft"> {t('reasons.varied')}</span>}
              <span className={styles.bar} style={{ width: `${(rows / most) * 100}%` }} aria-hidden="true" />
            </th>
            <td>{number(rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
