import { WISHES, type WishWords } from './wishWords';

/** Whether words (plainWords) ask for something or offer it, or are a sentence, and name nobody. */
export const isWish = (words: readonly string[]): boolean => WISHES.some((language) => isWishIn(language, words));

function isWishIn(language: WishWords, words: readonly string[]): boolean {
  const { sure, form, asking, sureThings, things, beside } = language;
  if (words.some((word) => sure.has(word) || form?.test(word)) || isBound(language, words)) return true;
  if (words.some((word, place) => place > 0 && sure.has(`${words[place - 1]!} ${word}`))) return true;
  const isThing = (word: string): boolean => sureThings.has(word) || things.has(word);
  if (!words.every((word) => isThing(word) || asking.has(word) || beside.has(word))) return false;
  return words.some((word) => sureThings.has(word)) || (words.some((word) => asking.has(word)) && words.some(isThing));
}

const isBound = ({ binding }: WishWords, words: readonly string[]): boolean =>
  words.length > 2 && words.filter((word) => binding.has(word)).length > 1;
