import { likeness, slipsBetween } from './closeness';
import { skeletonOf } from './latin';
import { type NamePart } from './person';
import { type KnownShares, Shares } from './shares';
import { agreement, type Degree, WEIGHTS } from './weights';

const NOBODY = new Shares();

/** How two whole names compare. */
export interface NamesCompared {
  bits: number;
  degree: Degree | null;
  /** Given and family name stand the other way round. */
  isSwapped: boolean;
  /** A part of both names that is clearly another one: two people, whatever else they share. */
  isContradicted: boolean;
  /** How many parts agree. */
  agreeing: number;
}

/** Whether two names are those of two people of one family: another given name beside a part that agrees. */
export function isOfOneFamily(a: readonly NamePart[], b: readonly NamePart[]): boolean {
  const degrees = alignParts(a, b, NOBODY).map(({ compared }) => compared.degree);
  return degrees.includes('DIFFERENT') && degrees.some((degree) => degree !== 'DIFFERENT' && degree !== 'UNLIKE');
}

interface PartCompared {
  bits: number;
  degree: Degree;
}

/** Compares names by their parts in the order that fits best; null where one has none. */
export function compareNames(
  a: readonly NamePart[],
  b: readonly NamePart[],
  shares: KnownShares,
): NamesCompared | null {
  if (a.length === 0 || b.length === 0) return null;
  const pairs = alignParts(a, b, shares);
  const isSwapped = pairs.some(({ one, other }) => one.role !== null && other.role !== null && one.role !== other.role);
  const bits = pairs.reduce((sum, { compared }) => sum + compared.bits, 0) + (isSwapped ? WEIGHTS.swapped : 0);
  const degrees = pairs.map(({ compared }) => compared.degree);
  const agreeing = degrees.filter((degree) => degree !== 'UNLIKE' && degree !== 'DIFFERENT').length;
  return { bits, degree: worstOf(degrees), isSwapped, isContradicted: degrees.includes('DIFFERENT'), agreeing };
}

const ORDER: readonly Degree[] = ['SAME', 'SOUND', 'SHORT', 'CLOSE', 'UNLIKE', 'DIFFERENT'];

const worstOf = (degrees: readonly Degree[]): Degree =>
  degrees.reduce((worst, degree) => (ORDER.indexOf(degree) > ORDER.indexOf(worst) ? degree : worst), 'SAME');

interface Pair {
  one: NamePart;
  other: NamePart;
  compared: PartCompared;
}

/** Each part of the shorter name with one of the other: the pairs that agree best first, known roles together. */
function alignParts(a: readonly NamePart[], b: readonly NamePart[], shares: KnownShares): Pair[] {
  const all = a.flatMap((one) => b.map((other): Pair => ({ one, other, compared: comparePart(one, other, shares) })));
  const fit = ({ one, other, compared }: Pair): number =>
    compared.bits + (one.role !== null && one.role === other.role ? -WEIGHTS.swapped : 0);
  all.sort((x, y) => fit(y) - fit(x));
  const taken = new Set<NamePart>();
  const pairs: Pair[] = [];
  for (const pair of all) {
    if (taken.has(pair.one) || taken.has(pair.other)) continue;
    taken.add(pair.one).add(pair.other);
    // A given name beside a family name says nothing where each lacks the other.
    const isCrossed = pair.one.role !== null && pair.other.role !== null && pair.one.role !== pair.other.role;
    if (isCrossed && pair.compared.bits <= 0) continue;
    pairs.push(pair);
  }
  return pairs;
}

function comparePart(one: NamePart, other: NamePart, shares: KnownShares): PartCompared {
  const share = Math.max(shares.of('name', one.sound), shares.of('name', other.sound));
  const degree = one.word === other.word ? 'SAME' : rememberedDegree(one, other);
  return { degree, bits: agreement('name', degree, share) };
}

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

function degreeOf({ word: a, sound: soundA }: NamePart, { word: b, sound: soundB }: NamePart): Degree {
  if (a === b) return 'SAME';
  // Numbers are no slips: guest 17 is not guest 18.
  if (/\d/.test(a + b)) return 'DIFFERENT';
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length > 1 && soundA === soundB) return 'SOUND';
  if (short.length <= 2) return long.startsWith(short) ? 'SHORT' : 'UNLIKE';
  const alike = Math.max(likeness(a, b), likeness(soundA, soundB));
  if (isSlip(a, b) || isSlip(soundA, soundB) || alike >= 0.93) return 'CLOSE';
  if (short.length >= 3 && long.startsWith(short)) return 'SHORT';
  if (alike >= 0.84) return 'CLOSE';
  const isSameFrame = short.length >= 5 && skeletonOf(soundA) === skeletonOf(soundB);
  return isSameFrame || alike >= 0.72 ? 'UNLIKE' : 'DIFFERENT';
}

/** One slip in a short word, two in a long one. */
function isSlip(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  const most = length >= 8 ? 2 : 1;
  return length >= 4 && slipsBetween(a, b, most) <= most;
}
