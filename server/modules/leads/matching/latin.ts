import anyAscii from 'any-ascii';

/** Greek pairs of letters that are one sound: letter by letter they would give "oy", "ay", "ey", "mp", "nt", "gg". */
const GREEK: readonly (readonly [RegExp, string])[] = [
  [/ου/g, 'ou'],
  [/αυ(?=[θκξπσςτφχψ]|(?![α-ω]))/g, 'af'],
  [/ευ(?=[θκξπσςτφχψ]|(?![α-ω]))/g, 'ef'],
  [/αυ/g, 'av'],
  [/ευ/g, 'ev'],
  [/(^|[^α-ω])μπ/g, '$1b'],
  [/(^|[^α-ω])ντ/g, '$1d'],
  [/(^|[^α-ω])γκ/g, '$1g'],
  [/γγ/g, 'ng'],
];

/** Armenian letters that are another sound together, or at the beginning of a word: "ow" and "o" they would give. */
const ARMENIAN: readonly (readonly [RegExp, string])[] = [
  [/ու/g, 'u'],
  [/(^|[^ա-ֆ])ո(?!վ)/g, '$1vo'],
];

/** The Uzbek oʻ, in Russian letters ў; another mark than its own stands for it only between letters: O’Brien is none. */
const UZBEK_O = /oʻ|(?<=\p{L})o['’‘`](?=\p{L})/gu;

/** The words of a text in small Latin letters and digits, whatever script it is in. */
export function latinWords(text: string): string[] {
  let plain = text.normalize('NFD').toLowerCase().replace(UZBEK_O, 'u');
  for (const [letters, sound] of ARMENIAN) plain = plain.replace(letters, sound);
  if (/[α-ω]/.test(plain)) {
    plain = plain.replace(/\p{M}/gu, '');
    for (const [pair, letters] of GREEK) plain = plain.replace(pair, letters);
  }
  const latin = anyAscii(plain.normalize('NFC')).toLowerCase();
  return latin.replace(/['’`ʻ]/g, '').match(/[a-z0-9]+/g) ?? [];
}

/**
 * Spellings that stand for one sound in the Latin forms of Greek, Cyrillic, Armenian, Uzbek and Western names, applied in
 * this order: "Philippos" and "Filippos", "Xasanov" and "Khasanov", "Gasparian" and "Gasparyan" become one.
 */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/^x(?=[aour])/g, 'h'],
  [/x/g, 'ks'],
  // Jörg is written Joerg as well.
  [/(?<=[^aeiouy])([aou])e(?=[^aeiouy])/g, '$1'],
  [/shch|sch|tsch/g, 's'],
  [/^mp/g, 'b'],
  [/^nt/g, 'd'],
  [/^gk/g, 'g'],
  [/mp/g, 'mb'],
  [/gg(?=[ei])/g, 'ng'],
  [/dzh|dj|tz|dz|ts|cz/g, 'z'],
  [/zh|^j/g, 'z'],
  [/j/g, 'y'],
  [/kh|ch/g, 'h'],
  [/sh/g, 's'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/dh/g, 'd'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/w/g, 'v'],
  [/oy|ou|oo/g, 'u'],
  [/ei|oi|ee|ey|ay|ai/g, 'i'],
  [/[yi]+(?=[aou])|y(?=e)/g, ''],
  [/y/g, 'i'],
  [/(?<=[^aeiou])h/g, ''],
  [/(.)\1+/g, '$1'],
];

const heard = new Map<string, string>();
const MOST_HEARD = 50_000;

/** How a word of small Latin letters sounds, roughly: words that differ only in how they are spelt have one sound. */
export function soundOf(word: string): string {
  const known = heard.get(word);
  if (known !== undefined) return known;
  const sound = SOUNDS.reduce((text, [spelling, letter]) => text.replace(spelling, letter), word);
  if (heard.size >= MOST_HEARD) heard.clear();
  heard.set(word, sound);
  return sound;
}

/** The consonants of a sound with its first letter: what slips in vowels leave as it is. */
export const skeletonOf = (sound: string): string => sound.slice(0, 1) + sound.slice(1).replace(/[aeiou]/g, '');
