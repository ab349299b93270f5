import { latinWords, soundOf } from '../../matching/latin';
import { FIGURES, NAMESAKES } from './jokeWords';

/** What people put before or behind a name, in Latin letters: "Mr Mickey Mouse" is no less of a joke. */
const TITLES: ReadonlySet<string> = new Set(
  `mr mrs ms miss mister sir madam madame dr doctor prof professor sr jr junior senior ii iii iv the kyrios kyria kos
   bwana bi bibi ndugu mheshimiwa mzee ur urholgy id ifj ozv paron tikin janob xonim aka opa ustoz gospodin gospozha
   grazhdanin tovarishch herr frau monsieur mme don senor senora`.split(/\s+/),
);

/** Joined words are looked at from so many letters on: shorter ones meet real names by chance. */
const SHORTEST_JOINED = 8;

/** Who writes more words than these writes no name. */
const MOST_WORDS = 6;

const PLAIN = /^[\x20-\x7e]*$/;

/** Words in Latin letters, whatever the script; the Armenian pair that is one vowel is one. */
const lettersOf = (text: string): string[] =>
  PLAIN.test(text)
    ? (text
        .toLowerCase()
        .replace(/['`]/g, '')
        .match(/[a-z0-9]+/g) ?? [])
    : latinWords(text.replace(/ու/gi, 'u'));

/** The market's other alphabets. */
const isOtherAlphabet = (text: string): boolean =>
  /\p{Script=Greek}|\p{Script=Cyrillic}|\p{Script=Armenian}/u.test(text);

/**
 * How a word sounds where it was carried from one alphabet into another: vowels are heard in many ways, and b, d, g, v, z
 * stand for p, t, k, f, s with or without an m or n before them. Far too rough for names within one alphabet.
 */
const roughly = (word: string): string =>
  soundOf(word)
    .replace(/[bdgvz]/g, (letter) => 'ptkfs'['bdgvz'.indexOf(letter)]!)
    .replace(/[mn](?=[ptk])/g, '')
    .replace(/[aeiou]+/g, '*');

const keyOf = (words: readonly string[], heard: (word: string) => string): string => words.map(heard).sort().join(' ');

interface Table {
  bySound: ReadonlySet<string>;
  /** Of two words or more in Latin letters: names in other alphabets meet them roughly. */
  roughly: ReadonlySet<string>;
  /** The words of one, in either order, without a space. */
  joined: ReadonlySet<string>;
  /** Every word of them, by both ways to hear it: most names have none and need no further look. */
  vocabulary: ReadonlySet<string>;
}

function tableOf(text: string): Table {
  const [bySound, rough, joined, vocabulary] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  for (const entry of text.trim().split(/\s*[,\n]\s*/)) {
    for (const words of spellingsOf(entry)) {
      bySound.add(keyOf(words, soundOf));
      if (!isOtherAlphabet(entry) && words.length > 1 && words.join('').length >= SHORTEST_JOINED)
        rough.add(keyOf(words, roughly));
      for (const whole of [words, [...words].reverse()].map((each) => each.join('')))
        if (whole.length >= SHORTEST_JOINED) joined.add(soundOf(whole));
      for (const word of words) vocabulary.add(soundOf(word)).add(roughly(word));
    }
  }
  return { bySound, roughly: rough, joined, vocabulary };
}

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

const figures = tableOf(FIGURES);
const namesakes = tableOf(NAMESAKES);
const TABLES = [figures, namesakes];

/**
 * Whether a name is that of a figure or a celebrity: all words of it, in any order and alphabet, whatever titles and
 * initials stand beside them. One word of it alone (Mickey Rooney, Donald Tusk) is anybody's.
 */
export function isJoke(name: string): boolean {
  const written = lettersOf(name);
  const words = written.filter((word) => word.length > 1 && !TITLES.has(word));
  const [first = ''] = words;
  if (words.length === 1 && first.length >= SHORTEST_JOINED && TABLES.some(({ joined }) => joined.has(soundOf(first))))
    return true;
  const isOther = isOtherAlphabet(name);
  const isIn = (table: Table, some: readonly string[]): boolean =>
    table.bySound.has(keyOf(some, soundOf)) || (isOther && table.roughly.has(keyOf(some, roughly)));
  const isKnown = ({ vocabulary }: Table, word: string): boolean =>
    vocabulary.has(soundOf(word)) || (isOther && vocabulary.has(roughly(word)));
  return [written, words].some((reading) => {
    if (reading.length > MOST_WORDS) return false;
    if (reading.every((word) => isKnown(namesakes, word)) && isIn(namesakes, reading)) return true;
    return partsOf(reading.filter((word) => isKnown(figures, word))).some((part) => isIn(figures, part));
  });
}

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
