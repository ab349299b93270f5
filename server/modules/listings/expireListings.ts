import { Listings } from './model';

/** Takes off what has come to its end. Answers with how many. Run by a job. */
export async function expireListings(at: Date): Promise<number> {
  const { modifiedCount } = await Listings.updateMany(
    { status: 'LISTED', endsAt: { $lte: at } },
    { $set: { status: 'EXPIRED', holdsLeads: false, repriceAt: null } },
  );
  return modifiedCount;
}
