import { isSlip, likeness } from './closeness';
import { skeletonOf, soundOf } from './latin';
import { areMarkedApart } from './marks';
import {
  areOfOneFamily,
  isOneNameIfBornAlike,
  isOneNameIfReachedTwice,
  isSurelyOneName,
  type NamePair,
} from './oneName';
import { type NamePart } from './person';
import { type KnownShares } from './shares';
import { areUzbekSpellings } from './uzbek';
import { agreement, type Degree, WEIGHTS } from './weights';

/** How two whole names compare. */
export interface NamesCompared {
  bits: number;
  degree: Degree | null;
  /** Given and family name stand the other way round. */
  isSwapped: boolean;
  /** A part of both names that is clearly another one: two people, whatever else they share. */
  isContradicted: boolean;
  /** Surely the names of one person, as far as they are told; else they may be two of a family. */
  isSurelyOne: boolean;
  /** The same, if the date of birth agrees. */
  isOneIfBornAlike: boolean;
  /** The same, if phone and e-mail both agree. */
  isOneIfReachedTwice: boolean;
  /** How many parts agree. */
  agreeing: number;
}

type PartCompared = NamePair['compared'];

/**
 * Compares names by their parts in the order that fits best; null where one has none. `spelling`: what both told elsewhere,
 * as the letters of an address; a part that it spells as one of them did was a slip of the other.
 */
export function compareNames(
  a: readonly NamePart[],
  b: readonly NamePart[],
  shares: KnownShares,
  spelling: string | null = null,
): NamesCompared | null {
  if (a.length === 0 || b.length === 0) return null;
  const pairs = alignParts(a, b, shares, spelling);
  const isSwapped = pairs.some(isCrossed);
  const bits = pairs.reduce((sum, { compared }) => sum + compared.bits, 0) + (isSwapped ? WEIGHTS.swapped : 0);
  const degrees = pairs.map(({ compared }) => compared.degree);
  const agreeing = degrees.filter((degree) => degree !== 'UNLIKE' && degree !== 'DIFFERENT').length;
  return {
    bits,
    degree: agreeing > 0 && areOfOneFamily(a, b, pairs) ? 'KIN' : worstOf(withMark(degrees, areMarkedApart(a, b))),
    isSwapped,
    isContradicted: degrees.includes('DIFFERENT'),
    isSurelyOne: isSurelyOneName(a, b, pairs),
    isOneIfBornAlike: isOneNameIfBornAlike(a, b, pairs),
    isOneIfReachedTwice: isOneNameIfReachedTwice(a, b, pairs),
    agreeing,
  };
}

const withMark = (degrees: readonly Degree[], areMarked: boolean): readonly Degree[] =>
  areMarked ? [...degrees, 'MARKED'] : degrees;

const ORDER: readonly Degree[] = ['SAME', 'SOUND', 'SHORT', 'CLOSE', 'MARKED', 'KIN', 'UNLIKE', 'DIFFERENT'];

const worstOf = (degrees: readonly Degree[]): Degree =>
  degrees.reduce((worst, degree) => (ORDER.indexOf(degree) > ORDER.indexOf(worst) ? degree : worst), 'SAME');

/** Each part of the shorter name with one of the other: the pairs that agree best first, known roles together. */
function alignParts(
  a: readonly NamePart[],
  b: readonly NamePart[],
  shares: KnownShares,
  spelling: string | null,
): NamePair[] {
  const all = a.flatMap((one) =>
    b.map((other): NamePair => ({ one, other, compared: comparePart(one, other, shares, spelling) })),
  );
  const fit = ({ one, other, compared }: NamePair): number =>
    compared.bits + (one.role !== null && one.role === other.role ? -WEIGHTS.swapped : 0);
  all.sort((x, y) => fit(y) - fit(x));
  const taken = new Set<NamePart>();
  const pairs = all.filter(({ one, other }) => {
    if (taken.has(one) || taken.has(other)) return false;
    taken.add(one).add(other);
    return true;
  });
  // A given name beside a family name says nothing where each lacks the other; where one agrees the columns are swapped.
  const isSwapped = pairs.some((pair) => isCrossed(pair) && pair.compared.bits > 0);
  return isSwapped ? pairs : pairs.filter((pair) => !isCrossed(pair));
}

const isCrossed = ({ one, other }: NamePair): boolean =>
  one.role !== null && other.role !== null && one.role !== other.role;

function comparePart(one: NamePart, other: NamePart, shares: KnownShares, spelling: string | null): PartCompared {
  const share = Math.max(shares.of('name', one.sound), shares.of('name', other.sound));
  const degree = one.word === other.word ? 'SAME' : rememberedDegree(one, other);
  const isSpelt = degree === 'CLOSE' && spelling !== null && isSpeltIn(spelling, one, other);
  return { degree, bits: agreement('name', isSpelt ? 'SAME' : degree, share) };
}

/** Short parts stand in many words by chance. */
const LEAST_SPELT = 4;

const isSpeltIn = (spelling: string, ...parts: readonly NamePart[]): boolean =>
  parts.some(({ word }) => word.length >= LEAST_SPELT && spelling.includes(word));

const remembered = new Map<string, Degree>();
const MOST_REMEMBERED = 100_000;

/** Files and markets hold the same few thousand names: how two of them compare is remembered. */
function rememberedDegree(one: NamePart, other: NamePart): Degree {
  const pair = `${one.word} ${other.word}`;
  const known = remembered.get(pair);
  if (known) return known;
  const degree = degreeOf(one, other);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(pair, degree);
  return degree;
}

/** The Armenian ու is a u that becomes "ow" letter by letter: Վարդուհի is Varduhi. */
const armenianSound = (word: string): string => soundOf(word.replace(/ow(?![aeiou])/g, 'u'));

function degreeOf({ word: a, sound: soundA }: NamePart, { word: b, sound: soundB }: NamePart): Degree {
  if (a === b) return 'SAME';
  // Numbers are no slips: guest 17 is not guest 18.
  if (/\d/.test(a + b)) return 'DIFFERENT';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length > 1 && (soundA === soundB || armenianSound(a) === armenianSound(b))) return 'SOUND';
  if (areUzbekSpellings(a, b)) return 'SOUND';
  if (short.length <= 2) return long.startsWith(short) ? 'SHORT' : 'UNLIKE';
  const alike = Math.max(likeness(a, b), likeness(soundA, soundB));
  if (isSlip(a, b) || isSlip(soundA, soundB) || alike >= 0.93) return 'CLOSE';
  if (short.length >= 3 && long.startsWith(short)) return 'SHORT';
  if (alike >= 0.84) return 'CLOSE';
  const isSameFrame = short.length >= 5 && skeletonOf(soundA) === skeletonOf(soundB);
  return isSameFrame || alike >= 0.72 ? 'UNLIKE' : 'DIFFERENT';
}
