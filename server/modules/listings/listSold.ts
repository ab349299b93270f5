import { after, DAY } from '../../platform/clock';
import { conflict } from '../../platform/errors';
import { type Priced } from '../pricing';
import { findListable } from './listable';
import { type Listing, Listings } from './model';
import { newSingle } from './newListing';
import { DEFAULT_LISTED_DAYS } from './rules';

/** A lead that is sold as it comes in, at a price that was promised before. */
export interface ListedAtOnce {
  agencyId: string;
  leadId: string;
  /** How many buyers it may have. */
  maxSales: number;
  floorMinor: bigint;
  priced: Priced;
  /** How many of them have it with this. */
  sold: number;
  at: Date;
}

/**
 * The listing of a lead that is sold in the same open transaction without having been on sale: sold out, or, where
 * places are left, withdrawn with those that are taken, so that its agency may put it on sale for the rest. Throws
 * Conflict where the lead may not be sold, or is on sale already.
 */
export async function listSold(told: ListedAtOnce): Promise<Listing> {
  const { agencyId, leadId, maxSales, floorMinor, priced, sold, at } = told;
  const { listable, refused } = await findListable(agencyId, [leadId], maxSales);
  const [found] = listable;
  if (!found || found.soldBefore > 0) throw conflict(refused[0]?.message ?? 'The lead was sold before.');
  const terms = { maxSales, isExclusive: maxSales === 1, floorMinor, endsAt: after(at, DEFAULT_LISTED_DAYS * DAY) };
  const isSoldOut = sold === maxSales;
  const listing: Listing = {
    ...newSingle(found, terms, at),
    priceMinor: priced.total.minor,
    leadPricesMinor: [priced.total.minor],
    priceLines: priced.lines.map(({ amount, ...line }) => ({ ...line, amountMinor: amount.minor })),
    sold,
    status: isSoldOut ? 'SOLD_OUT' : 'WITHDRAWN',
    holdsLeads: isSoldOut,
    repriceAt: null,
  };
  await Listings.insertMany([listing], { lean: true });
  return listing;
}
