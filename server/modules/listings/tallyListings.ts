import { type Viewer } from '../../graphql/viewer';
import { type BoundedCount, boundedCount, MOST_COUNTED } from '../../platform/pages';
import { Listings } from './model';
import { LISTING_STATUSES, type ListingStatus } from './rules';

/** How many listings the agency has in each status. */
export async function tallyListings({
  organisationId,
}: Viewer): Promise<{ status: ListingStatus; total: BoundedCount }[]> {
  return Promise.all(
    LISTING_STATUSES.map(async (status) => {
      const found = await Listings.countDocuments({ agencyId: organisationId, status }, { limit: MOST_COUNTED + 1 });
      return { status, total: boundedCount(found) };
    }),
  );
}
