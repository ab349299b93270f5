import { People, type PersonFacts } from './model';

/** The people of these ids that exist, as they are now. */
export async function peopleById(ids: readonly string[]): Promise<Map<string, PersonFacts>> {
  const rows = await People.find({ _id: { $in: ids } }, { name: 1, email: 1 }).lean<PersonFacts[]>();
  return new Map(rows.map((row) => [row._id, row]));
}
