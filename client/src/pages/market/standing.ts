import type { ListingRowFragment } from '../../generated/market';

/** Why a shown listing cannot be bought: it is the viewer's already, sold out, or off the market. */
export type Standing = 'YOURS' | 'SOLD_OUT' | 'GONE';

/** Null while it can be bought. */
export function standingOf({ status, sold, maxSales, isOwned }: ListingRowFragment): Standing | null {
  if (isOwned) return 'YOURS';
  if (status === 'SOLD_OUT' || sold >= maxSales) return 'SOLD_OUT';
  return status === 'LISTED' ? null : 'GONE';
}
