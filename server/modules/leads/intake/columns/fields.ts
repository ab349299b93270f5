import headerNames from './headerNames.json';

/** What a column of a file can mean; ANSWER is a field of the niche's own form, IGNORE is nothing to us. */
export type ColumnField = keyof typeof headerNames | 'ANSWER';

const COMBINING = /\p{M}+/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/** A heading as it is compared: lower case, no accents, words separated by single blanks. */
export const foldHeading = (text: string): string =>
  text.toLowerCase().replaceAll('ς', 'σ').normalize('NFD').replace(COMBINING, '').replace(BETWEEN_WORDS, ' ').trim();

const fieldOfName = new Map<string, ColumnField>(
  Object.entries(headerNames).flatMap(([field, names]) =>
    names.map((name) => [foldHeading(name), field as ColumnField] as const),
  ),
);

/** Short words mean something only when they are the whole heading: `id`, `ip`, `il`, `ad`. */
const SHORTEST_INNER_NAME = 4;

export interface FieldGuess {
  field: ColumnField;
  /** 0 to 1: how sure the guess is. */
  confidence: number;
}

/** What a heading says by itself, in the languages of the market and in the exports that agencies use; null: nothing. */
export function fieldOfHeading(heading: string): FieldGuess | null {
  const folded = foldHeading(heading);
  const exact = folded === '' ? undefined : fieldOfName.get(folded);
  if (exact) return { field: exact, confidence: 0.98 };
  let best: FieldGuess | null = null;
  let longest = 0;
  const padded = ` ${folded} `;
  for (const [name, field] of fieldOfName) {
    if (name.length < SHORTEST_INNER_NAME || name.length <= longest || field === 'IGNORE') continue;
    if (padded.includes(` ${name} `)) [best, longest] = [{ field, confidence: 0.75 }, name.length];
  }
  return best;
}
