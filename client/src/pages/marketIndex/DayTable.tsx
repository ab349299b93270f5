import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import type { MarketIndexQuery } from '../../generated/marketIndex';
import { Money } from '../../ui/Money';
import { figures, TableHead } from '../../ui/Table';
import styles from './IndexStrip.module.css';
import { useDate } from './useDate';

/** Each day of an index with its exact figures, the latest first. */
export function DayTable({ days }: Pick<MarketIndexQuery['marketIndex'], 'days'>) {
  const { t } = useTranslation('marketIndex');
  const { number } = useFormats();
  const date = useDate();
  const last = days.at(-1)?.date;
  return (
    <div className={`lb-scroll ${styles.table}`} role="region" aria-label={t('byDay')} tabIndex={0}>
      <table className="lb-table">
        <TableHead columns={[t('column.day'), ...figures([t('sold'), t('median')])]} />
        <tbody>
          {[...days].reverse().map(({ date: day, volume, medianPrice }) => (
            <tr key={day}>
              <th scope="row">{day === last ? t('today', { date: date(day) }) : date(day)}</th>
              <td className="lb-number">{number(volume)}</td>
              <td className="lb-number">{medianPrice ? <Money value={medianPrice} /> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
