import { type Viewer } from '../../graphql/viewer';
import { Listings } from './model';
import { type BoundedCount, LISTING_STATUSES, type ListingStatus, MOST_COUNTED } from './rules';

/** How many listings the agency has in each status. */
export async function tallyListings({
  organisationId,
}: Viewer): Promise<{ status: ListingStatus; total: BoundedCount }[]> {
  return Promise.all(
    LISTING_STATUSES.map(async (status) => {
      const found = await Listings.countDocuments({ agencyId: organisationId, status }, { limit: MOST_COUNTED + 1 });
      return { status, total: { count: Math.min(found, MOST_COUNTED), hasMore: found > MOST_COUNTED } };
    }),
  );
}
