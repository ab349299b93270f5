import { Listings } from './model';

/** One place of a listing that a purchase takes. */
interface SlotClaim {
  listingId: string;
  /** Places taken as the buyer knows it: another buyer in between makes the claim fail. */
  expectedSold: number;
  maxSales: number;
}

/**
 * Takes one place of each listing in the open transaction, in one command: a compare-and-set on what is on sale, not
 * ended and sold exactly so often. The last place makes it SOLD_OUT. Answers whether all were taken; when not, the
 * caller throws, so that none is. The validator (sold <= maxSales) refuses on its own what this guard would let through.
 */
export async function takeSlots(claims: readonly SlotClaim[], at: Date): Promise<boolean> {
  // One order for all buyers: two purchases of the same listings wait for each other instead of deadlocking.
  const inOrder = [...claims].sort((a, b) => (a.listingId < b.listingId ? -1 : 1));
  const { matchedCount } = await Listings.bulkWrite(
    inOrder.map(({ listingId, expectedSold, maxSales }) => {
      const sold = expectedSold + 1;
      const isLast = sold === maxSales;
      return {
        updateOne: {
          filter: { _id: listingId, status: 'LISTED' as const, sold: expectedSold, endsAt: { $gt: at } },
          update: { $set: { sold, ...(isLast ? { status: 'SOLD_OUT' as const, repriceAt: null } : {}) } },
        },
      };
    }),
  );
  return matchedCount === claims.length;
}
