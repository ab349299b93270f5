/** Half of a character of two halves: nothing that UTF-8 can write, and another text when it comes back. */
const BROKEN = /\p{Surrogate}/u;

export const isWhole = (text: string): boolean => !BROKEN.test(text);

/** What is said of a text that is not. */
export const HALF_CHARACTER = 'This text holds half a character, which no encoding can write.';

/** Where in a value a text stands with half of a character, as a path of names; null where all are whole. */
export function brokenTextIn(value: unknown, path: readonly string[] = []): string[] | null {
  if (typeof value === 'string') return isWhole(value) ? null : [...path];
  if (value === null || typeof value !== 'object') return null;
  for (const [key, item] of Object.entries(value)) {
    const found = isWhole(key) ? brokenTextIn(item, [...path, key]) : [...path];
    if (found) return found;
  }
  return null;
}
