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

/** Whether a text in any script has so many letters and words; where a script has no spaces, letters alone count. */
export function saysSomething(text: string, least: Least): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < least.letters) return false;
  return UNSPACED.test(text) || (text.match(/\p{L}[\p{L}\p{M}\p{N}'’ʻ-]*/gu)?.length ?? 0) >= least.words;
}
