import { z } from 'zod';
import { invalidInput } from '../../platform/errors';
import { type FormField, type Region } from './model';

/** What holds for a niche that says nothing else. */
export const NICHE_DEFAULTS = {
  /** 7 days, from delivery. */
  windowHours: 168,
  /** Two years. */
  retentionDays: 730,
  feeBps: null,
} as const;

export const nicheIdOf = (slug: string): string => `niche_${slug}`;
export const regionIdOf = (code: string): string => `region_${code}`;

const MOST_FIELDS = 40;
const name = z.string().trim().min(2).max(80);

const formField = z
  .object({
    key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'A field key is camelCase: letters and digits, at most 40.'),
    label: name,
    kind: z.enum(['TEXT', 'NUMBER', 'CHOICE', 'BOOLEAN', 'DATE', 'MONEY']),
    choices: z.array(z.string().trim().min(1).max(80)).max(100),
    isRequired: z.boolean(),
    isCoarse: z.boolean(),
  })
  .refine((field) => (field.kind === 'CHOICE') === field.choices.length > 0, {
    message: 'A field of kind CHOICE has choices, and no other kind has.',
    path: ['choices'],
  })
  .refine((field) => new Set(field.choices).size === field.choices.length, {
    message: 'A choice is listed twice.',
    path: ['choices'],
  });

const settings = {
  name,
  fields: z
    .array(formField)
    .max(MOST_FIELDS)
    .refine((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, 'Two fields have one key.'),
  windowHours: z.int().min(1).max(2160),
  retentionDays: z.int().min(1).max(3650),
  feeBps: z.int().min(0).max(5000).nullable(),
};

export const newNiche = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'A slug is lower-case letters, digits and hyphens.')
    .max(60),
  parentId: z.string().max(80).nullable().default(null),
  ...settings,
  fields: settings.fields.optional(),
  windowHours: settings.windowHours.default(NICHE_DEFAULTS.windowHours),
  retentionDays: settings.retentionDays.default(NICHE_DEFAULTS.retentionDays),
  feeBps: settings.feeBps.default(NICHE_DEFAULTS.feeBps),
});

export const nicheChange = z.object({ parentId: z.string().max(80).nullable(), ...settings }).partial();

const place = {
  name,
  names: z.array(name).max(40),
  population: z.int().min(0).max(2_000_000_000).nullable(),
  tier: z.enum(['ORDINARY', 'LARGE', 'CAPITAL']),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
};

export const newRegion = z.object({
  parentId: z.string().max(80).nullable().default(null),
  code: z.string().max(80),
  ...place,
  names: place.names.default([]),
  population: place.population.default(null),
  tier: place.tier.default('ORDINARY'),
  lat: place.lat.default(null),
  lon: place.lon.default(null),
});

export const regionChange = z.object(place).partial();

/** The input by its schema, or InvalidInput with the first fault and where it is. Nulls of a change mean "not named". */
export function parsed<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  throw invalidInput(issue.message, issue.path.map(String));
}

/**
 * Answers are stored under a field's key: a field keeps its kind as long as its key lives. Another kind needs another
 * key, so that what was answered before still means what it meant.
 */
export function refuseChangedKinds(before: readonly FormField[], after: readonly FormField[]): void {
  const kinds = new Map(before.map(({ key, kind }) => [key, kind]));
  const changed = after.find(({ key, kind }) => kinds.has(key) && kinds.get(key) !== kind);
  if (changed) {
    throw invalidInput(`The field "${changed.key}" keeps its kind; ask anew under another key.`, ['fields']);
  }
}

const CODES = {
  COUNTRY: /^[A-Z]{2}$/,
  REGION: /^[A-Z]{2}-[A-Z0-9]{1,3}$/,
  CITY: /^[A-Z]{2}-[A-Z0-9]{1,3}-[a-z0-9]+(-[a-z0-9]+)*$/,
};

/** The kind of a region by its place in the tree; refuses a code that does not carry its parent's in front. */
export function kindUnder(parent: Pick<Region, 'kind' | 'code'> | null, code: string): Region['kind'] {
  if (parent?.kind === 'CITY') throw invalidInput('Nothing lies under a city.', ['parentId']);
  const kind = parent === null ? 'COUNTRY' : parent.kind === 'COUNTRY' ? 'REGION' : 'CITY';
  if (!CODES[kind].test(code) || (parent && !code.startsWith(`${parent.code}-`))) {
    const example = { COUNTRY: 'KE', REGION: 'KE-30', CITY: 'KE-30-nairobi' }[kind];
    throw invalidInput(`The code of a ${kind.toLowerCase()} here looks like ${example}.`, ['code']);
  }
  return kind;
}
