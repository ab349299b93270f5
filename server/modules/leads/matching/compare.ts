import { parse } from 'tldts';
import { likeness, slipsBetween } from './closeness';
import { compareNames } from './compareNames';
import { type Birth, type Person, type Place } from './person';
import { type KnownShares } from './shares';
import { agreement, type Degree, WEIGHTS } from './weights';

export type ComparedField =
  | 'NAME'
  | 'BIRTH'
  | 'CITY'
  | 'REGION'
  | 'POSTCODE'
  | 'STREET'
  | 'NUMBER'
  | 'PHONE'
  | 'EMAIL'
  | 'NATIONAL_ID';

/** What one field that both tell says of them. */
export interface FieldEvidence {
  field: ComparedField;
  degree: Degree;
  bits: number;
}

export interface Comparison {
  /** The logarithm of the odds that both are one person. */
  score: number;
  evidence: FieldEvidence[];
  /** Whether something speaks so clearly for two people that only a person may make them one. */
  isContradicted: boolean;
  /** Whether the names, where both are told, are surely those of one person. */
  isSurelyOneName: boolean;
  /** Whether the births, where both are told, are the same but for one slip. */
  isSurelyOneBirth: boolean;
  /** Whether a number that only one person has agrees. */
  isSameId: boolean;
  /** Whether more than names and towns agrees: many people share those. */
  isAnchored: boolean;
  /** Whether nothing but a name agrees, while town and phone are both told and both others. */
  isElsewhere: boolean;
  /** Whether what tells one of a family from the others agrees: a second part of the name, birth, e-mail, a number. */
  isPersonal: boolean;
}

/** What hardly two people share by chance, unlike names and towns. */
const ANCHORS: readonly ComparedField[] = ['BIRTH', 'PHONE', 'EMAIL', 'NATIONAL_ID', 'STREET', 'POSTCODE'];

/** What a household shares: however much of it agrees, it tells the house and not which of its people. */
const HOUSEHOLD: readonly ComparedField[] = ['CITY', 'REGION', 'POSTCODE', 'STREET', 'NUMBER', 'PHONE'];

/** What each of a household has for itself, beside a given name. */
const PERSONAL: readonly ComparedField[] = ['BIRTH', 'EMAIL', 'NATIONAL_ID'];

const sumOf = (evidence: readonly FieldEvidence[]): number => evidence.reduce((bits, one) => bits + one.bits, 0);

/** How alike two people are, among so many as `shares` has counted. */
export function compare(a: Person, b: Person, shares: KnownShares, people: number): Comparison {
  const spelling = a.email && a.email.local === b.email?.local ? a.email.local : null;
  const names = compareNames(a.names, b.names, shares, spelling);
  const told: (FieldEvidence | null)[] = [
    names && { field: 'NAME', degree: names.degree!, bits: names.bits },
    compareBirth(a.birth, b.birth, shares),
    ...comparePlaces(a, b, shares),
    comparePhones(a.phone, b.phone, shares),
    compareEmails(a, b, shares),
    compareIds(a.nationalId, b.nationalId, shares),
  ];
  const evidence = told.filter((one) => one !== null);
  const isAnother = (what: ComparedField): boolean =>
    evidence.some(({ field, degree }) => field === what && degree === 'DIFFERENT');
  const isBornOtherwise = isAnother('BIRTH');
  const own = sumOf(evidence.filter(({ field }) => !HOUSEHOLD.includes(field)));
  const shared = sumOf(evidence.filter(({ field }) => HOUSEHOLD.includes(field)));
  const isNamedOtherwise = names?.isContradicted ?? false;
  const isSame = (what: ComparedField): boolean =>
    evidence.some(({ field, degree }) => field === what && degree === 'SAME');
  const isBornAlike = Boolean(a.birth?.day && b.birth?.day) && isSame('BIRTH');
  const isReachedTwice = isSame('PHONE') && isSame('EMAIL');
  const isSurelyOneName =
    names === null ||
    names.isSurelyOne ||
    (isBornAlike && names.isOneIfBornAlike) ||
    (isReachedTwice && names.isOneIfReachedTwice);
  const isOtherwise = (what: ComparedField): boolean =>
    evidence.some(({ field, degree }) => field === what && degree !== 'SAME' && degree !== 'CLOSE');
  const against =
    (isNamedOtherwise && isBornOtherwise ? WEIGHTS.contradicted : 0) +
    (isOtherwise('PHONE') && isOtherwise('EMAIL') ? WEIGHTS.otherContacts : 0);
  const sum = own + Math.min(shared, WEIGHTS.household) + against;
  const isAnchored = evidence.some(({ field, bits }) => bits > 0 && ANCHORS.includes(field));
  const isSameId = isSame('NATIONAL_ID');
  return {
    score: sum + (isAnchored ? 0 : WEIGHTS.unanchored) - Math.log2(people),
    evidence,
    isContradicted: (isNamedOtherwise || isBornOtherwise || !isSurelyOneName) && !isSameId,
    isSurelyOneName,
    isSurelyOneBirth: isSurelyOneBirth(a.birth, b.birth),
    isSameId,
    isAnchored,
    isElsewhere: !isAnchored && isAnother('CITY') && isAnother('PHONE'),
    isPersonal:
      (names?.agreeing ?? 0) >= 2 ||
      evidence.some(({ field, degree }) => degree === 'SAME' && PERSONAL.includes(field)),
  };
}

function compareBirth(a: Birth | null, b: Birth | null, shares: KnownShares): FieldEvidence | null {
  if (!a || !b) return null;
  if (a.day === null || b.day === null) {
    const degree = a.year === b.year ? 'SAME' : 'DIFFERENT';
    return { field: 'BIRTH', degree, bits: agreement('year', degree, Math.max(1 / 80, shares.of('birth', a.year))) };
  }
  const [one, other] = [written(a), written(b)];
  const degree = degreeOfBirths(a, b, one, other);
  return { field: 'BIRTH', degree, bits: agreement('birth', degree, shares.of('birth', one)) };
}

const written = ({ year, month, day }: Birth): string => `${year}${month}${day}`;

function degreeOfBirths(a: Birth, b: Birth, one: string, other: string): Degree {
  if (one === other) return 'SAME';
  if (isSlipOfBirth(a, b)) return 'CLOSE';
  const parts = [a.year === b.year, a.month === b.month, a.day === b.day].filter(Boolean).length;
  if (parts === 2) return 'CLOSE';
  return parts === 1 && slipsBetween(one, other, 2) === 2 ? 'UNLIKE' : 'DIFFERENT';
}

/** Day and month turned, or one digit another. */
const isSlipOfBirth = (a: Birth, b: Birth): boolean =>
  (a.year === b.year && a.month === b.day && a.day === b.month) || slipsBetween(written(a), written(b), 1) === 1;

function isSurelyOneBirth(a: Birth | null, b: Birth | null): boolean {
  if (!a || !b) return true;
  if (a.day === null || b.day === null) return a.year === b.year;
  return written(a) === written(b) || isSlipOfBirth(a, b);
}

/** The parts of an address; what follows from each other counts once. */
function comparePlaces(a: Person, b: Person, shares: KnownShares): (FieldEvidence | null)[] {
  const city = comparePlace('CITY', a.city, b.city, shares);
  const region = comparePlace('REGION', a.region, b.region, shares);
  const postcode = compareCodes('POSTCODE', a.postcode, b.postcode, shares);
  const street = comparePlace('STREET', a.street, b.street, shares);
  const number = compareCodes('NUMBER', a.number, b.number, shares);
  const agrees = (one: FieldEvidence | null): boolean => one !== null && one.bits > 0;
  const half = (one: FieldEvidence): FieldEvidence => ({ ...one, bits: one.bits / 2 });
  return [
    city,
    region && agrees(region) && (agrees(city) || agrees(postcode)) ? half(region) : region,
    postcode && agrees(postcode) && agrees(city) ? half(postcode) : postcode,
    street,
    number && agrees(number) && !agrees(street) ? half(number) : number,
  ];
}

const KINDS = { CITY: 'city', REGION: 'region', STREET: 'street', POSTCODE: 'postcode', NUMBER: 'number' } as const;

function comparePlace(
  field: 'CITY' | 'REGION' | 'STREET',
  a: Place | null,
  b: Place | null,
  shares: KnownShares,
): FieldEvidence | null {
  if (!a || !b) return null;
  const kind = KINDS[field];
  const share = Math.max(shares.of(kind, a.sound), shares.of(kind, b.sound));
  const degree = degreeOfPlaces(a, b);
  return { field, degree, bits: agreement(kind, degree, share) };
}

function degreeOfPlaces(a: Place, b: Place): Degree {
  if (a.word === b.word) return 'SAME';
  if (a.sound === b.sound) return 'SOUND';
  const alike = likeness(a.word, b.word);
  if (Math.min(a.word.length, b.word.length) >= 4 && (alike >= 0.88 || slipsBetween(a.word, b.word, 2) <= 2))
    return 'CLOSE';
  return alike >= 0.75 ? 'UNLIKE' : 'DIFFERENT';
}

function compareCodes(
  field: 'POSTCODE' | 'NUMBER',
  a: string | null,
  b: string | null,
  shares: KnownShares,
): FieldEvidence | null {
  if (!a || !b) return null;
  const kind = KINDS[field];
  const isClose = Math.max(a.length, b.length) >= 2 && slipsBetween(a, b, 1) === 1;
  const degree = a === b ? 'SAME' : isClose ? 'CLOSE' : 'DIFFERENT';
  return { field, degree, bits: agreement(kind, degree, Math.max(shares.of(kind, a), shares.of(kind, b))) };
}

function comparePhones(a: string | null, b: string | null, shares: KnownShares): FieldEvidence | null {
  if (!a || !b) return null;
  // Numbers that follow each other are sold together, to families and companies.
  const isNext = a !== b && a.length === b.length && a.slice(0, -1) === b.slice(0, -1);
  if (isNext) return { field: 'PHONE', degree: 'UNLIKE', bits: 0 };
  const degree = a === b ? 'SAME' : slipsBetween(a, b, 1) === 1 || isExchanged(a, b) ? 'CLOSE' : 'DIFFERENT';
  return { field: 'PHONE', degree, bits: agreement('phone', degree, shares.of('phone', a)) };
}

/** Two digits that have changed places, however far apart. */
function isExchanged(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const [first, second, ...more] = [...a].flatMap((digit, place) => (digit === b[place] ? [] : [place]));
  if (first === undefined || second === undefined || more.length > 0) return false;
  return a[first] === b[second] && a[second] === b[first];
}

function compareIds(a: string | null, b: string | null, shares: KnownShares): FieldEvidence | null {
  if (!a || !b) return null;
  const slips = slipsBetween(a, b, 2);
  const degree = slips === 0 ? 'SAME' : slips === 1 ? 'CLOSE' : slips === 2 ? 'UNLIKE' : 'DIFFERENT';
  return { field: 'NATIONAL_ID', degree, bits: agreement('nationalId', degree, shares.of('nationalId', a)) };
}

function compareEmails(a: Person, b: Person, shares: KnownShares): FieldEvidence | null {
  if (!a.email || !b.email) return null;
  const [one, other] = [a.email, b.email];
  const is = (degree: Degree, bits: number): FieldEvidence => ({ field: 'EMAIL', degree, bits });
  if (one.mailbox === other.mailbox) return is('SAME', agreement('email', 'SAME', shares.of('email', one.mailbox)));
  if (one.local === other.local) {
    const bits = domainBits(one.domain, other.domain, shares);
    if (bits === null && !isTelling(a)) return is('UNLIKE', WEIGHTS.email.unlike);
    return is('CLOSE', Math.min(8, (isTelling(a) ? 5 : 2) + (bits ?? 0)));
  }
  if (!isSlipOfLocal(one.local, other.local)) return is('DIFFERENT', WEIGHTS.email.different);
  // Other digits behind the same letters are another box of the same name, not a slip.
  const bits = one.letters === other.letters ? null : domainBits(one.domain, other.domain, shares);
  return bits === null ? is('UNLIKE', WEIGHTS.email.unlike) : is('CLOSE', Math.min(WEIGHTS.email.close, 2 + bits));
}

/** What two domains that are the same or a slip apart say; null for others. Another ending is another domain. */
function domainBits(a: string, b: string, shares: KnownShares): number | null {
  if (a !== b && isOtherEnding(a, b)) return null;
  if (a !== b && slipsBetween(a, b, 2) > 2 && likeness(a, b) <= 0.92) return null;
  const share = Math.max(shares.of('domain', a), shares.of('domain', b));
  return Math.min(6, Math.max(0, Math.log2(0.2 / share)));
}

/**
 * `con`, `cmo` and all that nobody can register are slips of `com`; two letters of a country, and `org` beside `com`, are
 * endings of their own.
 */
function isOtherEnding(a: string, b: string): boolean {
  const [one, other] = [a, b].map((domain) => domain.slice(domain.lastIndexOf('.') + 1)) as [string, string];
  if (one === other || !parse(a).isIcann || !parse(b).isIcann) return false;
  return Math.max(one.length, other.length) <= 2 || slipsBetween(one, other, 1) > 1;
}

const isSlipOfLocal = (a: string, b: string): boolean =>
  Math.min(a.length, b.length) >= 5 && (slipsBetween(a, b, 2) <= 2 || (a[0] === b[0] && likeness(a, b) > 0.93));

/** Whether an address holds more than the person's name and a word that many take: then it says more than the name did. */
function isTelling({ email, names }: Person): boolean {
  if (!email) return false;
  const rest = names.reduce((text, { word }) => (word.length > 1 ? text.replace(word, '') : text), email.local);
  return rest.length >= 8 || /\d\d/.test(rest);
}
