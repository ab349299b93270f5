import { Listings } from './model';

/** Of these leads those of which a listing was sold out: alone, or in a lot. */
export const soldOutAmong = (leadIds: readonly string[]): Promise<Set<string>> =>
  listedAmong(leadIds, { status: 'SOLD_OUT' });

/** Of these leads those that were sold to anybody, alone or in a lot. */
export const soldAmong = (leadIds: readonly string[]): Promise<Set<string>> =>
  listedAmong(leadIds, { sold: { $gt: 0 } });

async function listedAmong(leadIds: readonly string[], how: object): Promise<Set<string>> {
  const asked = new Set(leadIds);
  const rows = await Listings.find({ leadIds: { $in: [...asked] }, ...how }, { leadIds: 1 }).lean();
  return new Set(rows.flatMap((row) => row.leadIds).filter((id) => asked.has(id)));
}
