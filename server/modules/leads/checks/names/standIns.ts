import {
  BESIDE_GREETINGS,
  BESIDE_NAME_WORDS,
  BESIDE_POSTS,
  FALSE_OR_NAME,
  FALSE_WORDS,
  GREETINGS,
  GREETING_PHRASES,
  NAME_WORDS,
  ONESELF,
  POSTS,
} from './standInWords';

/** Whether words (plainWords) greet and name nobody. */
export function isGreeting(words: readonly string[]): boolean {
  const isGreet = (word: string): boolean => GREETINGS.has(word) || GREETINGS.has(word.replace(/(\p{L})\1+$/u, '$1'));
  if (GREETING_PHRASES.has(words.join(' '))) return true;
  return words.some(isGreet) && words.every((word) => isGreet(word) || BESIDE_GREETINGS.has(word));
}

/** Whether words are a post or a box of a firm, as a whole: Admin, Sales Manager. */
export const isPost = (words: readonly string[]): boolean =>
  words.some((word) => POSTS.has(word)) && words.every((word) => POSTS.has(word) || BESIDE_POSTS.has(word));

/** Whether words (plainWords) tell of whoever writes or reads them, as a whole: Me Myself, Mimi mwenyewe, Это я. */
export const isOneself = (words: readonly string[]): boolean => ONESELF.has(words.join(' '));

/** Whether words say themselves that they are no true name: Fake, False Name. */
export function isSaidToBeFalse(words: readonly string[]): boolean {
  const isFalse = (word: string): boolean => FALSE_WORDS.has(word) || FALSE_OR_NAME.has(word);
  const isName = (word: string): boolean => NAME_WORDS.has(word);
  if (!words.every((word) => isFalse(word) || isName(word) || BESIDE_NAME_WORDS.has(word))) return false;
  return words.every((word) => FALSE_WORDS.has(word)) || (words.some(isFalse) && words.some(isName));
}
