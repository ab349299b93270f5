import { soundOf } from '../../matching/latin';

/**
 * How a word sounds where it was carried from one alphabet into another: vowels are heard in many ways, and b, d, g, v, z
 * stand for p, t, k, f, s with or without an m or n before them. Far too rough to tell names by: it only finds what
 * isCarriedFrom() looks at.
 */
export const roughly = (word: string): string =>
  soundOf(word)
    .replace(/[bdgvz]/g, (letter) => 'ptkfs'['bdgvz'.indexOf(letter)]!)
    .replace(/[mn](?=[ptk])/g, '')
    .replace(/(?<=[aeiou])h$/, '')
    .replace(/[aeiou]+/g, '*')
    .replace(/(.)\1+/g, '$1');

/** A w is heard as a v, or as the vowel that other alphabets write for it: Swift is Свифт, Суифт and Σουίφτ, Winfrey Γουίνφρεϊ. */
const W = /wh?(?=[aeiouy])/g;

/** Every way in which the words of a Western name may be spelt before they are carried into another alphabet. */
export const carriedSpellings = (words: readonly string[]): string[][] =>
  words.reduce<string[][]>(
    (ways, word) => {
      const spelt = [word, word.replace(W, 'u'), word.replace(W, 'ou'), word.replace(/^wh?(?=[aeiouy])/, 'gou')];
      return [...new Set(spelt)].flatMap((spelling) => ways.map((way) => [...way, spelling]));
    },
    [[]],
  );

/** Pairs by which Greek writes b, d and g, where they stand within a word (at its beginning latin.ts has them). */
const GREEK_PAIRS: readonly (readonly [RegExp, string])[] = [
  [/mp/g, 'b'],
  [/nt/g, 'd'],
  [/n?gk|ng/g, 'g'],
];

/** The consonants of a word by sound; s and z are written for each other everywhere. */
const consonantsOf = (word: string): string =>
  soundOf(word)
    .replace(/z/g, 's')
    .replace(/[mn](?=[bdgptk])/g, '')
    .replace(/(?<=[aeiou])h$/, '')
    .replace(/[aeiou]+/g, '*');

/** Which vowels a Western spelling is heard as, and so written as in another alphabet: Gates, Гейтс. */
const HEARD_AS: readonly (readonly [RegExp, string])[] = [
  [/^y?a$/, 'ae'],
  [/^e$/, 'ei'],
  [/^y?o$/, 'oua'],
  [/^(?:u|iu|yu)$/, 'ua'],
  [/^(?:i|y|ee|ii|iy|yi)$/, 'i'],
  [/^(?:ai|ay)$/, 'aei'],
  [/^(?:ei|ey|ie|ea)$/, 'ei'],
  [/^(?:oo|ou)$/, 'uo'],
  [/^au$/, 'oa'],
  [/^i+[ao]$/, 'ao'],
  // Behind a w: Walt, Уолт.
  [/^o?ua$/, 'ao'],
];

/** Pairs that are one vowel in the other alphabets too. */
const ONE_VOWEL: readonly (readonly [RegExp, string])[] = [
  [/^(?:ou|iou|y+u|i+u|yy+u)$/, 'u'],
  [/^[iy]+a$/, 'a'],
  [/^[iy]+o$/, 'o'],
  [/^[iy]*e$/, 'e'],
];

/** The vowels between the consonants of a word; the end of Mariah and Jeremiah is spoken otherwise than that of Maria. */
const vowelsOf = (word: string): string[] =>
  word
    .replace(/iah$/, 'aia')
    .replace(/(?<=[aeiouy])h$/, '')
    .match(/[aeiouy]+/g) ?? [];

/** Without the i before another vowel, which alphabets write or leave out: Mirziyoyev, Мирзиёев. */
const withoutGlides = (vowels: string): string => vowels.replace(/[iy]+(?=[aou])|y(?=e)/g, '').replaceAll('y', 'i');

function areHeardAlike(western: string, other: string): boolean {
  const heard = HEARD_AS.find(([spelling]) => spelling.test(western))?.[1];
  if (heard === undefined) return withoutGlides(western) === withoutGlides(other);
  const written = ONE_VOWEL.find(([spelling]) => spelling.test(other))?.[1] ?? other.replaceAll('y', 'i');
  return [...heard].some((vowel) => written.includes(vowel));
}

/**
 * Whether a word of another alphabet, in Latin letters, is this very word as that alphabet writes it: its consonants, but
 * for those that Greek writes as pairs, and vowels as they may be heard. Of Bill it is Μπιλ and Билл, of Marie Curie not
 * Μαρία Κύρου.
 */
export function isCarriedFrom(western: string, other: string, isGreek: boolean): boolean {
  const consonants = consonantsOf(western);
  const paired = isGreek ? GREEK_PAIRS.reduce((word, [pair, letter]) => word.replace(pair, letter), other) : other;
  if (consonants !== consonantsOf(other) && consonants !== consonantsOf(paired)) return false;
  const [heard, written] = [vowelsOf(western), vowelsOf(other)];
  // A vowel that is not spoken leaves no pairs to compare: James, Τζέιμς.
  if (heard.length !== written.length) return false;
  return heard.every((vowels, place) => areHeardAlike(vowels, written[place]!));
}
