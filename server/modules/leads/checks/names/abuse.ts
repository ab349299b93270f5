import { ABUSE, ABUSE_IN_PHRASES, ABUSE_OR_NAME, BESIDE_ABUSE } from './abuseWords';

/** Whether words of a name (plainWords) abuse somebody: by a word that is no name, or where nothing but abuse stands. */
export function isAbuse(words: readonly string[]): boolean {
  const areLetters = words.every((word) => word.length === 1);
  if (words.some((word) => ABUSE.has(word)) || (areLetters && ABUSE.has(words.join('')))) return true;
  const isSpelling = (word: string): boolean =>
    ABUSE_OR_NAME.has(word) || ABUSE_IN_PHRASES.has(word) || BESIDE_ABUSE.has(word);
  if (!words.every(isSpelling)) return false;
  return (
    words.some((word) => ABUSE_OR_NAME.has(word)) ||
    (words.length > 1 && words.some((word) => ABUSE_IN_PHRASES.has(word)))
  );
}
