import { isSlip } from './closeness';
import { isGivenName } from './commonNames';
import { areForms } from './nameForms';
import { type NamePart } from './person';
import { type Degree } from './weights';

/** A part of one name beside the part of the other that fits it best. */
export interface NamePair {
  one: NamePart;
  other: NamePart;
  compared: { bits: number; degree: Degree };
}

/**
 * Whether names, paired by their parts, are surely those of one person, as far as both tell them: spelt otherwise, with a
 * slip, shortened to a letter or called by another form. Not where they may be two of one family: Paul and Paula, Kovács
 * Ferenc and Kovács Ferencné, father and son.
 */
export function isSurelyOneName(a: readonly NamePart[], b: readonly NamePart[], pairs: readonly NamePair[]): boolean {
  if (areMarkedApart(a, b)) return false;
  return pairs.every((pair) => isOnePart(pair) || isSlipOfFamily(pair, pairs));
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

function isOnePart({ one, other, compared: { degree } }: NamePair): boolean {
  if (degree === 'SAME' || degree === 'SOUND' || areForms(one.sound, other.sound)) return true;
  if (degree === 'SHORT') return Math.min(one.word.length, other.word.length) === 1;
  const isMistyped = isSlip(one.word, other.word) || isSlip(one.sound, other.sound);
  return isMistyped && !areBothGiven(one, other) && !isAnotherEnding(one.word, other.word);
}

const areBothGiven = (one: NamePart, other: NamePart): boolean => isGivenName(one.sound) && isGivenName(other.sound);

/**
 * A family name that is a slip or an ending away from the other (Karimov and Karimova), beside a given name that is the
 * same. Where it is not told which part is which, the ending tells, or that the other part is in the list of given names.
 */
function isSlipOfFamily(pair: NamePair, pairs: readonly NamePair[]): boolean {
  const { one, other, compared } = pair;
  if (isWifeOf(one.word, other.word) || (compared.degree !== 'CLOSE' && compared.degree !== 'SHORT')) return false;
  const beside = pairs.filter((another) => another !== pair && isOnePart(another));
  if (one.role !== null && other.role !== null) return one.role === 'FAMILY' && beside.length > 0;
  if (isGiven(pair)) return false;
  const isFamily = FAMILY_ENDING.test(one.word) && FAMILY_ENDING.test(other.word);
  return isFamily ? beside.length > 0 : beside.some(isGiven);
}

/** Ends of family names of the market's languages, of men and of women. */
const FAMILY_ENDING = /(?:ova?|eva?|sk(?:y|iy|i|a|aya)|opoul(?:os|ou)|akis?|id(?:is|es|ou)|yan|ian)$/;

const isGiven = ({ one, other }: NamePair): boolean =>
  one.role === 'GIVEN' || other.role === 'GIVEN' || isGivenName(one.sound) || isGivenName(other.sound);

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
