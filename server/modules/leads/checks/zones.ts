import { IANAZone } from 'luxon';

/** Minutes ahead of UTC, or the name of a zone whose clocks change with the season. */
export type Zone = number | string;

const ZONE_OF_COUNTRY: Readonly<Record<string, string>> = {
  KE: 'Africa/Nairobi',
  TZ: 'Africa/Dar_es_Salaam',
  GR: 'Europe/Athens',
  AM: 'Asia/Yerevan',
  UZ: 'Asia/Tashkent',
  HU: 'Europe/Budapest',
  GB: 'Europe/London',
  DE: 'Europe/Berlin',
  // Where the state is not known: the clock by which most of its people live, and the first to strike.
  US: 'America/New_York',
};

/** States by the clock of most of their people; those of the east go by that of the country. */
const STATES: Readonly<Record<string, string>> = {
  'America/Chicago': 'AL AR IA IL KS LA MN MO MS ND NE OK SD TN TX WI',
  'America/Denver': 'CO ID MT NM UT WY',
  'America/Phoenix': 'AZ',
  'America/Los_Angeles': 'CA NV OR WA',
  'America/Anchorage': 'AK',
  'Pacific/Honolulu': 'HI',
};

/** Cities that go by another clock than most of their state. */
const CITIES: Readonly<Record<string, string>> = {
  'US-TX-el-paso': 'America/Denver',
  'US-TN-knoxville': 'America/New_York',
  'US-TN-chattanooga': 'America/New_York',
  'US-TN-east-chattanooga': 'America/New_York',
  'US-IN-evansville': 'America/Chicago',
};

const zoneOfState = new Map<string, string>(
  Object.entries(STATES).flatMap(([zone, states]) => states.split(' ').map((state) => [`US-${state}`, zone] as const)),
);

/** The clock that people of a place live by; UTC of a country that is not known here. */
export const zoneOf = (country: string, regionCode?: string): string =>
  CITIES[regionCode ?? ''] ?? zoneOfState.get((regionCode ?? '').slice(0, 5)) ?? ZONE_OF_COUNTRY[country] ?? 'UTC';

const HOURS: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 1, bst: 1, cet: 1, cest: 2, mez: 1, mesz: 2, eet: 2, eest: 3 },
  ...{ eat: 3, msk: 3, trt: 3, amt: 4, uzt: 5, ast: -4, adt: -3, edt: -4, est: -5, cdt: -5, cst: -6, mdt: -6, mst: -7 },
  ...{ pdt: -7, pst: -8, akdt: -8, akst: -9, hst: -10 },
};

/** Zones as programs and people of the market's countries write them out. */
const NAMES: Readonly<Record<string, Zone>> = {
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
  'e africa': 180,
  'east africa': 180,
  'east african': 180,
  'greenwich mean': 0,
  'coordinated universal': 0,
  'british summer': 60,
  'central european': 60,
  'central european summer': 120,
  'eastern european': 120,
  'eastern european summer': 180,
  'eastern daylight': -240,
  'eastern standard': -300,
  'central daylight': -300,
  'central standard': -360,
  'mountain daylight': -360,
  'mountain standard': -420,
  'pacific daylight': -420,
  'pacific standard': -480,
  armenia: 240,
  uzbekistan: 300,
};

const OFFSET = String.raw`([+-])(\d{1,2})(?::?(\d{2}))?`;
const FURTHEST_HOURS = 14;

function ofOffset([, sign, hours = '0', minutes = '0']: readonly (string | undefined)[]): number | undefined {
  if (Number(hours) > FURTHEST_HOURS || Number(minutes) > 59) return undefined;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/**
 * The zone that is written: `Z`, `EAT`, `UTC+3`, `GMT+0300 (East Africa Time)`, `+0300 EAT`, `Eastern Time`,
 * `Africa/Nairobi`. Names that several countries use mean what they mean in those of the market. Undefined for none.
 */
export function zoneNamed(written: string): Zone | undefined {
  const [, own = '', inside = ''] = /^([^()]*)(?:\(([^()]*)\)[^()]*)?$/.exec(written.trim()) ?? [];
  // A name beside an offset only says it again.
  return ofText(own.trim()) ?? (/^\p{L}*[\s,]*$/u.test(own) ? ofText(inside.trim()) : undefined);
}

function ofText(text: string): Zone | undefined {
  const offset = new RegExp(`^(?:[a-z]{1,5}\\s*)?${OFFSET}(?:\\s[a-z]{1,5})?$`, 'i').exec(text);
  if (offset) return ofOffset(offset);
  const plain = text.toLowerCase().replace(/\./g, '');
  const hours = Object.hasOwn(HOURS, plain) ? HOURS[plain] : undefined;
  if (hours !== undefined) return hours * 60;
  if (/^[a-z]+\/[a-z_/+-]+\d{0,2}$/i.test(text)) return IANAZone.isValidZone(text) ? text : undefined;
  const name = plain.replace(/(?:\s+standard)?\s+time$/, (end) => (/standard/.test(end) ? ' standard' : '')).trim();
  return named(name) ?? (name.endsWith(' standard') ? named(name.replace(/ standard$/, '')) : undefined);
}

const named = (name: string): Zone | undefined => (Object.hasOwn(NAMES, name) ? NAMES[name] : undefined);

/** The zone that a heading tells of its column: `Created at (UTC)`, `Submit Date [GMT+3]`, `time_utc`. */
export function zoneOfHeading(heading: string): Zone | undefined {
  const [, inBrackets] = /[([]([^()[\]]+)[)\]]\s*$/.exec(heading) ?? [];
  const [, last] = /(?:^|[\s_-])((?:utc|gmt)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?)$/i.exec(heading.trim()) ?? [];
  const written = inBrackets ?? last;
  return written === undefined ? undefined : zoneNamed(written);
}

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const clocks = new Map<string, IANAZone>();

function minutesAhead(zone: string, ms: number): number {
  let clock = clocks.get(zone);
  if (!clock) clocks.set(zone, (clock = IANAZone.create(zone)));
  return clock.offset(ms);
}

/** Zones and days are few in a file: kept up to this many, then forgotten all at once. */
const MOST_DAYS = 5000;
const days = new Map<string, number | null>();

/** The minutes ahead of a day and those around it; null where clocks are changed then. */
function minutesOfDay(zone: string, day: number): number | null {
  const key = `${zone} ${day}`;
  const kept = days.get(key);
  if (kept !== undefined) return kept;
  const [before, after] = [minutesAhead(zone, (day - 1) * DAY_MS), minutesAhead(zone, (day + 2) * DAY_MS)];
  const minutes = before === after ? before : null;
  if (days.size >= MOST_DAYS) days.clear();
  days.set(key, minutes);
  return minutes;
}

/**
 * The moment at which the clocks of a zone show a time, given as if it were UTC. Of the two moments of an hour that
 * comes twice in autumn it is the first; an hour left out in spring is counted on from before it.
 */
export function momentByClock(wallMs: number, zone: Zone): Date {
  const steady = typeof zone === 'number' ? zone : minutesOfDay(zone, Math.floor(wallMs / DAY_MS));
  return steady === null ? aroundAChange(wallMs, String(zone)) : new Date(wallMs - steady * MINUTE_MS);
}

function aroundAChange(wallMs: number, zone: string): Date {
  const [before, after] = [minutesAhead(zone, wallMs - DAY_MS), minutesAhead(zone, wallMs + DAY_MS)];
  const moments = [before, after]
    .map((minutes) => ({ ms: wallMs - minutes * MINUTE_MS, minutes }))
    .filter(({ ms, minutes }) => minutesAhead(zone, ms) === minutes)
    .map(({ ms }) => ms);
  return new Date(moments.length > 0 ? Math.min(...moments) : wallMs - before * MINUTE_MS);
}
