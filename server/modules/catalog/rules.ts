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

/** Text of so many characters without the space around it; `rule` says so in words. */
const text = (minimum: number, maximum: number, rule: string) =>
  z.string(rule).trim().min(minimum, rule).max(maximum, rule);
const whole = (minimum: number, maximum: number, rule: string) => z.int(rule).min(minimum, rule).max(maximum, rule);

const name = text(2, 80, 'A name has 2 to 80 characters.');
const parentId = z.string().max(80, 'This is not an id.').nullable();

const formField = z
  .object({
    key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'A field key is camelCase: letters and digits, at most 40.'),
    label: text(2, 80, 'A question has 2 to 80 characters.'),
    kind: z.enum(['TEXT', 'NUMBER', 'CHOICE', 'BOOLEAN', 'DATE', 'MONEY']),
    choices: z.array(text(1, 80, 'A choice has 1 to 80 characters.')).max(100, 'A field has at most 100 choices.'),
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
    .max(MOST_FIELDS, `A form has at most ${MOST_FIELDS} fields.`)
    .refine((fields) => new Set(fields.map(({ key }) => key)).size === fields.length, 'Two fields have one key.'),
  windowHours: whole(1, 2160, 'Give 1 to 2,160 hours.'),
  retentionDays: whole(1, 3650, 'Give 1 to 3,650 days.'),
  feeBps: whole(0, 5000, 'A fee is 0 to 50%.').nullable(),
};

export const newNiche = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write lower-case letters, digits and hyphens, such as car-loans.')
    .max(60, 'Write at most 60 characters.'),
  parentId: parentId.default(null),
  ...settings,
  fields: settings.fields.optional(),
  windowHours: settings.windowHours.default(NICHE_DEFAULTS.windowHours),
  retentionDays: settings.retentionDays.default(NICHE_DEFAULTS.retentionDays),
  feeBps: settings.feeBps.default(NICHE_DEFAULTS.feeBps),
});

export const nicheChange = z.object({ parentId, ...settings }).partial();

const LATITUDE = 'A latitude is -90 to 90 degrees.';
const LONGITUDE = 'A longitude is -180 to 180 degrees.';

const place = {
  name,
  names: z.array(name).max(40, 'Give at most 40 further names.'),
  population: whole(0, 2_000_000_000, 'Give 0 to 2,000,000,000 inhabitants.').nullable(),
  tier: z.enum(['ORDINARY', 'LARGE', 'CAPITAL']),
  latitude: z.number(LATITUDE).min(-90, LATITUDE).max(90, LATITUDE).nullable(),
  longitude: z.number(LONGITUDE).min(-180, LONGITUDE).max(180, LONGITUDE).nullable(),
};

export const newRegion = z.object({
  parentId: parentId.default(null),
  code: z.string().max(80, 'A code has at most 80 characters.'),
  ...place,
  names: place.names.default([]),
  population: place.population.default(null),
  tier: place.tier.optional(),
  latitude: place.latitude.default(null),
  longitude: place.longitude.default(null),
});

export const regionChange = z.object(place).partial();

const LARGE_FROM = 200_000;

/** The tier of a city of so many inhabitants, where nobody names another. No number makes a capital. */
export const tierOfPopulation = (population: number | null): 'ORDINARY' | 'LARGE' =>
  population !== null && population >= LARGE_FROM ? 'LARGE' : 'ORDINARY';

/** The tier after a change: the one named, else that of a new number of inhabitants, else as before. */
export function tierAfter(
  before: Pick<Region, 'kind' | 'tier'>,
  { tier, population }: { tier?: Region['tier'] | undefined; population?: number | null | undefined },
): Region['tier'] {
  if (before.kind !== 'CITY') {
    if ((tier ?? 'ORDINARY') !== 'ORDINARY') throw invalidInput('Only a city is large or a capital.', ['tier']);
    return 'ORDINARY';
  }
  if (tier) return tier;
  return before.tier === 'CAPITAL' || typeof population !== 'number' ? before.tier : tierOfPopulation(population);
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
