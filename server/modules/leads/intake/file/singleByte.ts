import codePages from './codePages.json';
import letters from './letters.json';

/** The single-byte encodings that are told apart; the names are IANA's where it has one. */
export type CodePage = keyof typeof codePages;

export const CODE_PAGES = Object.keys(codePages) as CodePage[];

type Script = 'LATIN' | 'GREEK' | 'CYRILLIC';

interface Glyph {
  char: string;
  lower: string;
  script: Script | null;
  isUpper: boolean;
  isLower: boolean;
}

/** Penalties are in nats, so that they add up with logarithms of letter frequencies; tuned on names of 20 languages. */
const UNASSIGNED = -25;
const SYMBOL = -10;
const PUNCTUATION = -4.5;
const LETTER_OF_OTHER_LANGUAGE = -9;
const LETTER_OF_OTHER_SCRIPT = -12;
const MIXED_SCRIPT = -6;
const CAPITAL_AFTER_SMALL = -5;
const WRONG_PLACE_IN_WORD = -5;
const LATIN_RUN = -3;
const COUNTRY_LANGUAGE = 4;

const COMMON_PUNCTUATION = new Set([...'€£‚„…‘’“”–—«»¡¿°№§©®™•\u00a0']);
const APOSTROPHES = new Set([...'’‘ʼ']);

/** Words of one letter that begin sentences in Greek and Cyrillic; other capitals seldom stand alone. */
const ALONE_AS_CAPITALS = new Set([...'ΗΟΩΉΌΏАВИКОСУЯЄІЇ']);

/** Letters after which neither Uzbek (o‘, g‘, a’) nor French, Italian or Irish names put an apostrophe. */
const NEVER_BEFORE_APOSTROPHE = /[bfhkpqrvwxyz]/i;

/** Pages that few programs write today need a little more evidence; later entries of equal score lose. */
const PAGE_PRIOR: Partial<Record<CodePage, number>> = {
  'windows-1257': -2,
  'iso-8859-16': -4,
  'iso-8859-4': -4,
  'iso-8859-10': -5,
  'iso-8859-13': -3,
  macintosh: -3,
  'mac-cyrillic': -3,
  'mac-greek': -10,
  'mac-latin2': -3,
  cp437: -4,
  cp737: -3,
  cp850: -3,
  cp852: -3,
  cp866: -2,
  cp775: -4,
  cp855: -4,
  cp857: -4,
  cp861: -5,
  cp865: -5,
  cp869: -4,
  'mac-turkish': -4,
  'mac-croatian': -5,
  'mac-romanian': -5,
};

const LANGUAGES_OF_COUNTRY: Record<string, string[]> = {
  GR: ['el'],
  CY: ['el', 'tr'],
  HU: ['hu'],
  DE: ['de'],
  AT: ['de'],
  CH: ['de', 'fr', 'it'],
  AM: ['ru'],
  UZ: ['uz', 'uz-Latn', 'ru'],
  KZ: ['ru'],
  RU: ['ru'],
  UA: ['uk', 'ru'],
  BG: ['bg'],
  RS: ['sr', 'hr'],
  HR: ['hr'],
  SI: ['hr'],
  PL: ['pl'],
  CZ: ['cs'],
  SK: ['sk', 'hu'],
  RO: ['ro', 'hu'],
  TR: ['tr'],
  US: ['es'],
  ES: ['es', 'ca'],
  MX: ['es'],
  FR: ['fr'],
  IT: ['it'],
  PT: ['pt'],
  BR: ['pt'],
};

const glyphOf = (char: string): Glyph => {
  const lower = char === 'İ' ? char : char.toLowerCase();
  const upper = char.toUpperCase();
  const isLetter = /\p{L}/u.test(char) && !/[ªºʼµ]/u.test(char);
  const script = /\p{Script=Greek}/u.test(char) ? 'GREEK' : /\p{Script=Cyrillic}/u.test(char) ? 'CYRILLIC' : 'LATIN';
  return {
    char,
    lower,
    script: isLetter ? script : null,
    isUpper: isLetter && lower !== char,
    isLower: isLetter && upper !== char,
  };
};

const pages = Object.entries(codePages).map(([name, upperHalf]) => ({
  name: name as CodePage,
  glyphs: Array.from({ length: 256 }, (_, byte) =>
    glyphOf(byte < 128 ? String.fromCharCode(byte) : upperHalf.charAt(byte - 128)),
  ),
}));

const languages = Object.entries(letters).map(([code, list]) => {
  const entries = list.split(' ').map((entry) => [entry.charAt(0), Number(entry.slice(1))] as const);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  return {
    code,
    script: glyphOf(entries[0]![0]).script ?? 'LATIN',
    logOf: new Map(entries.map(([char, weight]) => [char, Math.log((0.98 * weight) / total)])),
  };
});

/** How the high bytes of a page would be spread over a language's letters, from the counts of each byte. */
function likelihood(glyphs: Glyph[], counts: number[], language: (typeof languages)[number]): number {
  let sum = 0;
  for (let byte = 128; byte < 256; byte++) {
    const count = counts[byte]!;
    if (count === 0) continue;
    const glyph = glyphs[byte]!;
    const known = language.logOf.get(glyph.lower);
    if (known !== undefined) sum += count * known;
    else if (glyph.script === null) sum += count * symbolScore(glyph.char);
    else sum += count * (glyph.script === language.script ? LETTER_OF_OTHER_LANGUAGE : LETTER_OF_OTHER_SCRIPT);
  }
  return sum;
}

function symbolScore(char: string): number {
  if (char === '\ufffd') return UNASSIGNED;
  return COMMON_PUNCTUATION.has(char) ? PUNCTUATION : SYMBOL;
}

/** What speaks against a page by the shape of words alone: case, mixed scripts, symbols inside words, final sigma. */
function shapeOf(glyphs: Glyph[], words: readonly Buffer[]): number {
  let sum = 0;
  for (const word of words) {
    let run = 0;
    for (let i = 0; i < word.length; i++) {
      const byte = word[i]!;
      const glyph = glyphs[byte]!;
      const before = i > 0 ? glyphs[word[i - 1]!]! : undefined;
      const next = i + 1 < word.length ? glyphs[word[i + 1]!]! : undefined;
      const isHighPair = byte >= 128 || (i > 0 && word[i - 1]! >= 128);
      if (isHighPair && before) sum += pairScore(before, glyph);
      if (byte >= 128) sum += placeScore(glyph, before, next);
      run = byte >= 128 && glyph.script === 'LATIN' ? run + 1 : 0;
      if (run > 2) sum += LATIN_RUN;
    }
  }
  return sum;
}

function pairScore(before: Glyph, glyph: Glyph): number {
  let sum = 0;
  if (before.script && glyph.script && before.script !== glyph.script) sum += MIXED_SCRIPT;
  if (before.isLower && glyph.isUpper) sum += CAPITAL_AFTER_SMALL;
  return sum;
}

function placeScore(glyph: Glyph, before: Glyph | undefined, next: Glyph | undefined): number {
  const isAfterLetter = before?.script != null;
  const isBeforeLetter = next?.script != null;
  if (glyph.script === null) {
    if (APOSTROPHES.has(glyph.char)) {
      if (isAfterLetter && isBeforeLetter) return NEVER_BEFORE_APOSTROPHE.test(before.char) ? WRONG_PLACE_IN_WORD : 0;
      return isBeforeLetter ? WRONG_PLACE_IN_WORD / 2 : 0;
    }
    return isAfterLetter && isBeforeLetter ? WRONG_PLACE_IN_WORD : 0;
  }
  const isAlone = !isAfterLetter && !isBeforeLetter;
  if (isAlone && glyph.isUpper && !ALONE_AS_CAPITALS.has(glyph.char)) return WRONG_PLACE_IN_WORD;
  if (glyph.char === 'ς' && isBeforeLetter) return WRONG_PLACE_IN_WORD;
  if (glyph.char === 'σ' && !isBeforeLetter) return WRONG_PLACE_IN_WORD;
  if ('ъыь'.includes(glyph.lower) && !isAfterLetter) return WRONG_PLACE_IN_WORD;
  return 0;
}

interface CodePageGuess {
  page: CodePage;
  /** False where another page that reads the same bytes as other letters is nearly as likely, or none fits well. */
  isSure: boolean;
}

/** How much likelier than the next other reading one must be to be sure, in nats. */
const SURE_MARGIN = 5;

/**
 * The code page in which these words read most like words of some language. `all` are the byte runs of the file that
 * hold letters beyond ASCII; `country` (ISO 3166-1 alpha-2) breaks near ties towards the languages spoken there.
 * Windows pages win over the ISO pages that they contain when no byte tells them apart.
 */
export function guessCodePage(all: readonly Buffer[], country?: string): CodePageGuess {
  // A name that stands in many rows tells no more than once.
  const words = [...new Map(all.map((word) => [word.toString('latin1'), word])).values()];
  const counts = new Array<number>(256).fill(0);
  for (const word of words) for (const byte of word) counts[byte]!++;
  const spoken = LANGUAGES_OF_COUNTRY[country ?? ''] ?? [];
  const scores = pages.map((page) => {
    const shape = shapeOf(page.glyphs, words) + (PAGE_PRIOR[page.name] ?? 0);
    const best = Math.max(
      ...languages.map(
        (language) =>
          (spoken.includes(language.code) ? COUNTRY_LANGUAGE : 0) + likelihood(page.glyphs, counts, language),
      ),
    );
    return { page, score: shape + best };
  });
  const best = scores.reduce((most, entry) => (entry.score > most.score + 1e-9 ? entry : most));
  const isOther = ({ page }: (typeof scores)[number]): boolean =>
    counts.some((count, byte) => count > 0 && page.glyphs[byte]!.char !== best.page.glyphs[byte]!.char);
  const next = Math.max(...scores.filter(isOther).map(({ score }) => score));
  return { page: best.page.name, isSure: best.score - next >= SURE_MARGIN };
}

/** The character of each byte of a page, as UTF-16 code units; unassigned bytes are U+FFFD. */
export function decodingTable(page: CodePage): Uint16Array {
  const upperHalf = codePages[page];
  return Uint16Array.from({ length: 256 }, (_, byte) => (byte < 128 ? byte : upperHalf.charCodeAt(byte - 128)));
}
