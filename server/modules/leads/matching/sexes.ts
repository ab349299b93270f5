import { isKnownGiven } from './givenNames';
import { soundOf } from './latin';
import { type NamePair } from './oneName';

type Sex = 'MAN' | 'WOMAN';

/** A family name as it is borne by one sex, and what both bear of it. */
interface Reading {
  sex: Sex;
  /** Which other end makes it the name of the other sex. */
  kind: string;
  stem: string;
}

/** Ends by which a family name of Russians, Uzbeks, Poles, Czechs and Greeks tells a man from a woman. */
const ENDS: readonly (readonly [kind: string, man: RegExp, woman: RegExp])[] = [
  ['ov', /(?<=.{2}(?:[oe]v|[iy]n))$/, /(?<=.{2}(?:[oe]v|[iy]n))a$/],
  ['sky', /(?<=.[sc]k)(?:iy|ij|ii|yy|yj|y|i|oy|oi)$/, /(?<=.[sc]k)(?:aya|aja|aia|a)$/],
  ['oy', /(?<=.{2})(?:oy|oi|yy|yi|iy|y)$/, /(?<=.{2})(?:aya|aja|aia)$/],
  ['ek', /(?<=.{2}[^aeiouy])$/, /(?<=.{2}[^aeiouy])ova$/],
  ['os', /(?<=.{3})os$/, /(?<=.{3})ou$/],
  ['idis', /(?<=.{2}[ia]d)[ie]s$/, /(?<=.{2}[ia]d)ou$/],
  ['is', /(?<=.{3}i)s$/, /(?<=.{3}i)$/],
  ['as', /(?<=.{3}a)s$/, /(?<=.{3}a)$/],
];

/** Petroff and Petrow are Petrov. */
const asInRussian = (word: string): string => word.replace(/(?<=[oe])(?:ff|w)(?=a?$)/, 'v');

function readingsOf(written: string): Reading[] {
  const word = asInRussian(written);
  return ENDS.flatMap(([kind, man, woman]) => {
    const sex: Sex | null = woman.test(word) ? 'WOMAN' : man.test(word) ? 'MAN' : null;
    return sex ? [{ sex, kind, stem: word.replace(sex === 'MAN' ? man : woman, '') }] : [];
  });
}

/** Whether a family name is borne by a man in one name and by a woman in the other: Petrov and Petrova, Vlachos and Vlachou. */
export function areOfTwoSexes({ one, other }: Pick<NamePair, 'one' | 'other'>): boolean {
  if (one.word === other.word || isGiven(one) || isGiven(other)) return false;
  const others = readingsOf(other.word);
  return readingsOf(one.word).some(({ sex, kind, stem }) =>
    others.some((another) => another.kind === kind && another.sex !== sex && soundOf(another.stem) === soundOf(stem)),
  );
}

const isGiven = (part: NamePair['one']): boolean => part.role === 'GIVEN' || isKnownGiven(part);
