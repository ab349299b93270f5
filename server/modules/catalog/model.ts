import mongoose from '../../platform/mongoose';
import { type CollectionSpec, type IndexSpec } from '../../platform/manifest';

type FieldKind = 'TEXT' | 'NUMBER' | 'CHOICE' | 'BOOLEAN' | 'DATE' | 'MONEY';

/** One question of a niche's own form. */
export interface FormField {
  /** Names the answer for ever; unique within the niche. */
  key: string;
  label: string;
  kind: FieldKind;
  /** What may be answered; empty unless the kind is CHOICE. */
  choices: string[];
  isRequired: boolean;
  /** True when the answer says nothing of who the person is and may be shown before a purchase. */
  isCoarse: boolean;
}

/** What an admin calls in a language what the catalogue says. */
export interface NicheWord {
  language: string;
  /** Of the question that it is of; null of the niche's name. */
  key: string | null;
  /** The catalogue's own text when the word was written: it stands for nothing else. */
  of: string;
  text: string;
}

/** What a person can be interested in. */
export interface Niche {
  /** `niche_<slug>` */
  _id: string;
  slug: string;
  name: string;
  /**
   * The name as it is compared, once under one parent by the database. None where there is nothing to compare, of what is
   * retired, and of a double from before it was kept.
   */
  nameKey?: string | undefined;
  parentId: string | null;
  fields: FormField[];
  /** Hours from delivery in which a sale can be disputed. */
  windowHours: number;
  /** Days that the contact of a lead is kept. */
  retentionDays: number;
  /** The platform's fee in hundredths of a percent; null where the market's own fee holds. */
  feeBps: number | null;
  /** Takes no new leads; what is on sale stays. */
  isRetired: boolean;
  /** In other languages, beyond what the market knows (nicheWords.ts). */
  words?: NicheWord[] | undefined;
  changedAt: Date;
}

type RegionKind = 'COUNTRY' | 'REGION' | 'CITY';
type CityTier = 'ORDINARY' | 'LARGE' | 'CAPITAL';

/** A country, a subdivision of it, or a city. */
export interface Region {
  /** `region_<code>` */
  _id: string;
  /** ISO 3166-1, ISO 3166-2, or the latter with the city's name: `KE`, `KE-30`, `KE-30-nairobi`. */
  code: string;
  kind: RegionKind;
  name: string;
  nameKey?: string | undefined;
  /** Other spellings and scripts in which people write the name. */
  names: string[];
  parentId: string | null;
  /** ISO 3166-1 alpha-2 */
  countryCode: string;
  population: number | null;
  /** What the price guide calls it; ORDINARY for all that is no city. */
  tier: CityTier;
  lat: number | null;
  lon: number | null;
  changedAt: Date;
}

const fieldSchema = new mongoose.Schema<FormField>(
  { key: String, label: String, kind: String, choices: [String], isRequired: Boolean, isCoarse: Boolean },
  { _id: false },
);

const wordSchema = new mongoose.Schema<NicheWord>(
  { language: String, key: String, of: String, text: String },
  { _id: false },
);

export const Niches = mongoose.model(
  'Niche',
  new mongoose.Schema<Niche>(
    {
      _id: String,
      slug: String,
      name: String,
      nameKey: String,
      parentId: String,
      fields: [fieldSchema],
      windowHours: Number,
      retentionDays: Number,
      feeBps: Number,
      isRetired: Boolean,
      words: { type: [wordSchema], default: undefined },
      changedAt: Date,
    },
    { collection: 'niches', versionKey: false },
  ),
);

export const Regions = mongoose.model(
  'Region',
  new mongoose.Schema<Region>(
    {
      _id: String,
      code: String,
      kind: String,
      name: String,
      nameKey: String,
      names: [String],
      parentId: String,
      countryCode: String,
      population: Number,
      tier: String,
      lat: Number,
      lon: Number,
      changedAt: Date,
    },
    { collection: 'regions', versionKey: false },
  ),
);

const whole = ['int', 'long'];

/** The second fence of a name: two admins at one instant do not see each other. */
const nameOnce: IndexSpec = {
  key: { parentId: 1, nameKey: 1 },
  unique: true,
  partialFilterExpression: { nameKey: { $type: 'string' } },
};

export const collections: CollectionSpec[] = [
  {
    name: 'niches',
    watched: true,
    indexes: [{ key: { slug: 1 }, unique: true }, nameOnce],
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['slug', 'name', 'fields', 'windowHours', 'retentionDays', 'isRetired'],
        properties: {
          windowHours: { bsonType: whole, minimum: 1 },
          retentionDays: { bsonType: whole, minimum: 1 },
          feeBps: { bsonType: [...whole, 'null'], minimum: 0, maximum: 10_000 },
        },
      },
    },
  },
  {
    name: 'regions',
    watched: true,
    indexes: [{ key: { code: 1 }, unique: true }, nameOnce],
    validator: {
      $jsonSchema: {
        bsonType: 'object',
        required: ['code', 'kind', 'name', 'countryCode', 'tier'],
        properties: {
          kind: { enum: ['COUNTRY', 'REGION', 'CITY'] },
          tier: { enum: ['ORDINARY', 'LARGE', 'CAPITAL'] },
          population: { bsonType: [...whole, 'null'], minimum: 0 },
        },
      },
    },
  },
];
