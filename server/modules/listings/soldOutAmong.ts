import { Listings } from './model';

/** Of these leads those of which a listing was sold out: alone, or in a lot. */
export async function soldOutAmong(leadIds: readonly string[]): Promise<Set<string>> {
  const asked = new Set(leadIds);
  const rows = await Listings.find({ leadIds: { $in: [...asked] }, status: 'SOLD_OUT' }, { leadIds: 1 }).lean();
  return new Set(rows.flatMap((row) => row.leadIds).filter((id) => asked.has(id)));
}
