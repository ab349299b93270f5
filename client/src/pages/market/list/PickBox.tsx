import { useTranslation } from 'react-i18next';
import type { ListingRowFragment } from '../../../generated/market';
import type { Picks } from '../usePicks';
import styles from './List.module.css';

/** Selects one listing for the purchase of several. */
export function PickBox({ row, picks, isOff }: { row: ListingRowFragment; picks: Picks; isOff: boolean }) {
  const { t } = useTranslation('market');
  return (
    <label className={styles.pick}>
      <input
        type="checkbox"
        checked={picks.has(row.id)}
        disabled={isOff && !picks.has(row.id)}
        aria-label={t('row.select', { niche: row.niche.name, region: row.region.name })}
        onChange={() => picks.toggle(row)}
      />
    </label>
  );
}
