import { isSlip, isSlipOfFinger, isSlipOfHand } from './closeness';
import { isFamilyName } from './commonNames';
import { areTitledApart, isOfFathers, withoutTitles } from './fathers';
import { areTwoGiven, isKnownGiven } from './givenNames';
import { areHeardApart } from './heard';
import { areKinApart, areMarkedApart, withoutMarks } from './marks';
import { areForms } from './nameForms';
import { type NamePart } from './person';
import { areOfTwoSexes } from './sexes';
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
 * slip, shortened to a letter or called by another form. Not where they may be two of one family: Paul and Paula, Sasha
 * Petrov and Sasha Petrova, Kovács Ferenc and Kovács Ferencné, father and son. Nor where a letter is another one: that
 * makes another name too often, and the list of given names does not hold them all (Salama and Salima, Aziz and Azim).
 */
export const isSurelyOneName = (a: readonly NamePart[], b: readonly NamePart[], pairs: readonly NamePair[]): boolean =>
  !pairs.some(areOfTwoSexes) && isOneNameIfReachedTwice(a, b, pairs);

/**
 * The same if phone and e-mail both agree: then a woman may be called by her husband's form of the family name, as abroad,
 * or a man by a slip.
 */
export const isOneNameIfReachedTwice = (
  a: readonly NamePart[],
  b: readonly NamePart[],
  pairs: readonly NamePair[],
): boolean => areOneName(a, b, pairs, isSlipOfFinger);

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

/** Whether names tell two of one family by more than how the parts are spelt. */
export const areOfOneFamily = (a: readonly NamePart[], b: readonly NamePart[], pairs: readonly NamePair[]): boolean =>
  areTitledApart(a, b) || areKinApart(a, b) || areOwnNamesApart(a, b, isSlipOfFinger) || pairs.some(areOfTwoSexes);

function areOneName(
  a: readonly NamePart[],
  b: readonly NamePart[],
  pairs: readonly NamePair[],
  isMistyped: IsSlip,
): boolean {
  if (areMarkedApart(a, b) || areKinApart(a, b) || areOwnNamesApart(a, b, isMistyped)) return false;
  return pairs.every(
    (pair) =>
      (isOnePart(pair, isMistyped) && (!isEndingOfS(pair) || hasWholePartBeside(pair, pairs, isMistyped))) ||
      isSlipOfFamily(pair, pairs, isMistyped),
  );
}

/** Of names that go on with the father's the first is one's own: Hassan Ali is the father of Ali Hassan Ali. */
function areOwnNamesApart(a: readonly NamePart[], b: readonly NamePart[], isMistyped: IsSlip): boolean {
  const [named, otherwise] = [withoutTitles(withoutMarks(a)), withoutTitles(withoutMarks(b))];
  const [[one], [other]] = [named, otherwise];
  if (!one || !other || !isOfFathers(named) || !isOfFathers(otherwise)) return false;
  return one.sound !== other.sound && !areForms(one.sound, other.sound) && !isMistyped(one.word, other.word);
}

function isOnePart({ one, other, compared: { degree } }: NamePair, isMistyped: IsSlip): boolean {
  if (degree === 'SOUND') return !areHeardApart(one.word, other.word);
  if (degree === 'SAME' || areForms(one.sound, other.sound)) return true;
  if (degree === 'SHORT') return Math.min(one.word.length, other.word.length) === 1;
  return isMistyped(one.word, other.word) && !areTwoGiven(one, other) && !isAnotherEnding(one.word, other.word);
}

/** Whether a word is the other with an s behind a vowel, as of husband and wife in Greek: Papadakis and Papadaki. */
function isEndingOfS({ one: { word: a }, other: { word: b } }: NamePair): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long === `${short}s` && /[aeiouy]$/.test(short);
}

/** Whether another part, not an initial alone, is surely the same: then it is one person however the family name ends. */
const hasWholePartBeside = (pair: NamePair, pairs: readonly NamePair[], isMistyped: IsSlip): boolean =>
  pairs.some(
    (another) =>
      another !== pair &&
      Math.min(another.one.word.length, another.other.word.length) > 1 &&
      isOnePart(another, isMistyped),
  );

/**
 * A family name that is a slip or an ending away from the other (Karimov and Karimova), beside a given name that is the
 * same. Where it is not told which part is which, the ending tells, or the list of family names. That the other part is a
 * given name tells nothing: the family name of many is the given name of a father (Augustina and Augustino Joseph).
 */
function isSlipOfFamily(pair: NamePair, pairs: readonly NamePair[], isMistyped: IsSlip): boolean {
  const { one, other, compared } = pair;
  if (isWifeOf(one.word, other.word) || (compared.degree !== 'CLOSE' && compared.degree !== 'SHORT')) return false;
  if (!hasWholePartBeside(pair, pairs, isMistyped)) return false;
  if (one.role !== null && other.role !== null) return one.role === 'FAMILY';
  if (isGiven(pair)) return false;
  if (FAMILY_ENDING.test(one.word) && FAMILY_ENDING.test(other.word)) return true;
  const beside = pairs.filter((another) => another !== pair && isOnePart(another, isMistyped));
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
