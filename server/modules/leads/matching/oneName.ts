import { isSlip, isSlipOfFinger, isSlipOfHand } from './closeness';
import { isFamilyName } from './commonNames';
import { areTwoGiven, isKnownGiven } from './givenNames';
import { areForms } from './nameForms';
import { type NamePart } from './person';
import { type Degree } from './weights';

/** A part of one name beside the part of the other that fits it best. */
export interface NamePair {
  one: NamePart;
  other: NamePart;
  compared: { bits: number; degree: Degree };
}

/** What counts as a slip of one word. */
type IsSlip = (a: string, b: string) => boolean;

/**
 * Whether names, paired by their parts, are surely those of one person, as far as both tell them: spelt otherwise, with a
 * slip, shortened to a letter or called by another form. Not where they may be two of one family: Paul and Paula, Kovács
 * Ferenc and Kovács Ferencné, father and son. Nor where a letter is another one: that makes another name too often, and
 * the list of given names does not hold them all (Salama and Salima, Aziz and Azim).
 */
export const isSurelyOneName = (a: readonly NamePart[], b: readonly NamePart[], pairs: readonly NamePair[]): boolean =>
  areOneName(a, b, pairs, isSlipOfFinger);

/**
 * Whether names are those of one person if the date of birth says so too: then a letter may be another one. Twins are born
 * on one day as well, so that two known names are a question still (Hasan and Husan), and so is a letter that no hand takes
 * for the other (Rory and Cory).
 */
export const isOneNameIfBornAlike = (
  a: readonly NamePart[],
  b: readonly NamePart[],
  pairs: readonly NamePair[],
): boolean => areOneName(a, b, pairs, isSlipOfHand);

function areOneName(
  a: readonly NamePart[],
  b: readonly NamePart[],
  pairs: readonly NamePair[],
  isMistyped: IsSlip,
): boolean {
  if (areMarkedApart(a, b)) return false;
  return pairs.every((pair) => isOnePart(pair, isMistyped) || isSlipOfFamily(pair, pairs, isMistyped));
}

/** What tells people of one name apart: the younger, the elder, the second. */
const MARKS = /^(?:(ifj|ifju|ifjabb|jr|jnr|junior)|(id|idosb|idosebb|sr|snr|senior)|(ii|iii|iv))$/;

const marksOf = (names: readonly NamePart[]): string =>
  names
    .flatMap(({ word }) => {
      const [, younger, elder, number] = MARKS.exec(word) ?? [];
      return (younger && 'younger') ?? (elder && 'elder') ?? number ?? [];
    })
    .join(' ');

/** Whether one bears a mark that tells it from the other, however alike the names are: father and son. */
export const areMarkedApart = (a: readonly NamePart[], b: readonly NamePart[]): boolean => marksOf(a) !== marksOf(b);

function isOnePart({ one, other, compared: { degree } }: NamePair, isMistyped: IsSlip): boolean {
  if (degree === 'SAME' || degree === 'SOUND' || areForms(one.sound, other.sound)) return true;
  if (degree === 'SHORT') return Math.min(one.word.length, other.word.length) === 1;
  return isMistyped(one.word, other.word) && !areTwoGiven(one, other) && !isAnotherEnding(one.word, other.word);
}

/**
 * A family name that is a slip or an ending away from the other (Karimov and Karimova), beside a given name that is the
 * same. Where it is not told which part is which, the ending tells, or the list of family names. That the other part is a
 * given name tells nothing: the family name of many is the given name of a father (Augustina and Augustino Joseph).
 */
function isSlipOfFamily(pair: NamePair, pairs: readonly NamePair[], isMistyped: IsSlip): boolean {
  const { one, other, compared } = pair;
  if (isWifeOf(one.word, other.word) || (compared.degree !== 'CLOSE' && compared.degree !== 'SHORT')) return false;
  const beside = pairs.filter((another) => another !== pair && isOnePart(another, isMistyped));
  if (one.role !== null && other.role !== null) return one.role === 'FAMILY' && beside.length > 0;
  if (isGiven(pair)) return false;
  if (FAMILY_ENDING.test(one.word) && FAMILY_ENDING.test(other.word)) return beside.length > 0;
  const isFamily = isFamilyName(one.sound) || isFamilyName(other.sound);
  return isFamily && isSlip(one.word, other.word) && beside.some(isGiven);
}

/** Ends of family names of the market's languages, of men and of women. */
const FAMILY_ENDING = /(?:ova?|eva?|sk(?:y|iy|i|a|aya)|opoul(?:os|ou)|akis?|id(?:is|es|ou)|yan|ian)$/;

const isGiven = ({ one, other }: NamePair): boolean =>
  one.role === 'GIVEN' || other.role === 'GIVEN' || isKnownGiven(one) || isKnownGiven(other);

/** The Hungarian wife of: Ferenc and Ferencné. */
const isWifeOf = (a: string, b: string): boolean => `${a}ne` === b || `${b}ne` === a;

/** Ends of a word, beside an -a of one alone, by which the names of a woman and a man differ. */
const ENDINGS = new Set(
  ['|e', '|ie', '|ne', '|ine', '|ette', '|m', 'i|os'].map((ends) => ends.split('|').sort().join('|')),
);

function isAnotherEnding(a: string, b: string): boolean {
  if (a.endsWith('a') !== b.endsWith('a')) return true;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  return ENDINGS.has([a.slice(start), b.slice(start)].sort().join('|'));
}
