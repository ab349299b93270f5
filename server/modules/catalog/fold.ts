import anyAscii from 'any-ascii';

/** Letters of Uzbek Cyrillic that a general transliteration gives other Latin letters than Uzbek's own alphabet. */
const UZBEK: Readonly<Record<string, string>> = {
  ў: 'o',
  қ: 'q',
  ғ: 'g',
  ҳ: 'h',
  х: 'x',
  ж: 'j',
  й: 'y',
  ё: 'yo',
  ъ: '',
  ь: '',
};

/** Pairs of letters that are one sound: letter by letter they would give "oy", "ay", "ey", "mp", "gg". */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/ου/g, 'ou'],
  [/αυ/g, 'av'],
  [/ευ/g, 'ev'],
  [/(^|[^α-ω])μπ/g, '$1b'],
  [/γγ/g, 'ng'],
  [/ու/g, 'u'],
];

/**
 * The key under which spellings of one place meet: without case, accents, punctuation and script. "Toshkent" and
 * "Тошкент", "ΛΑΡΙΣΑ" and "Lárisa", "St. Louis" and "Saint Louis" have one key. Not for display.
 */
export function foldName(text: string): string {
  let folded = text.normalize('NFKD').toLowerCase().replace(/ς/g, 'σ');
  // Cyrillic letters with a mark of their own (ў, й, ё) fall apart in NFKD: put them together again before the table.
  folded = folded.normalize('NFC').replace(/[ўқғҳхжйёъь]/g, (letter) => UZBEK[letter] ?? letter);
  folded = folded.normalize('NFD').replace(/\p{Mark}/gu, '');
  for (const [pair, sound] of PAIRS) folded = folded.replace(pair, sound);
  const words = anyAscii(folded)
    .toLowerCase()
    .replace(/['`’‘ʻʼ]/g, '')
    .split(/[^a-z0-9]+/);
  return words.map((word) => (word === 'st' ? 'saint' : word)).join('');
}
