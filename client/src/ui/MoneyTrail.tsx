import { useTranslation } from 'react-i18next';
import { Money } from './Money';
import type { MoneyValue } from '../app/format';
import styles from './MoneyTrail.module.css';

export type Station = 'wallet' | 'held' | 'agency' | 'back';

const STATIONS: readonly Station[] = ['wallet', 'held', 'agency', 'back'];

/** Where money is now: four stations, with its amount at one of them, or at two after a part refund. */
export function MoneyTrail({ amounts }: { amounts: Partial<Record<Station, MoneyValue>> }) {
  const { t } = useTranslation();
  return (
    <ol className={styles.trail} aria-label={t('trail.label')}>
      {STATIONS.map((station) => {
        const amount = amounts[station];
        return (
          <li key={station} className={amount ? styles.here : styles.station} data-station={station}>
            <span className={styles.name}>{t(`trail.${station}`)}</span>
            {amount && <Money value={amount} />}
          </li>
        );
      })}
    </ol>
  );
}

/** The stations of a sale's money, from its state. `refunded` is what went back so far. */
export function stationsOf(sale: {
  state: string;
  gross: MoneyValue;
  refunded: MoneyValue;
}): Partial<Record<Station, MoneyValue>> {
  const { gross, refunded } = sale;
  const rest = { ...gross, minor: Number(gross.minor) - Number(refunded.minor) };
  const back = Number(refunded.minor) > 0 ? { back: refunded } : {};
  if (sale.state === 'REFUNDED') return back;
  return sale.state === 'RELEASED' ? { agency: rest, ...back } : { held: rest, ...back };
}
