import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { DisputeFieldsFragment } from '../../generated/disputes';
import styles from './Sides.module.css';

/** The buyer's own tries to reach the person, as the buyer says; nothing where there are none. */
export function CallLog({ attempts }: { attempts: DisputeFieldsFragment['callLog'] }) {
  const { t } = useTranslation('disputes');
  const { moment } = useFormats();
  if (attempts.length === 0) return null;
  return (
    <table className={`lb-table ${styles.log}`}>
      <caption>{t('log.caption', { count: attempts.length })}</caption>
      <thead className="lb-visually-hidden">
        <tr>
          <th scope="col">{t('log.at')}</th>
          <th scope="col">{t('log.way')}</th>
          <th scope="col">{t('log.result')}</th>
        </tr>
      </thead>
      <tbody>
        {attempts.map(({ at, way, result }, place) => (
          <tr key={place}>
            <td>{moment(at)}</td>
            <td>{t(`way.${way}`)}</td>
            <td>{t(`result.${result}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
