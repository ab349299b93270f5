import { exponentOf, parseMinor } from '../../app/format';
import type {
  AgencyGrade,
  Channel,
  ContactKind,
  ListingKind,
  MarketSort,
  ProofChannel,
  Temperature,
} from '../../generated/market';
import { CHANNELS, CONTACT_KINDS, TEMPERATURES } from '../../ui/leadFacts';

/** The market has one currency. */
export const CURRENCY = 'USD';

export const GRADES: readonly AgencyGrade[] = ['A', 'B', 'C', 'D', 'E'];
export const PROVEN: readonly ProofChannel[] = ['PHONE', 'EMAIL'];
export const SORTS: readonly MarketSort[] = ['NEWEST', 'PRICE_LOW', 'PRICE_HIGH', 'BEST_AGENCY', 'ENDING_SOON'];
const KINDS: readonly ListingKind[] = ['SINGLE', 'LOT'];
const MOST_HOURS = 24 * 365;
/** More of one kind than this is no wish of a person. */
const MOST_CHOICES = 20;

/** What a person wants to see of the market, as the address bar holds it. */
export interface Choices {
  /** Slugs. */
  niches: readonly string[];
  /** Codes. */
  regions: readonly string[];
  temperatures: readonly Temperature[];
  contactKinds: readonly ContactKind[];
  channels: readonly Channel[];
  grades: readonly AgencyGrade[];
  isVerified: boolean | null;
  proven: readonly ProofChannel[];
  isExclusive: boolean | null;
  kind: ListingKind | null;
  /** Minor units. */
  priceMin: number | null;
  priceMax: number | null;
  maxAgeHours: number | null;
  sort: MarketSort;
}

export const EVERYTHING: Choices = {
  niches: [],
  regions: [],
  temperatures: [],
  contactKinds: [],
  channels: [],
  grades: [],
  isVerified: null,
  proven: [],
  isExclusive: null,
  kind: null,
  priceMin: null,
  priceMax: null,
  maxAgeHours: null,
  sort: 'NEWEST',
};

/**
 * Choices after a change that was made by what is shown: of several values of one filter it adds and takes away what it was
 * meant to, and leaves alone what was chosen since.
 */
export function changedChoices(now: Choices, shown: Choices, part: Partial<Choices>): Choices {
  const changes = Object.entries(part).map(([name, wanted]) => {
    const key = name as keyof Choices;
    return [
      name,
      Array.isArray(wanted) ? merged(valuesOf(now, key), valuesOf(shown, key), valuesOf(part, key)) : wanted,
    ];
  });
  return { ...now, ...Object.fromEntries(changes) } as Choices;
}

const valuesOf = (choices: Partial<Choices>, key: keyof Choices): readonly string[] =>
  choices[key] as readonly string[];

function merged(now: readonly string[], shown: readonly string[], wanted: readonly string[]): string[] {
  const kept = now.filter((value) => wanted.includes(value) || !shown.includes(value));
  const added = wanted.filter((value) => !shown.includes(value) && !kept.includes(value));
  return [...kept, ...added];
}

/** The names of the parameters; others in the address are left alone. */
export const NAMES = {
  niches: 'niche',
  regions: 'region',
  temperatures: 'temperature',
  contactKinds: 'contact',
  channels: 'channel',
  grades: 'grade',
  isVerified: 'verified',
  proven: 'proven',
  isExclusive: 'exclusive',
  kind: 'kind',
  priceMin: 'from',
  priceMax: 'to',
  maxAgeHours: 'hours',
  sort: 'sort',
} as const satisfies Record<keyof Choices, string>;

/** Names of the address beside the filters: the open preview, and the look of what is found. */
export const LISTING = 'listing';
export const VIEW = 'view';
export const VIEWS: readonly string[] = ['rows', 'cards'];

const OF_PAGE: ReadonlySet<string> = new Set([...Object.values(NAMES), LISTING, VIEW]);

export const isOfPage = (name: string): boolean => OF_PAGE.has(name);

/** Between several values of one filter: stands in an address as it is, and in no slug or code. */
export const SEPARATOR = '.';

/** The words of yes and no in an address; the first of each is the one that is written. */
const FLAGS: Readonly<Record<string, boolean>> = { yes: true, no: false, true: true, false: false, 1: true, 0: false };

/** Reads the address; what makes no sense in it is passed over, and told beside what is found. */
export function readChoices(params: URLSearchParams): Choices {
  const words = (key: keyof Choices): string[] => [
    ...new Set((params.get(NAMES[key]) ?? '').split(SEPARATOR).filter((word) => word !== '')),
  ];
  const among = <T extends string>(key: keyof Choices, all: readonly T[]): T[] => {
    const wanted = words(key).map((word) => word.toUpperCase());
    return all.filter((value) => wanted.includes(value));
  };
  const flag = (key: keyof Choices): boolean | null => FLAGS[(params.get(NAMES[key]) ?? '').toLowerCase()] ?? null;
  const hours = Number(params.get(NAMES.maxAgeHours));
  return {
    niches: words('niches').slice(0, MOST_CHOICES),
    regions: words('regions').slice(0, MOST_CHOICES),
    temperatures: among('temperatures', TEMPERATURES),
    contactKinds: among('contactKinds', CONTACT_KINDS),
    channels: among('channels', CHANNELS),
    grades: among('grades', GRADES),
    isVerified: flag('isVerified'),
    proven: among('proven', PROVEN),
    isExclusive: flag('isExclusive'),
    kind: among('kind', KINDS)[0] ?? null,
    priceMin: parseMinor(params.get(NAMES.priceMin) ?? '', CURRENCY),
    priceMax: parseMinor(params.get(NAMES.priceMax) ?? '', CURRENCY),
    maxAgeHours: Number.isInteger(hours) && hours > 0 && hours <= MOST_HOURS ? hours : null,
    sort: among('sort', SORTS)[0] ?? 'NEWEST',
  };
}

/** An amount as it is typed and as it stands in the address, such as 12.50. */
export function asTyped(minor: number | null): string {
  if (minor === null) return '';
  const digits = exponentOf(CURRENCY);
  const text = (minor / 10 ** digits).toFixed(digits);
  return digits > 0 && text.endsWith('0'.repeat(digits)) ? text.slice(0, -digits - 1) : text;
}

/** The same address with these choices; what is not chosen is not in it. */
export function writeChoices(params: URLSearchParams, choices: Choices): URLSearchParams {
  const written = new URLSearchParams(params);
  const flag = (value: boolean | null): string => (value === null ? '' : value ? 'yes' : 'no');
  const texts: Record<keyof Choices, string> = {
    niches: choices.niches.join(SEPARATOR),
    regions: choices.regions.join(SEPARATOR),
    temperatures: choices.temperatures.join(SEPARATOR).toLowerCase(),
    contactKinds: choices.contactKinds.join(SEPARATOR).toLowerCase(),
    channels: choices.channels.join(SEPARATOR).toLowerCase(),
    grades: choices.grades.join(SEPARATOR),
    isVerified: flag(choices.isVerified),
    proven: choices.proven.join(SEPARATOR).toLowerCase(),
    isExclusive: flag(choices.isExclusive),
    kind: choices.kind?.toLowerCase() ?? '',
    priceMin: asTyped(choices.priceMin),
    priceMax: asTyped(choices.priceMax),
    maxAgeHours: choices.maxAgeHours === null ? '' : String(choices.maxAgeHours),
    sort: choices.sort === 'NEWEST' ? '' : choices.sort.toLowerCase(),
  };
  for (const [key, text] of Object.entries(texts)) {
    const name = NAMES[key as keyof Choices];
    if (text === '') written.delete(name);
    else written.set(name, text);
  }
  return written;
}
