import { Listings } from './model';
import { statusesBefore } from './rules';

/** Takes off what has come to its end, and lets go of the leads of drafts. Answers with how many. Run by a job. */
export async function expireListings(at: Date): Promise<number> {
  let expired = 0;
  // Each status by itself: what is on sale has an index of its own by its end.
  for (const status of statusesBefore('EXPIRED')) {
    const { modifiedCount } = await Listings.updateMany(
      { status, endsAt: { $lte: at } },
      { $set: { status: 'EXPIRED', holdsLeads: false, repriceAt: null } },
    );
    expired += modifiedCount;
  }
  return expired;
}
