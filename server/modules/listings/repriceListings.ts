import { type RepriceListingsInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { conflict } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { type Listing, listingFrom, type ListingRow, Listings } from './model';
import { onceIfKeyed } from './onceIfKeyed';
import { ownListings } from './ownListings';
import { priceListing } from './pricing';
import { PRICEABLE } from './rules';
import { readFloor } from './terms';

/**
 * Gives listings another floor, or none, and works their prices out anew: all of them or none. Quotes made before keep
 * their price for their 10 minutes. Throws NotFound, InvalidInput, Conflict.
 */
export async function repriceListings(viewer: Viewer, input: RepriceListingsInput): Promise<Listing[]> {
  const floorMinor = readFloor(input.floor, ['floor']);
  const ids = await onceIfKeyed(viewer, 'repriceListings', input, () => reprice(viewer, input, floorMinor));
  return ownListings(viewer, ids);
}

const reprice = (viewer: Viewer, input: RepriceListingsInput, floorMinor: bigint | null): Promise<string[]> =>
  inTransaction(async () => {
    const at = now();
    const listings = await ownListings(viewer, input.listingIds);
    const repriced = listings.map((listing) =>
      withPrice({ ...listing, floorMinor: floorMinor ?? listing.floorMinor }, at),
    );
    await writePrices(repriced);
    return repriced.map(({ _id }) => _id);
  });

/** The listing at the price of now; a draft is not watched for its age. */
export function withPrice(listing: Listing, at: Date): Listing {
  const pricing = priceListing(listing, at);
  return { ...listing, ...pricing, repriceAt: listing.status === 'LISTED' ? pricing.repriceAt : null };
}

async function writePrices(listings: readonly Listing[]): Promise<void> {
  const { matchedCount } = await Listings.bulkWrite(listings.map((listing) => priceWrite(listing, {})));
  if (matchedCount !== listings.length) {
    throw conflict('Only listings that are on sale, and drafts, have a price to change. Nothing was done.');
  }
}

/** Writes the price of a listing if it still has the status and whatever `guard` says. */
export function priceWrite(listing: Listing, guard: object) {
  const { priceMinor, leadPricesMinor, priceLines, quality, grade, pricedAt, repriceAt, floorMinor } = listing;
  const status = { $in: PRICEABLE.filter((priceable) => priceable === listing.status) };
  return {
    updateOne: {
      filter: { _id: listing._id, status, ...guard },
      update: { $set: { priceMinor, leadPricesMinor, priceLines, quality, grade, pricedAt, repriceAt, floorMinor } },
    },
  };
}

const AT_ONCE = 500;
/** How many rounds one run makes before it gives way to the other jobs. */
const MOST_ROUNDS = 40;

/**
 * Works out the prices of listings whose leads are a whole day older. A listing whose floor was changed at the same
 * moment is left to that change. Answers with how many prices it wrote. Run by a job.
 */
export async function repriceDueListings(at: Date): Promise<number> {
  let written = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const rows = await Listings.find({ status: 'LISTED', repriceAt: { $lte: at } })
      .sort({ repriceAt: 1 })
      .limit(AT_ONCE)
      .lean<ListingRow[]>();
    if (rows.length === 0) break;
    const writes = rows.map((row) => priceWrite(withPrice(listingFrom(row), at), { pricedAt: row.pricedAt }));
    const { matchedCount } = await Listings.bulkWrite(writes, { ordered: false });
    written += matchedCount;
    if (rows.length < AT_ONCE) break;
  }
  return written;
}
