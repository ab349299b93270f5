import type { Refusal } from '../../../app/useVerb';
import type { BuyMode } from '../../../generated/market';
import { standingOf } from '../standing';
import { useListings } from '../useListings';
import type { Quote } from './useQuote';

/** What would refuse the purchase now, as the market tells it while one looks; null while it may be done. */
export function useTaken(items: Quote['items'], mode: BuyMode): (Refusal & { listingIds: readonly string[] }) | null {
  const now = useListings(items.map(({ listingId }) => listingId));
  const standing = now.map((listing) => ({ id: listing.id, is: standingOf(listing) }));
  const out = standing.filter(({ is }) => is !== null);
  const isInTheWay = mode === 'ALL_OR_NOTHING' ? out.length > 0 : out.length === items.length;
  if (!isInTheWay) return null;
  const owned = out.filter(({ is }) => is === 'YOURS');
  return owned.length > 0
    ? { __typename: 'AlreadyOwned', message: '', listingIds: owned.map(({ id }) => id) }
    : { __typename: 'LeadAlreadySold', message: '', listingIds: out.map(({ id }) => id) };
}
