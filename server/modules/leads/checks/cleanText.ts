import { type CandidateRow } from '../candidate';

/**
 * What nobody types and no page shows: control characters but tabs and ends of lines, halves of characters, and the marks that
 * turn the reading direction around, by which a name or a number can be made to look like another.
 */
const UNSEEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/u;
const EACH_UNSEEN = new RegExp(UNSEEN, 'gu');

/** A text as people see it. */
export const cleanText = (text: string): string => (UNSEEN.test(text) ? text.replace(EACH_UNSEEN, '') : text);

const cleaned = <T extends object>(texts: T): T =>
  Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? cleanText(value) : (value as unknown),
    ]),
  ) as T;

const isClean = (texts: object): boolean =>
  Object.values(texts).every((value) => typeof value !== 'string' || !UNSEEN.test(value));

/** A row with all its texts as people see them; the row itself where that changes nothing. */
export function cleanRow(row: CandidateRow): CandidateRow {
  const { values, externalId } = row;
  if (isClean(values) && isClean(values.answers) && isClean({ externalId })) return row;
  return {
    ...row,
    ...(externalId === undefined ? {} : { externalId: cleanText(externalId) }),
    values: { ...cleaned(values), answers: cleaned(values.answers) },
  };
}
