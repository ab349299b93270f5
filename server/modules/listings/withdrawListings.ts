import { type WithdrawListingsInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { conflict } from '../../platform/errors';
import { inTransaction } from '../../platform/transaction';
import { type Listing, Listings } from './model';
import { onceIfKeyed } from './onceIfKeyed';
import { ownListings } from './ownListings';
import { statusesBefore } from './rules';

/**
 * Takes the agency's listings or drafts off the market: all of them or none. What was sold stays sold. Throws NotFound,
 * InvalidInput, Conflict when one is in another state. A client key makes a repeat safe, as in all verbs of listings.
 */
export async function withdrawListings(viewer: Viewer, input: WithdrawListingsInput): Promise<Listing[]> {
  const ids = await onceIfKeyed(viewer, 'withdrawListings', input, () => withdraw(viewer, input));
  return ownListings(viewer, ids);
}

const withdraw = (viewer: Viewer, { listingIds }: WithdrawListingsInput): Promise<string[]> =>
  inTransaction(async () => {
    const listings = await ownListings(viewer, listingIds);
    const ids = listings.map(({ _id }) => _id);
    const change = { status: 'WITHDRAWN' as const, holdsLeads: false, repriceAt: null };
    const { matchedCount } = await Listings.updateMany(
      { _id: { $in: ids }, status: { $in: statusesBefore('WITHDRAWN') } },
      { $set: change },
    );
    if (matchedCount !== ids.length) {
      throw conflict('Only listings that are on sale, and drafts, can be withdrawn. Nothing was done.');
    }
    return ids;
  });
