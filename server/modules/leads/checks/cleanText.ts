import { type CandidateRow } from '../candidate';

/**
 * What nobody types and no page shows: control characters but tabs and ends of lines, halves of characters, and the marks
 * that turn the reading direction around, by which a name or a number can be made to look like another.
 */
const UNSEEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\u202A-\u202E\u2066-\u2069]/u;
const EACH_UNSEEN = new RegExp(UNSEEN, 'gu');

/** Of these the marks that turn even letters around that are read from the left: nobody's own name needs one. */
const OVERRIDE = /[\u202D\u202E]/u;
const EACH_BUT_OVERRIDE = /[^\P{Cc}\t\n\r]|\p{Cs}|[\u202A-\u202C\u2066-\u2069]/gu;

/** Whether a text was written to be seen in another order than it is read in. */
export const isTurnedAround = (text: string): boolean => OVERRIDE.test(text);

/** The same as cleanText, for what is still to be judged by whether it was turned around. */
export const cleanButTurned = (text: string): string => text.replace(EACH_BUT_OVERRIDE, '');

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
