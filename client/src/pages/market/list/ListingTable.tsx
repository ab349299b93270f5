import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListingRowFragment } from '../../../generated/market';
import { Grade } from '../../../ui/Grade';
import { Money } from '../../../ui/Money';
import { SharePips } from '../../../ui/SharePips';
import { When } from '../../../ui/When';
import { type Standing, standingOf } from '../standing';
import type { Picks } from '../usePicks';
import { ListingFacts, PlaceName, StandingWord } from './ListingFacts';
import { PickBox } from './PickBox';
import styles from './List.module.css';

export interface ListingsProps {
  rows: readonly ListingRowFragment[];
  /** Null for those who may not buy. */
  picks: Picks | null;
  /** The address of a listing's preview. */
  addressOf(id: string): string;
}

/** The market as rows: one line of niche and price, one of place and facts. */
export function ListingTable({ rows, picks, addressOf }: ListingsProps) {
  const { t } = useTranslation('market');
  return (
    <div className="lb-scroll">
      <table className={`lb-table ${styles.table}`}>
        <caption className="lb-visually-hidden">{t('title')}</caption>
        <thead>
          <tr>
            {picks && (
              <th scope="col" className={styles.pickCell}>
                <PickAll rows={rows.filter((row) => standingOf(row) === null)} picks={picks} />
              </th>
            )}
            <th scope="col">{t('column.lead')}</th>
            <th scope="col">{t('column.facts')}</th>
            <th scope="col">{t('column.agency')}</th>
            <th scope="col">{t('column.age')}</th>
            <th scope="col">{t('column.sold')}</th>
            <th scope="col" className="lb-number">
              {t('column.price')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} picks={picks} standing={standingOf(row)} address={addressOf(row.id)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export interface ListedProps {
  row: ListingRowFragment;
  picks: Picks | null;
  standing: Standing | null;
  address: string;
}

function Row({ row, picks, standing, address }: ListedProps) {
  return (
    <tr className={styles.row} data-out={standing !== null} data-picked={picks?.has(row.id)}>
      {picks && (
        <td className={styles.pickCell}>
          <PickBox row={row} picks={picks} isOff={standing !== null} />
        </td>
      )}
      <th scope="row" className={styles.lead}>
        <Link to={address} preventScrollReset className={styles.opens} data-listing={row.id}>
          {row.niche.name}
        </Link>
        <span className={styles.place}>
          <PlaceName row={row} />
        </span>
      </th>
      <td>
        <ListingFacts row={row} />
      </td>
      <td>
        <span className={styles.over}>
          <Grade grade={row.grade} isStop={false} />
        </span>
      </td>
      <td className={styles.age}>{row.listedAt && <When at={row.listedAt} isStop={false} />}</td>
      <td>
        <span className={styles.places}>
          <SharePips sold={row.sold} max={row.maxSales} />
          {standing && <StandingWord standing={standing} />}
        </span>
      </td>
      <td className={`lb-number ${styles.price}`}>
        <Money value={row.price} />
      </td>
    </tr>
  );
}

function PickAll({ rows, picks }: { rows: readonly ListingRowFragment[]; picks: Picks }) {
  const { t } = useTranslation('market');
  const isWhole = rows.length > 0 && rows.every(({ id }) => picks.has(id));
  return (
    <label className={styles.pick}>
      <input
        type="checkbox"
        checked={isWhole}
        disabled={rows.length === 0}
        aria-label={t('row.selectAll')}
        onChange={() => (isWhole ? picks.drop(rows.map(({ id }) => id)) : picks.add(rows))}
      />
    </label>
  );
}
