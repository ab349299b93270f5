import { type RawRow } from '../file/delimitedRows';
import { type Shape, shapeOf } from '../file/shapes';
import { type DateOrder, isDateLike, momentIn, momentOf, orderOf, readCell, readMoment } from '../../checks/moments';
import { isYesOrNo } from '../../checks/yesNo';
import {
  type ColumnField,
  type FieldGuess,
  fieldOfHeading,
  foldHeading,
  isInner,
  isOfAnyDate,
  isOfOthers,
  mayBeTimeOfRequest,
} from './fields';

/** What a column is taken for. */
export interface Column {
  /** Place in the row, from 0. */
  index: number;
  /** The heading as written; empty in a file without headings. */
  heading: string;
  field: ColumnField;
  /** The key of the niche's form field when `field` is ANSWER. */
  answerKey: string | null;
  /** 0 to 1; 1 when a person said so. */
  confidence: number;
  /** How its cells are to be read, as the sample shows; holds whatever the column is said to mean. */
  cells?: CellHabits;
  /** What it meant before a person gave that meaning to another column; it comes back when it is free again. */
  lost?: Meaning;
}

/** A meaning of a column, and how sure it is. */
export type Meaning = Pick<Column, 'field' | 'answerKey' | 'confidence'>;

/** What one cell does not tell and its column does. */
export interface CellHabits {
  /** Of a column of dates: which of two numbers is the day. */
  dateOrder?: DateOrder;
  /** Most filled cells say yes or no, so that an empty one is a box that nobody ticked. */
  isTickBox?: true;
}

export interface GuessContext {
  /** The fields of the niche's own form. */
  form: readonly { key: string; label: string }[];
  /** Whether a text names a place of the catalogue. */
  isPlace: (text: string) => boolean;
  /** Whether a text names a niche of the catalogue. */
  isNiche: (text: string) => boolean;
  /** The batch's: its habits decide where dates could be read in two ways. */
  country: string;
  now: Date;
}

interface Content {
  filled: number;
  distinct: number;
  share: (...shapes: Shape[]) => number;
  texts: string[];
  /** The share of cells for which something holds. */
  shareOf: (holds: (text: string) => boolean) => number;
}

const IGNORED: Meaning = { field: 'IGNORE', answerKey: null, confidence: 0 };
const UNIQUE = (field: ColumnField): boolean => field !== 'IGNORE' && field !== 'ANSWER';

/**
 * The meaning of each column from its heading and from what stands in it; `heading` is empty for files without one.
 * A heading that its content contradicts loses to the content. Each meaning is given to one column, the surest.
 */
export function guessColumns(
  headings: readonly string[],
  width: number,
  rows: readonly RawRow[],
  context: GuessContext,
): Column[] {
  const columns = Array.from({ length: width }, (_, index): Column & { content: Content } => {
    const heading = (headings[index] ?? '').trim();
    const content = contentOf(rows, index);
    const cells = habitsOf(content, context);
    const meaning = guessOne(heading, content, context);
    return { index, heading, content, ...meaning, ...(cells && { cells }) };
  });
  keepSurest(columns);
  if (columns.every(({ field }) => field !== 'FULL_NAME' && field !== 'GIVEN_NAME' && field !== 'FAMILY_NAME')) {
    findNames(columns, context);
  }
  settleNames(columns);
  findTime(columns, context);
  return columns.map(({ content: _content, ...column }) => column);
}

function contentOf(rows: readonly RawRow[], index: number): Content {
  const texts = rows.map(({ cells }) => (cells[index] ?? '').trim()).filter((text) => text !== '');
  const shapes = texts.map(shapeOf);
  return {
    filled: texts.length,
    distinct: new Set(texts).size,
    texts,
    shareOf: (holds) => (texts.length === 0 ? 0 : texts.filter(holds).length / texts.length),
    share: (...wanted) =>
      shapes.length === 0 ? 0 : shapes.filter((shape) => wanted.includes(shape)).length / shapes.length,
  };
}

/** What the cells of a column tell together: null where that is nothing. */
function habitsOf({ texts, share, shareOf }: Content, { country, now }: GuessContext): CellHabits | null {
  if (shareOf(isYesOrNo) >= 0.6) return { isTickBox: true };
  return share('DATE') >= 0.5 ? { dateOrder: orderOf(texts, country, now) } : null;
}

function guessOne(heading: string, content: Content, context: GuessContext): Meaning {
  const named = fieldOfHeading(heading);
  const asked = answerOf(heading, context);
  if (asked && (named === null || asked.confidence > named.confidence)) return asked;
  if (named?.field === 'IGNORE') return IGNORED;
  const seen = isOfOthers(heading) ? null : fieldOfContent(content, heading !== '', context);
  if (named === null) return seen ?? timeOfRequest(heading, content, context) ?? IGNORED;
  if (mayBeAnyDate(heading, named) && areOfNoLead(content, context)) return IGNORED;
  if (!contradicts(named, content, context)) return { ...named, answerKey: null };
  if (seen && seen.confidence >= 0.6) return seen;
  return isInner(named) || !MAY_BE_DOUBTED.has(named.field) ? IGNORED : { ...named, answerKey: null, confidence: 0.3 };
}

/** A heading that names the time of a request stays it, whatever stands there: each row is told what is wrong with its own. */
const mayBeAnyDate = (heading: string, named: FieldGuess): boolean =>
  IS_PAST.has(named.field) && (isInner(named) || isOfAnyDate(heading));

const IS_PAST: ReadonlySet<ColumnField> = new Set<ColumnField>(['CREATED_AT', 'CONSENT_AT']);

/** Headings whose meaning stays as a guess to be confirmed though the cells speak against it. */
const MAY_BE_DOUBTED: ReadonlySet<ColumnField> = new Set<ColumnField>([
  'EMAIL',
  'PHONE',
  'FULL_NAME',
  'GIVEN_NAME',
  'FAMILY_NAME',
  'CREATED_AT',
  'CONSENT_AT',
]);

/** A question of the niche's form, by its key or label. */
function answerOf(heading: string, { form }: GuessContext): Meaning | null {
  const folded = foldHeading(heading);
  if (folded === '') return null;
  const names = form.map(({ key, label }) => ({
    key,
    names: [foldHeading(key.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')), foldHeading(label)],
  }));
  const exact = names.find((field) => field.names.includes(folded));
  if (exact) return { field: 'ANSWER', answerKey: exact.key, confidence: 0.99 };
  const inner = names.find((field) =>
    field.names.some((name) => name.length > 4 && ` ${folded} `.includes(` ${name} `)),
  );
  return inner ? { field: 'ANSWER', answerKey: inner.key, confidence: 0.76 } : null;
}

/** What a column holds, going by the shape of its cells; less sure where a heading says nothing of it. */
function fieldOfContent(content: Content, hasHeading: boolean, context: GuessContext): Meaning | null {
  if (content.filled === 0) return null;
  const guess = (field: ColumnField, share: number, sureness: number): Meaning | null =>
    share >= 0.6 ? { field, answerKey: null, confidence: Math.round(share * sureness * 100) / 100 } : null;
  const places = content.texts.slice(0, 50);
  return (
    guess('EMAIL', content.share('EMAIL'), 0.95) ??
    guess('PHONE', content.share('PHONE'), 0.85) ??
    guess('CONSENT_IP', content.share('IP'), 0.8) ??
    (hasHeading || areOfNoLead(content, context) ? null : guess('CREATED_AT', content.share('DATE'), 0.7)) ??
    (hasHeading ? null : guess('CONSENT_PAGE', content.share('URL'), 0.6)) ??
    (hasHeading ? null : guess('EXTERNAL_ID', content.distinct === content.filled ? content.share('ID') : 0, 0.7)) ??
    guess('CITY', places.filter(context.isPlace).length / places.length, 0.8)
  );
}

/** The time of the request by both: a heading that speaks of asking, and cells that are moments at which leads are left. */
function timeOfRequest(heading: string, content: Content, context: GuessContext): Meaning | null {
  // Numbers may be anything: days of a spreadsheet they are where the heading names a time whole.
  const share = content.shareOf((text) => momentOf(text, 'DAY_FIRST') !== null || isDateLike(text));
  if (share < 0.6 || !mayBeTimeOfRequest(heading) || areOfNoLead(content, context)) return null;
  return { field: 'CREATED_AT', answerKey: null, confidence: Math.round(share * 85) / 100 };
}

/** So sure is what only cells tell; whoever uploads confirms it. */
const BY_CELLS_ALONE = 0.5;

/**
 * Where nothing tells when people asked, the one column with moments to the minute is taken for it: without a time all rows
 * would be refused. One whose heading means something else is left.
 */
function findTime(columns: (Column & { content: Content })[], context: GuessContext): void {
  if (columns.some(({ field }) => IS_PAST.has(field))) return;
  const open = columns.filter(
    ({ field, heading, content }) =>
      field === 'IGNORE' &&
      fieldOfHeading(heading) === null &&
      !isOfOthers(heading) &&
      content.shareOf((text) => /\d:\d\d/.test(text)) >= 0.9 &&
      (fitOf('CREATED_AT', content, context) ?? 0) >= 0.9 &&
      !areOfNoLead(content, context),
  );
  if (open.length === 1) Object.assign(open[0]!, { field: 'CREATED_AT', confidence: BY_CELLS_ALONE });
}

/**
 * True when a heading promises something and its cells hold something else. One that names a field only in part must
 * be borne out by most of its cells; one that names it whole loses when hardly a cell does, and there are a few.
 */
function contradicts(named: FieldGuess, content: Content, context: GuessContext): boolean {
  const { field } = named;
  const fits = fitOf(field, content, context);
  if (fits === null) return false;
  if (NEEDS_MOST.has(field)) return fits < 0.6;
  if (isInner(named)) return fits < 0.5;
  return content.filled >= 3 && fits < 0.2;
}

/** Meanings that would do harm if most cells were something else. */
const NEEDS_MOST: ReadonlySet<ColumnField> = new Set<ColumnField>(['NICHE']);

/** The share of cells that are what a field wants; null where cells do not tell or there are none. */
function fitOf(field: ColumnField, content: Content, { isNiche, country }: GuessContext): number | null {
  const { share, shareOf } = content;
  if (content.filled === 0) return null;
  switch (field) {
    case 'EMAIL':
      return share('EMAIL');
    case 'PHONE':
      return share('PHONE', 'NUMBER');
    case 'CREATED_AT':
    case 'CONSENT_AT':
      return shareOf((text) => readMoment(text, country) !== null || isDateLike(text));
    case 'CONSENT_IP':
      return share('IP');
    case 'CONSENT_PAGE':
      return isOfFewSites(content) ? 1 : 0;
    case 'NICHE':
      return shareOf(isNiche);
    case 'COUNTRY':
      return 1 - share('NUMBER', 'PHONE', 'EMAIL', 'DATE');
    case 'FULL_NAME':
    case 'GIVEN_NAME':
    case 'FAMILY_NAME':
      return share('EMAIL', 'PHONE', 'DATE', 'URL') > 0.5 ? 0 : 1;
    case 'CITY':
    case 'COMMENT':
    case 'CONSENT_TEXT':
      return 1 - share('EMAIL', 'PHONE', 'DATE', 'NUMBER', 'IP');
    default:
      return null;
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;
const OLDEST_LEAD_DAYS = 10 * 365;
/** Clocks and zones differ. */
const AHEAD_DAYS = 2;

/**
 * Dates of birth, of founding, of a contract's end: too many lie where no lead can have been left. What lies on both sides of
 * that, in years of four digits, is none of them, nor is a minute of long ago: those are times that went wrong.
 */
function areOfNoLead({ texts }: Content, { country, now }: GuessContext): boolean {
  const order = orderOf(texts, country, now);
  const days = texts.flatMap((text) => {
    const read = readCell(text, order);
    const at = read && momentIn(read, 0);
    return at ? [{ text, day: (at.getTime() - now.getTime()) / DAY_MS }] : [];
  });
  const before = days.filter(({ day }) => day < -OLDEST_LEAD_DAYS);
  const ahead = days.filter(({ day }) => day > AHEAD_DAYS);
  const outside = [...before, ...ahead];
  if (outside.length <= days.length / 4) return false;
  const areOnBothSides = before.length > 0 && ahead.length > 0 && outside.every(({ text }) => /\d{4}/.test(text));
  return !areOnBothSides && !(ahead.length === 0 && before.every(({ text }) => isToTheMinute(text)));
}

/** A day alone is often written with its midnight. */
const isToTheMinute = (text: string): boolean => /\d:\d\d/.test(text) && !/\b0?0:00(?::00)?\b/.test(text);

/** Pages of consent are few; where each row has a site of its own, it is that of the firm that asked. */
function isOfFewSites({ texts, filled, share, shareOf }: Content): boolean {
  if (share('URL') < 0.5 && shareOf((text) => /^[^\s@]+\.[^\s@]{2,}$/.test(text)) < 0.5) return false;
  const sites = new Set(
    texts.map((text) =>
      text
        .replace(/^\w+:\/\/(?:www\.)?/i, '')
        .split(/[/?#]/)[0]!
        .toLowerCase(),
    ),
  );
  return sites.size <= Math.max(2, filled / 5);
}

function keepSurest(columns: Column[]): void {
  const taken = new Set<string>();
  for (const column of [...columns].sort((a, b) => b.confidence - a.confidence || a.index - b.index)) {
    const key = column.field === 'ANSWER' ? `ANSWER ${column.answerKey}` : column.field;
    if (taken.has(key) && (UNIQUE(column.field) || column.field === 'ANSWER')) Object.assign(column, IGNORED);
    else taken.add(key);
  }
}

/** Names are what looks like names and names no place: one column of two words or two of one; no heading says more. */
function findNames(columns: (Column & { content: Content })[], { isPlace }: GuessContext): void {
  const free = columns.filter(
    ({ field, heading, content }) =>
      field === 'IGNORE' && content.filled > 0 && fieldOfHeading(heading) === null && !isOfOthers(heading),
  );
  const whole = free.find(({ content }) => content.share('NAME') >= 0.6);
  if (whole) {
    Object.assign(whole, { field: 'FULL_NAME', confidence: 0.6 });
    return;
  }
  const words = free.filter(
    ({ heading, content }) =>
      heading === '' && content.share('NAME_WORD', 'NAME') >= 0.8 && !content.texts.slice(0, 20).every(isPlace),
  );
  if (words[0] && words[1]) {
    Object.assign(words[0], { field: 'GIVEN_NAME', confidence: 0.5 });
    Object.assign(words[1], { field: 'FAMILY_NAME', confidence: 0.5 });
  } else if (words[0]) Object.assign(words[0], { field: 'FULL_NAME', confidence: 0.5 });
}

/**
 * `Name` beside `Surname` is the given name, unless it holds whole names; beside both parts a third name is somebody
 * else's or says nothing new; one part of a name alone is the whole name.
 */
function settleNames(columns: (Column & { content: Content })[]): void {
  const of = (field: ColumnField) => columns.find((column) => column.field === field);
  const [full, given, family] = [of('FULL_NAME'), of('GIVEN_NAME'), of('FAMILY_NAME')];
  if (full && given && family) Object.assign(full, IGNORED);
  else if (full && family && full.content.share('NAME') >= 0.5) Object.assign(family, IGNORED);
  else if (full && family) full.field = 'GIVEN_NAME';
  else if (!full && given && !family) given.field = 'FULL_NAME';
  else if (!full && family && !given) family.field = 'FULL_NAME';
}
