import { lazily } from '../../../../platform/lazily';
import { latinWords, soundOf } from '../../matching/latin';
import { carriedSpellings, isCarriedFrom, roughly } from './carried';
import { FAMOUS, FAMOUS_COMMON } from './famousWords';
import { COMMON_NAMESAKES, FIGURES, JESTS, NAMESAKES, PUNS } from './jokeWords';

/** What people put before or behind a name, in Latin letters: "Mr Mickey Mouse" is no less of a joke. */
const TITLES: ReadonlySet<string> = new Set(
  `mr mrs ms miss mister sir madam madame dr doctor prof professor sr jr junior senior ii iii iv the kyrios kyria kos
   bwana bi bibi ndugu mheshimiwa mzee ur urholgy id ifj ozv paron tikin janob xonim aka opa ustoz gospodin gospozha
   grazhdanin tovarishch herr frau monsieur mme don senor senora`.split(/\s+/),
);

/** Joined words are looked at from so many letters on: shorter ones meet real names by chance. */
const SHORTEST_JOINED = 8;

/** What joins two in the languages of the market: "Jancsi és Juliska" are the same two as "Jancsi Juliska". */
const JOINING: ReadonlySet<string> = new Set('and und es meg kai ke na va ham ev yev et y i'.split(' '));

/** Who writes more words than these writes no name. */
const MOST_WORDS = 6;

const PLAIN = /^[\x20-\x7e]*$/;

/** Words in Latin letters, whatever the script. */
const lettersOf = (text: string): string[] =>
  PLAIN.test(text)
    ? (text
        .toLowerCase()
        .replace(/['`]/g, '')
        .match(/[a-z0-9]+/g) ?? [])
    : latinWords(text);

/** The market's other alphabets. */
export const isOtherAlphabet = (text: string): boolean =>
  /\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Armenian}/u.test(text);

const keyOf = (words: readonly string[], heard: (word: string) => string): string => words.map(heard).sort().join(' ');

const soundsOf = (words: readonly string[]): string => words.map(soundOf).join(' ');

interface Table {
  /** Of two words or more; one word that only sounds like an entry (Schreck, Sitton, Bogh) is somebody's name. */
  bySound: ReadonlySet<string>;
  /** Entries of one word, letter by letter. */
  alone: ReadonlySet<string>;
  /** Of two words or more in Latin letters, by how they sound roughly: what names in other alphabets may be. */
  roughly: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** The words of one, in either order, without a space. */
  joined: ReadonlySet<string>;
  /** As they are written. */
  inOrder: ReadonlySet<string>;
  /** Every word of them, by both ways to hear it: most names have none and need no further look. */
  vocabulary: ReadonlySet<string>;
}

function tableOf(text: string): Table {
  const rough = new Map<string, string[][]>();
  const [bySound, alone, joined, inOrder, vocabulary] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  for (const entry of text.trim().split(/\s*[,\n]\s*/)) {
    for (const words of spellingsOf(entry)) {
      if (words.length === 1) alone.add(words[0]!);
      else bySound.add(keyOf(words, soundOf));
      inOrder.add(soundsOf(words));
      if (!isOtherAlphabet(entry) && words.length > 1 && words.join('').length >= SHORTEST_JOINED)
        for (const spelling of carriedSpellings(words)) {
          const key = keyOf(spelling, roughly);
          rough.set(key, [...(rough.get(key) ?? []), spelling]);
          for (const word of spelling) vocabulary.add(roughly(word));
        }
      for (const whole of [words, [...words].reverse()].map((each) => each.join('')))
        if (whole.length >= SHORTEST_JOINED) joined.add(soundOf(whole));
      for (const word of words) vocabulary.add(soundOf(word)).add(roughly(word));
    }
  }
  return { bySound, alone, roughly: rough, joined, inOrder, vocabulary };
}

interface Puns {
  /** The words of each, letter by letter and in any order: it is its letters that are the joke. */
  wholes: ReadonlySet<string>;
  joined: ReadonlySet<string>;
}

function punsOf(text: string): Puns {
  const entries = text
    .trim()
    .split(/\s*[,\n]\s*/)
    .flatMap(spellingsOf);
  const joined = entries.map((words) => words.join('')).filter(({ length }) => length >= SHORTEST_JOINED);
  return { wholes: new Set(entries.map(asLetters)), joined: new Set(joined) };
}

const asLetters = (words: readonly string[]): string => [...words].sort().join(' ');

/** Every way to write an entry whose words have several spellings. */
function spellingsOf(entry: string): string[][] {
  return entry.split(/\s+/).reduce<string[][]>(
    (ways, word) => {
      const spellings = word.split('/').map((spelling) => lettersOf(spelling));
      return ways.flatMap((way) => spellings.map((spelling) => [...way, ...spelling]));
    },
    [[]],
  );
}

const tables = lazily(() => ({
  figures: tableOf(FIGURES),
  namesakes: tableOf(`${NAMESAKES}, ${FAMOUS}`),
  jests: tableOf(JESTS),
  common: tableOf(`${COMMON_NAMESAKES}, ${FAMOUS_COMMON}`),
  puns: punsOf(PUNS),
}));

/** JOKE: nobody's own name. NAMESAKE: somebody famous, and perhaps somebody else too. COMMON: many bear it. */
export type JokeKind = 'JOKE' | 'NAMESAKE' | 'COMMON';

/** The words of a name in Latin letters, without titles and initials. */
export const wordsOfName = (name: string): string[] =>
  lettersOf(name).filter((word) => word.length > 1 && !TITLES.has(word));

/**
 * What kind of a joke a name is; null where it is none. It is one of a figure or a celebrity: all words of it, in any order
 * and alphabet, whatever titles and initials stand beside them. One word of it alone (Mickey Rooney, Donald Tusk) is
 * anybody's.
 */
export function jokeIn(name: string): JokeKind | null {
  const { figures, namesakes, jests, common, puns } = tables();
  const written = lettersOf(name);
  const words = wordsOfName(name);
  const [first = ''] = words;
  if (words.length === 1 && first.length >= SHORTEST_JOINED) {
    const table = [figures, namesakes, jests].find(({ joined }) => joined.has(soundOf(first)));
    if (table) return table === namesakes ? 'NAMESAKE' : 'JOKE';
    if (puns.joined.has(first)) return 'JOKE';
  }
  const isOther = isOtherAlphabet(name);
  const isGreek = /\p{Script=Greek}/u.test(name);
  const isIn = (table: Table, some: readonly string[]): boolean =>
    (some.length === 1 ? table.alone.has(some[0]!) : table.bySound.has(keyOf(some, soundOf))) ||
    (isOther && isCarried(table, some, isGreek));
  const isKnown = ({ vocabulary }: Table, word: string): boolean =>
    vocabulary.has(soundOf(word)) || (isOther && vocabulary.has(roughly(word)));
  const apart = words.filter((word) => !JOINING.has(word));
  const readings = [written, words, apart].filter(({ length }) => length > 0 && length <= MOST_WORDS);
  if (readings.some((reading) => puns.wholes.has(asLetters(reading)))) return 'JOKE';
  const isWhole = (table: Table): boolean =>
    readings.some((reading) => reading.every((word) => isKnown(table, word)) && isIn(table, reading));
  if (isWhole(jests) || readings.some((reading) => hasFigure(reading, isKnown, isIn))) return 'JOKE';
  const isFamous = isWhole(namesakes);
  // Where the other order is that of somebody famous, the order decides.
  if (isFamous ? words.length === 2 && common.inOrder.has(soundsOf(words)) : isWhole(common)) return 'COMMON';
  return isFamous ? 'NAMESAKE' : null;
}

const isCarried = (table: Table, words: readonly string[], isGreek: boolean): boolean =>
  table.roughly.get(keyOf(words, roughly))?.some((entry) => areCarried(entry, words, isGreek)) ?? false;

/** Whether each word of a name is another one of an entry, as the alphabet of the name writes it. */
function areCarried([first, ...others]: readonly string[], words: readonly string[], isGreek: boolean): boolean {
  if (first === undefined) return words.length === 0;
  return words.some(
    (word, place) => isCarriedFrom(first, word, isGreek) && areCarried(others, words.toSpliced(place, 1), isGreek),
  );
}

const hasFigure = (
  reading: readonly string[],
  isKnown: (table: Table, word: string) => boolean,
  isIn: (table: Table, words: readonly string[]) => boolean,
): boolean =>
  partsOf(reading.filter((word) => isKnown(tables().figures, word))).some((part) => isIn(tables().figures, part));

/** All words, and every two and three of them. */
function partsOf(words: readonly string[]): string[][] {
  const parts: string[][] = [[...words]];
  for (let a = 0; a < words.length; a++)
    for (let b = a + 1; b < words.length; b++) {
      parts.push([words[a]!, words[b]!]);
      for (let c = b + 1; c < words.length; c++) parts.push([words[a]!, words[b]!, words[c]!]);
    }
  return parts;
}
