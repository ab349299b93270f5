import { Link } from 'react-router';
import { Grade } from '../../../ui/Grade';
import { Money } from '../../../ui/Money';
import { SharePips } from '../../../ui/SharePips';
import { When } from '../../../ui/When';
import { standingOf } from '../standing';
import { ListingFacts, PlaceName, StandingWord } from './ListingFacts';
import type { ListedProps, ListingsProps } from './ListingTable';
import { PickBox } from './PickBox';
import styles from './List.module.css';

/** The market as cards, for narrow screens and for those who like them. */
export function ListingCards({ rows, picks, addressOf }: ListingsProps) {
  return (
    <ul className={styles.cards}>
      {rows.map((row) => (
        <Card key={row.id} row={row} picks={picks} standing={standingOf(row)} address={addressOf(row.id)} />
      ))}
    </ul>
  );
}

function Card({ row, picks, standing, address }: ListedProps) {
  return (
    <li className={styles.card} data-out={standing !== null} data-picked={picks?.has(row.id)}>
      <div className={styles.cardHead}>
        <div className={styles.lead}>
          <Link to={address} preventScrollReset className={styles.opens} data-listing={row.id}>
            {row.niche.name}
          </Link>
          <span className={styles.place}>
            <PlaceName row={row} />
          </span>
        </div>
        {picks && <PickBox row={row} picks={picks} isOff={standing !== null} />}
      </div>
      <ListingFacts row={row} />
      <div className={styles.cardFoot}>
        <span className={styles.over}>
          <Grade grade={row.grade} isStop={false} />
        </span>
        <span className={styles.places}>
          <SharePips sold={row.sold} max={row.maxSales} />
          {standing && <StandingWord standing={standing} />}
        </span>
        <span className={styles.age}>{row.listedAt && <When at={row.listedAt} isStop={false} />}</span>
        <span className={styles.price}>
          <Money value={row.price} />
        </span>
      </div>
    </li>
  );
}
