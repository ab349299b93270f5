import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { BatchReason } from './batch';
import styles from './ReasonList.module.css';

/** Why rows were not accepted, the most frequent first. */
export function ReasonList({ reasons }: { reasons: readonly BatchReason[] }) {
  const { t } = useTranslation('intake');
  const { number } = useFormats();
  if (reasons.length === 0) return null;
  const most = Math.max(...reasons.map(({ rows }) => rows));
  return (
    <table className={styles.reasons}>
      <caption>{t('reasons.title')}</caption>
      <thead className="lb-visually-hidden">
        <tr>
          <th scope="col">{t('reasons.reason')}</th>
          <th scope="col">{t('counts.rows')}</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ code, message, rows }) => (
          <tr key={code}>
            <th scope="row">
              {message}
              <span className={styles.bar} style={{ width: `${(rows / most) * 100}%` }} aria-hidden="true" />
            </th>
            <td>{number(rows)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
