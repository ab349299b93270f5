import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoneyValue } from '../../../app/format';
import { useLive } from '../../../app/useLive';
import { ShownListingChangedDocument } from '../../../generated/market';
import { Money } from '../../../ui/Money';
import { type LadderLine, PriceLadder } from '../../../ui/PriceLadder';
import { SharePips } from '../../../ui/SharePips';
import { ListingFacts, PlaceName, StandingWord } from '../list/ListingFacts';
import { standingOf } from '../standing';
import { useListings } from '../useListings';
import type { Quote } from './useQuote';
import styles from './Buying.module.css';

/** So many are shown at first. */
const FIRST = 5;

/** What is quoted; a listing that another buyer takes meanwhile says so at once. */
export function QuotedItems({ items }: { items: Quote['items'] }) {
  const { t } = useTranslation('market');
  const ids = useMemo(() => items.map(({ listingId }) => listingId), [items]);
  useLive(ShownListingChangedDocument, { ids });
  const now = useListings(ids);
  const [isWhole, setIsWhole] = useState(false);
  const rows = items.map((item) => ({
    ...item,
    priceLines: item.listing.priceLines,
    listing: now.find(({ id }) => id === item.listingId) ?? item.listing,
  }));
  // What can be bought no more is never among those left out.
  const shown = isWhole ? rows : rows.filter(({ listing }, place) => place < FIRST || standingOf(listing) !== null);
  return (
    <div>
      {items.length > FIRST && <p className={styles.count}>{t('buy.count', { count: items.length })}</p>}
      <ul className={styles.items} aria-label={t('buy.items')}>
        {shown.map(({ listingId, listing, price, priceLines }) => {
          const standing = standingOf(listing);
          return (
            <li key={listingId} className={styles.item}>
              <div>
                <div>
                  <span className={styles.name}>{listing.niche.name}</span>{' '}
                  <span className="lb-soft">
                    <PlaceName row={listing} />
                  </span>
                </div>
                <ListingFacts row={listing} />
                <Why lines={priceLines} price={price} />
              </div>
              {standing ? (
                <StandingWord standing={standing} />
              ) : (
                <SharePips sold={listing.sold} max={listing.maxSales} />
              )}
              <Money value={price} />
            </li>
          );
        })}
      </ul>
      {!isWhole && shown.length < items.length && (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setIsWhole(true)}>
          {t('rail.all', { count: items.length })}
        </Button>
      )}
    </div>
  );
}

/** The reasons of one price, as in the preview; none where they are of another price than the quoted one. */
function Why({ lines = [], price }: { lines: readonly LadderLine[] | undefined; price: MoneyValue }) {
  const { t } = useTranslation('market');
  const sum = lines.reduce((before, { amount }) => before + Number(amount.minor), 0);
  if (lines.length === 0 || sum !== Number(price.minor)) return null;
  return (
    <details className={styles.why}>
      <summary>{t('buy.why')}</summary>
      <PriceLadder lines={lines} total={price} />
    </details>
  );
}
