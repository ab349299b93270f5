import { DAY, MINUTE } from '../../../../platform/clock';
import { finding, type Finding, type SignalCode } from '../signals';
import { inSequence, LEAST_ROWS, type Run } from './sequence';
import { FROM_NETWORK, NEAR_NETWORK, sameWordsBy } from './shape';

/** What requests are counted by. */
export type Counted =
  | 'network'
  | 'device'
  | 'phone'
  | 'email'
  | 'form'
  | 'words'
  | 'phonesBeside'
  | 'emailsBeside'
  | 'consentNow'
  | 'consentNetwork'
  | 'consentNear'
  | 'agencyWords';

/** How often each was seen before a moment, itself counted in. */
export interface Seen {
  inMinutes: number;
  inDay: number;
}

export type Counts = Partial<Record<Counted, Seen>>;

/** The short span that is looked back over, beside a day. */
export const SHORT_MS = 10 * MINUTE;
export const LONG_MS = DAY;

interface Line {
  code: SignalCode;
  /** From so many requests within the span; absent where the span says nothing. */
  inMinutes?: number;
  inDay?: number;
}

/**
 * From how many requests on people are not likely. Whole towns share an address of a mobile network, so a network may
 * send more than a device; a campaign that is on television brings what no line should hold, and weighs next to nothing.
 */
const LINES: Readonly<Record<Counted, Line>> = {
  network: { code: 'MANY_FROM_NETWORK', inMinutes: 12, inDay: 60 },
  device: { code: 'MANY_FROM_DEVICE', inMinutes: 4, inDay: 8 },
  phone: { code: 'MANY_OF_CONTACT', inDay: 4 },
  email: { code: 'MANY_OF_CONTACT', inDay: 4 },
  form: { code: 'MANY_BY_FORM', inMinutes: 120 },
  words: { code: 'SAME_WORDS', inDay: 5 },
  phonesBeside: { code: 'CONTACTS_IN_SEQUENCE', inDay: LEAST_ROWS },
  emailsBeside: { code: 'CONTACTS_IN_SEQUENCE', inDay: LEAST_ROWS },
  consentNow: { code: 'CONSENT_SAME_NETWORK', inMinutes: FROM_NETWORK.inMinutes },
  consentNetwork: { code: 'CONSENT_SAME_NETWORK', inDay: FROM_NETWORK.inDay },
  consentNear: { code: 'CONSENT_NEAR_NETWORK', inMinutes: NEAR_NETWORK.people },
  agencyWords: { code: 'SAME_WORDS', inDay: 5 },
};

/**
 * What leads of files and of other systems are counted by, of an agency each, and what those of a form are beside the
 * sender; never enough to refuse one.
 */
export const DOUBTFUL: ReadonlySet<Counted> = new Set([
  'phonesBeside',
  'emailsBeside',
  'consentNow',
  'consentNetwork',
  'consentNear',
  'agencyWords',
]);

/** Consents count within minutes where they were given so shortly before they came: a file brings those of days at once. */
export const FRESH_MS = 5 * MINUTE;

/** A stand at a fair: one device, one line, many people. */
const EXPECTED_OFFLINE: ReadonlySet<Counted> = new Set(['network', 'device']);

/** Contacts that lie side by side, however each came. */
const BESIDE: Partial<Record<Counted, Run['what']>> = {
  phonesBeside: 'phone numbers',
  emailsBeside: 'e-mail addresses',
};
const NEAR = 'that came within 24 hours lie within a hundred of each other';

/** What speaks against a request by how many like it there were. */
export function checkCounts(counts: Counts, isOffline: boolean): Finding[] {
  const found = (Object.keys(counts) as Counted[]).flatMap((what) => {
    const { code, inMinutes = Infinity, inDay = Infinity } = LINES[what];
    const seen = counts[what]!;
    if (isOffline && EXPECTED_OFFLINE.has(what)) return [];
    const beside = BESIDE[what];
    if (beside) return seen.inDay < inDay ? [] : [inSequence(beside, seen.inDay, NEAR)];
    if (what === 'agencyWords') return sameWordsBy(seen.inDay, 'of one agency within 24 hours');
    if (seen.inMinutes >= inMinutes) return [finding(code, { count: String(seen.inMinutes), span: spanOf(what) })];
    if (seen.inDay >= inDay)
      return [finding(code, { count: String(seen.inDay), span: '24 hours', where: 'by one form within 24 hours' })];
    return [];
  });
  return found.filter(({ code }, place) => found.findIndex((one) => one.code === code) === place);
}

/** With how long before it came a consent may have been given. */
const spanOf = (what: Counted): string => (DOUBTFUL.has(what) ? '15 minutes' : '10 minutes');
