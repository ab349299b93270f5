import headerNames from './headerNames.json';
import {
  ANY_DATE_WORDS,
  ASKING,
  AROUND_NAMES,
  MOMENT,
  NOT_OF_THE_PERSON,
  TELLING_INSIDE,
  TELLING_MOMENT,
  THE_PERSON,
} from './headingWords';

/** What a column of a file can mean; ANSWER is a field of the niche's own form, IGNORE is nothing to us. */
export type ColumnField = keyof typeof headerNames | 'ANSWER';

const COMBINING = /\p{M}+/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/** A heading as it is compared: lower case, no accents, words separated by single blanks. */
export const foldHeading = (text: string): string =>
  text.toLowerCase().replaceAll('ς', 'σ').normalize('NFD').replace(COMBINING, '').replace(BETWEEN_WORDS, ' ').trim();

const foldAll = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].map(foldHeading));
const AROUND = foldAll(AROUND_NAMES);
const PERSON = foldAll(THE_PERSON);
const OTHERS = foldAll(NOT_OF_THE_PERSON);
const TELLING = foldAll(TELLING_INSIDE);
const ANY_DATE = foldAll(ANY_DATE_WORDS);

const fieldOfName = new Map<string, ColumnField>(
  Object.entries(headerNames).flatMap(([field, names]) =>
    names.map((name) => [foldHeading(name), field as ColumnField] as const).filter(([name]) => name !== ''),
  ),
);

export interface FieldGuess {
  field: ColumnField;
  /** 0 to 1: how sure the guess is. */
  confidence: number;
}

/** A name inside a longer heading is believed only where the cells bear it out. */
const SURE_OF_WHOLE = 0.98;
const SURE_OF_CORE = 0.9;
const SURE_OF_INNER = 0.75;

/** Whether a guess rests on a part of the heading. */
export const isInner = ({ confidence }: FieldGuess): boolean => confidence <= SURE_OF_INNER;

/** A text that is longer is a question in many words or no heading at all. */
const LONGEST_CHARS = 200;

/** What a heading says by itself, in the languages of the market and in the exports that agencies use; null: nothing. */
export function fieldOfHeading(heading: string): FieldGuess | null {
  const folded = heading.length > LONGEST_CHARS ? '' : foldHeading(heading);
  if (folded === '') return null;
  const exact = fieldOfName.get(folded);
  if (exact) return { field: exact, confidence: SURE_OF_WHOLE };
  const core = fieldOfCore(heading);
  if (core) return { field: core, confidence: SURE_OF_CORE };
  if (isOfOthers(heading)) return null;
  const inner = fieldInside(folded);
  return inner === undefined ? null : { field: inner, confidence: SURE_OF_INNER };
}

/** True when a heading names a firm, a thing or another person than the one who asked. */
export function isOfOthers(heading: string): boolean {
  const folded = heading.length > LONGEST_CHARS ? '' : foldHeading(heading);
  if (folded === '') return false;
  return !fieldOfName.has(folded) && !fieldOfCore(heading) && folded.split(' ').some((word) => OTHERS.has(word));
}

/** The heading without what forms put around it, behind it in brackets or as a number, and without words for the person. */
function fieldOfCore(heading: string): ColumnField | undefined {
  const isCore = (word: string): boolean => !AROUND.has(word) && !/^\d$/.test(word);
  const words = foldHeading(heading.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
    .replace(/(?<=\p{L})\d$/u, '')
    .split(' ')
    .filter(isCore);
  const field = fieldOfName.get(words.join(' '));
  if (field || !words.some((word) => PERSON.has(word))) return field;
  return fieldOfName.get(words.filter((word) => !PERSON.has(word) && word !== 'of').join(' '));
}

/** The longest name of a field in a heading: several words, or one that tells by itself. */
function fieldInside(folded: string): ColumnField | undefined {
  let found: ColumnField | undefined;
  let longest = 0;
  const padded = ` ${folded} `;
  for (const [name, field] of fieldOfName) {
    if (name.length <= longest || field === 'IGNORE' || !(name.includes(' ') || TELLING.has(name))) continue;
    if (padded.includes(` ${name} `)) [found, longest] = [field, name.length];
  }
  return found;
}

/** True when a heading says that there is a date, or one of some registration, and not of what. */
export const isOfAnyDate = (heading: string): boolean =>
  foldHeading(heading)
    .split(' ')
    .every((word) => ANY_DATE.has(word) || AROUND.has(word));

/**
 * True when a heading is made of nothing but words for asking and for its moment, in any order: `Requested`, `requestedAt`,
 * `Date of enquiry (UTC)`, `When`. Whether it is the time of the request its cells must say: a request may be a text too.
 */
export function mayBeTimeOfRequest(heading: string): boolean {
  if (heading.length > LONGEST_CHARS) return false;
  const words = foldHeading(heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).split(' ');
  const tells = words.some((word) => ASKING.has(word) || TELLING_MOMENT.has(word));
  return tells && words.every((word) => ASKING.has(word) || MOMENT.has(word));
}
