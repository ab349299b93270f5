import { now } from '../../../platform/clock';
import { organisationsById } from '../../accounts';
import { nicheTree } from '../../catalog';
import { type Listing, listingsById } from '../../listings';
import { type Quote } from '../../pricing';
import { board } from '../board';
import { feeBpsOf } from '../sales/rules';

/** No more listings, and no more leads, in one purchase than one transaction carries at ease. */
export const MOST_LEADS = 100;

export const isOnSale = ({ status, endsAt }: Pick<Listing, 'status' | 'endsAt'>): boolean =>
  status === 'LISTED' && endsAt > now();

/** One listing of a purchase with all that its sales are made of. */
export interface Offer {
  listing: OfferedListing;
  /** Places taken, as far as this process knows: the purchase's compare-and-set. */
  expectedSold: number;
  /** What the buyer is charged for all its leads, as the quote shows. */
  chargedMinor: bigint;
  feeBps: number;
  windowHours: number;
}

/** What a purchase needs of a listing. None of it changes while the listing is on sale, but for a lot's proportions. */
type OfferedListing = Pick<
  Listing,
  | '_id'
  | 'agencyId'
  | 'nicheId'
  | 'model'
  | 'leadIds'
  | 'leadRegionIds'
  | 'leadChannels'
  | 'leadPricesMinor'
  | 'maxSales'
>;

interface Known {
  listing: OfferedListing;
  sold: number;
  isOnSale: boolean;
}

/**
 * Listings that this process has read for a quote or a purchase a moment ago. A purchase takes the unchanging parts from
 * here and the places taken from here or the board, whichever is newer: one command less, and a stale one costs no more
 * than a second try, since the database compares.
 */
const known = new Map<string, Known>();
const MOST_KNOWN = 20_000;

export function keepListing(listing: Listing): void {
  known.delete(listing._id);
  const { _id, agencyId, nicheId, model, leadIds, leadRegionIds, leadChannels, leadPricesMinor, maxSales } = listing;
  const kept = { _id, agencyId, nicheId, model, leadIds, leadRegionIds, leadChannels, leadPricesMinor, maxSales };
  known.set(_id, { listing: kept, sold: listing.sold, isOnSale: listing.status === 'LISTED' });
  if (known.size > MOST_KNOWN) known.delete(known.keys().next().value!);
}

/** Notes that this process has just taken a place, before the change comes back by the feed. */
export function keepTaken({ listing, expectedSold }: Offer): void {
  const entry = known.get(listing._id);
  if (!entry) return;
  entry.sold = Math.max(entry.sold, expectedSold + 1);
  entry.isOnSale = entry.sold < listing.maxSales;
}

/** The listings of a quote that exist, by id; those that this process has read before are not read again. */
export async function listingsOf(
  items: Quote['items'],
  { isFresh = false } = {},
): Promise<Map<string, OfferedListing>> {
  const ids = items.map(({ listingId }) => listingId);
  const missing = isFresh ? ids : ids.filter((id) => !known.has(id));
  const found = missing.length > 0 ? await listingsById(missing, { asOfNow: isFresh }) : new Map<string, Listing>();
  for (const listing of found.values()) keepListing(listing);
  return new Map(ids.flatMap((id) => (known.has(id) ? [[id, known.get(id)!.listing] as const] : [])));
}

/** What a quote offers, split into what may still be had as far as is known, and the listings that may not. */
export async function offersOf(
  items: Quote['items'],
  options: { isFresh: boolean; at: Date },
): Promise<{ offers: Offer[]; gone: string[] }> {
  const listings = await listingsOf(items, options);
  const agencies = await organisationsById([...listings.values()].map(({ agencyId }) => agencyId));
  const offers: Offer[] = [];
  const gone: string[] = [];
  for (const { listingId, chargedMinor } of items) {
    const entry = known.get(listingId);
    const agency = entry && agencies.get(entry.listing.agencyId);
    const row = board().get(listingId);
    const isEnded = row !== null && row.endsAt <= options.at.getTime();
    if (!entry?.isOnSale || isEnded || agency?.status !== 'ACTIVE') {
      gone.push(listingId);
      continue;
    }
    const niche = nicheTree().byId(entry.listing.nicheId)!;
    offers.push({
      listing: entry.listing,
      expectedSold: options.isFresh ? entry.sold : Math.max(entry.sold, row?.sold ?? 0),
      chargedMinor,
      feeBps: feeBpsOf(agency.feeBps, niche.feeBps),
      windowHours: niche.windowHours,
    });
  }
  return { offers, gone };
}
