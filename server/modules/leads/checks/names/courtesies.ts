import { BESIDE_COURTESIES, COURTESIES, THANKS_OR_NAME } from './courtesyWords';

/** The longest of them: "happy new year to" is no longer one. */
const MOST_WORDS = 5;

/** Whether words (plainWords) thank, wish well, take leave or ask for a price, and name nobody beside that. */
export function isCourtesy(words: readonly string[]): boolean {
  for (let start = 0; start < words.length; start += 1) {
    for (let end = Math.min(words.length, start + MOST_WORDS); end > start; end -= 1) {
      if (!COURTESIES.has(words.slice(start, end).join(' '))) continue;
      const others = [...words.slice(0, start), ...words.slice(end)];
      if (others.every(isBeside)) return true;
    }
  }
  return false;
}

const isBeside = (word: string): boolean =>
  BESIDE_COURTESIES.has(word) || COURTESIES.has(word) || /^\p{N}+$/u.test(word);

/** Whether words (plainWords) are thanks alone, by which somebody may be called as well. */
export const areThanksOrName = (words: readonly string[]): boolean => THANKS_OR_NAME.has(words.join(' '));
