import { fold } from '../fold';

/**
 * Folded words without what stands between or over their letters (Ism yo'q, N.A., the Armenian marks of stress and
 * question): what lists are compared by.
 */
export const plainWords = (text: string): string[] =>
  fold(text)
    .replace(/['’`ʻʼ‘՚՛՜՞]/gu, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** A list between commas or lines, as the names are that it meets. */
export const wordSet = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .trim()
      .split(/\s*[,\n]\s*/)
      .map((entry) => plainWords(entry).join(' ')),
  );
