import { type Migration } from '../../../platform/manifest';
import { type Niche, Niches, type Region, Regions } from '../model';
import { nameKeyOf } from '../nameKey';

/** Regions and niches of before have their names compared by the database too. */
export const nameKeys: Migration = {
  name: '0033-names-once-under-one-parent',
  async up() {
    await Niches.bulkWrite(keysFor(await Niches.find().sort({ _id: 1 }).lean<Niche[]>()));
    await Regions.bulkWrite(keysFor(await Regions.find().sort({ _id: 1 }).lean<Region[]>()));
  },
};

/** Of several with one name under one parent the first has the key; the others stay as they are until they are renamed. */
function keysFor(rows: readonly (Niche | Region)[]) {
  const placeOf = ({ parentId }: Niche | Region, key: string): string => `${parentId} ${key}`;
  const taken = new Set(rows.flatMap((row) => (row.nameKey ? [placeOf(row, row.nameKey)] : [])));
  return rows.flatMap((row) => {
    const nameKey = nameKeyOf(row);
    if (row.nameKey || !nameKey || taken.has(placeOf(row, nameKey))) return [];
    taken.add(placeOf(row, nameKey));
    return [{ updateOne: { filter: { _id: row._id }, update: { $set: { nameKey } } } }];
  });
}
