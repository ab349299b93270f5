import { type QueryFilter } from 'mongoose';
import { LeadContacts, type LeadContactRow } from '../model';

const PAGE = 500;

/**
 * Sets what `change` makes of each stored contact that `filter` finds; null leaves it. For migrations: page after page in
 * the order of ids, so that one that was broken off goes through those that are still found.
 */
export async function changeStoredContacts<Field extends keyof LeadContactRow>(
  filter: QueryFilter<LeadContactRow>,
  fields: readonly Field[],
  change: (row: Pick<LeadContactRow, '_id' | Field>) => Partial<LeadContactRow> | null,
): Promise<void> {
  let last = '';
  for (;;) {
    const page = await LeadContacts.find(filter)
      .find({ _id: { $gt: last } })
      .select([...fields])
      .sort({ _id: 1 })
      .limit(PAGE)
      .lean<Pick<LeadContactRow, '_id' | Field>[]>();
    const updates = page.flatMap((row) => {
      const set = change(row);
      return set ? [{ updateOne: { filter: { _id: row._id }, update: { $set: set } } }] : [];
    });
    if (updates.length > 0) await LeadContacts.bulkWrite(updates);
    if (page.length < PAGE) return;
    last = page.at(-1)!._id;
  }
}
