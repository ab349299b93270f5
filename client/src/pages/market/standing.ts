import type { ListingRowFragment } from '../../generated/market';

/** Why a shown listing cannot be bought: it is the viewer's already, sold out, off the market, or of an own agency. */
export type Standing = 'YOURS' | 'SOLD_OUT' | 'GONE' | 'OWN_AGENCY';

/** Null while it can be bought. */
export function standingOf(listing: ListingRowFragment): Standing | null {
  const { status, sold, maxSales, isOwned, isFromOwnAgency } = listing;
  if (isOwned) return 'YOURS';
  if (status === 'SOLD_OUT' || sold >= maxSales) return 'SOLD_OUT';
  if (status !== 'LISTED') return 'GONE';
  return isFromOwnAgency ? 'OWN_AGENCY' : null;
}
