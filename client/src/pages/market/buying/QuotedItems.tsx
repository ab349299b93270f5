import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive } from '../../../app/useLive';
import { ShownListingChangedDocument } from '../../../generated/market';
import { Money } from '../../../ui/Money';
import { SharePips } from '../../../ui/SharePips';
import { ListingFacts, PlaceName, StandingWord } from '../list/ListingFacts';
import { standingOf } from '../standing';
import { useListings } from '../useListings';
import type { Quote } from './useQuote';
import styles from './Buying.module.css';

/** What is quoted; a listing that another buyer takes meanwhile says so at once. */
export function QuotedItems({ items }: { items: Quote['items'] }) {
  const { t } = useTranslation('market');
  const ids = useMemo(() => items.map(({ listingId }) => listingId), [items]);
  useLive(ShownListingChangedDocument, { ids });
  const now = useListings(ids);
  return (
    <ul className={styles.items} aria-label={t('buy.items')} tabIndex={items.length > 5 ? 0 : undefined}>
      {items.map(({ listingId, listing: quoted, price }) => {
        const listing = now.find(({ id }) => id === listingId) ?? quoted;
        const standing = standingOf(listing);
        return (
          <li key={listingId} className={styles.item}>
            <div>
              <span className={styles.name}>{listing.niche.name}</span>{' '}
              <span className="lb-soft">
                <PlaceName row={listing} />
              </span>
              <ListingFacts row={listing} />
            </div>
            {standing ? <StandingWord standing={standing} /> : <SharePips sold={listing.sold} max={listing.maxSales} />}
            <Money value={price} />
          </li>
        );
      })}
    </ul>
  );
}
