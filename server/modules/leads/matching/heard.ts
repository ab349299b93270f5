/** Spellings of one sound that no short name is told from another by. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^x(?=[aour])/, 'h'],
  [/(?<=[^aeiouy])([aou])e(?=[^aeiouy])/g, '$1'],
  [/^mp/, 'b'],
  [/^nt/, 'd'],
  [/^gk/, 'g'],
  [/dzh|zh|dj/g, 'j'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/w/g, 'v'],
  [/ck|q|c(?![heiy])/g, 'k'],
  [/(.)\1+/g, '$1'],
  [/^i(?=[aou])/, 'y'],
  [/^ye/, 'e'],
  [/iy(?=[aou])/g, 'i'],
  [/ai(?=[aou])/g, 'ay'],
  [/y(?![aeou])/g, 'i'],
];

/** So short a name is told from another by a vowel. */
const SHORT = 4;

function spelt(word: string): string {
  const text = SPELLINGS.reduce((before, [spelling, letter]) => before.replace(spelling, letter), word);
  // Olya and Olia are one name, Mya and Mia two.
  return word.length > 3 ? text.replace(/(?<=[^aeiou])y(?=[aou])/g, 'i') : text;
}

/** Zh is written Z where the sign for it lacks, so Zhanna is neither. */
const beginsWithJ = (word: string): boolean => /^(?:j|dj|dzh)/.test(word);
const beginsWithZ = (word: string): boolean => /^z(?!h)/.test(word);

/**
 * Whether two words that sound the same, roughly (latin.ts), may be two names all the same: short ones that differ in a
 * vowel (Mia, Mya and Maya, Dana and Diana), and J beside Z (Joe and Zoe, Jahid and Zahid).
 */
export function areHeardApart(a: string, b: string): boolean {
  if ((beginsWithJ(a) && beginsWithZ(b)) || (beginsWithZ(a) && beginsWithJ(b))) return true;
  return Math.min(a.length, b.length) <= SHORT && spelt(a) !== spelt(b);
}
