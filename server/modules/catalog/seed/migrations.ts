import { now } from '../../../platform/clock';
import { type Migration } from '../../../platform/manifest';
import { type FormField, type Niche, Niches, type Region, Regions } from '../model';
import { nameKeyOf } from '../nameKey';
import { NICHE_DEFAULTS, nicheIdOf, regionIdOf } from '../rules';
import { nameKeys } from './nameKeys';
import { seedNiches } from './niches';
import seedRegions from './regions.json';

/** The tables that a new database starts with. Each runs once, so that what admins changed since stays. */
export const migrations: Migration[] = [
  {
    name: '0030-first-niches',
    async up() {
      const changedAt = now();
      const rows = seedNiches.map(({ slug, name, parent, fields }) => ({
        _id: nicheIdOf(slug),
        slug,
        name,
        nameKey: nameKeyOf({ name }),
        parentId: parent && nicheIdOf(parent),
        fields,
        ...NICHE_DEFAULTS,
        isRetired: false,
        changedAt,
      }));
      await insertMissing(Niches.collection, rows);
    },
  },
  {
    name: '0032-health-is-not-coarse',
    async up() {
      for (const { slug, fields } of seedNiches.filter(({ fields }) => fields.some(isAboutHealth))) {
        const about = new Set(fields.filter(isAboutHealth).map(({ key }) => key));
        const niche = await Niches.findById(nicheIdOf(slug)).lean<Niche>();
        if (!niche) continue;
        const asked = niche.fields.map((field) => (about.has(field.key) ? { ...field, isCoarse: false } : field));
        await Niches.updateOne({ _id: niche._id }, { $set: { fields: asked } });
      }
    },
  },
  {
    name: '0031-first-regions',
    async up() {
      const changedAt = now();
      const rows = seedRegions.map(({ parent, ...region }) => ({
        _id: regionIdOf(region.code),
        ...region,
        nameKey: nameKeyOf(region),
        kind: region.kind as Region['kind'],
        tier: region.tier as Region['tier'],
        parentId: parent && regionIdOf(parent),
        countryCode: region.code.slice(0, 2),
        changedAt,
      }));
      await insertMissing(Regions.collection, rows);
    },
  },
  nameKeys,
];

/** A yes or no that is asked of a person, not of what is wanted. */
const isAboutHealth = ({ kind, isCoarse }: FormField): boolean => kind === 'BOOLEAN' && !isCoarse;

/** A start that was killed half way left some rows: they are not written again. */
async function insertMissing<T extends { _id: string }>(collection: unknown, rows: T[]): Promise<void> {
  const target = collection as {
    find(filter: object, options: object): { toArray(): Promise<{ _id: string }[]> };
    insertMany(rows: T[]): Promise<unknown>;
  };
  const there = new Set((await target.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id));
  const missing = rows.filter(({ _id }) => !there.has(_id));
  if (missing.length > 0) await target.insertMany(missing);
}
