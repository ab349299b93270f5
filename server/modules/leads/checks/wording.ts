import { fold } from './fold';
import { isTyped } from './names/keyRuns';

/** How much a text must hold to say something. */
interface Least {
  words: number;
  letters: number;
}

/** A consent that says who may do what: "ok" or "I agree" proves nothing to anybody. */
export const LEAST_CONSENT: Least = { words: 4, letters: 20 };

/**
 * A comment that tells what the person wants: "hello", "test" or a dash is no wish, and a wish raises the price. The
 * shortest that a caller can use, such as "after five, please", has three words and 15 letters.
 */
export const LEAST_WISH: Least = { words: 3, letters: 15 };

/** Scripts that put no space between words. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

const WORD = /\p{L}[\p{L}\p{M}\p{N}'’ʻ-]*/gu;

/** One letter or two over and over, or typed along the keys: no word, however often it stands there. */
const isNoWord = (word: string): boolean => /^(\p{L}{1,2})\1{2,}\1?$/u.test(word) || isTyped([word]);

/** What printers fill pages with; of its words some are words of other languages, so they say nothing only together. */
const FILLER: ReadonlySet<string> = new Set(
  `lorem ipsum dolor sit amet consectetur consectetuer adipiscing adipisicing elit sed do eiusmod tempor incididunt ut labore
   et dolore magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo
   consequat`.split(/\s+/),
);
const HOLDS_FILLER = /lorem\W+ipsum|dolor\W+sit\W+amet/;

/**
 * Whether a text in any script has so many letters and different words; where a script has no spaces, letters alone count.
 * One word again and again says no more than once.
 */
export function saysSomething(text: string, least: Least): boolean {
  if (UNSPACED.test(text)) return (text.match(/\p{L}/gu)?.length ?? 0) >= least.letters;
  const folded = fold(text);
  const isFiller = HOLDS_FILLER.test(folded);
  const words = (folded.match(WORD) ?? []).filter((word) => !isNoWord(word) && !(isFiller && FILLER.has(word)));
  const letters = words.join('').match(/\p{L}/gu)?.length ?? 0;
  return letters >= least.letters && new Set(words).size >= least.words;
}
