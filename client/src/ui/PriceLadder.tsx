import { useTranslation } from 'react-i18next';
import { Money } from './Money';
import type { MoneyValue } from '../app/format';
import styles from './PriceLadder.module.css';

export interface LadderLine {
  code: string;
  label: string;
  factor: number | null;
  amount: MoneyValue;
}

/** A price from its base to its sum: each reason is a line with its sign, and a bar for its size beside others. */
export function PriceLadder({ lines, total }: { lines: readonly LadderLine[]; total: MoneyValue }) {
  const { t } = useTranslation();
  const largest = Math.max(1, ...lines.map(({ amount }) => Math.abs(Number(amount.minor))));
  return (
    <table className={styles.ladder}>
      <caption className="lb-visually-hidden">{t('price.title')}</caption>
      <tbody>
        {lines.map(({ code, label, amount }) => {
          const minor = Number(amount.minor);
          return (
            <tr key={code} className={minor < 0 ? styles.less : undefined}>
              <th scope="row">{label}</th>
              <td className={styles.bar} aria-hidden="true">
                {lines.length > 1 && <span style={{ width: `${(Math.abs(minor) / largest) * 100}%` }} />}
              </td>
              <td className={styles.amount}>
                <Money value={amount} sign={code !== 'BASE' && code !== 'LIST_PRICE'} />
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('price.total')}</th>
          <td />
          <td className={styles.amount}>
            <Money value={total} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
