import { type RawRow } from '../file/delimitedRows';
import { type Shape, shapeOf } from '../file/shapes';
import { type ColumnField, fieldOfHeading, foldHeading } from './fields';

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
  /** What it meant before a person gave that meaning to another column; it comes back when it is free again. */
  lost?: Meaning;
}

/** A meaning of a column, and how sure it is. */
export type Meaning = Pick<Column, 'field' | 'answerKey' | 'confidence'>;

export interface GuessContext {
  /** The fields of the niche's own form. */
  form: readonly { key: string; label: string }[];
  /** Whether a text names a place of the catalogue. */
  isPlace: (text: string) => boolean;
}

interface Content {
  filled: number;
  distinct: number;
  share: (...shapes: Shape[]) => number;
  texts: string[];
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
    return { index, heading, content, ...guessOne(heading, content, context) };
  });
  keepSurest(columns);
  if (columns.every(({ field }) => field !== 'FULL_NAME' && field !== 'GIVEN_NAME' && field !== 'FAMILY_NAME')) {
    findNames(columns, context);
  }
  settleNames(columns);
  return columns.map(({ content: _content, ...column }) => column);
}

function contentOf(rows: readonly RawRow[], index: number): Content {
  const texts = rows.map(({ cells }) => (cells[index] ?? '').trim()).filter((text) => text !== '');
  const shapes = texts.map(shapeOf);
  return {
    filled: texts.length,
    distinct: new Set(texts).size,
    texts,
    share: (...wanted) =>
      shapes.length === 0 ? 0 : shapes.filter((shape) => wanted.includes(shape)).length / shapes.length,
  };
}

function guessOne(heading: string, content: Content, context: GuessContext): Meaning {
  const named = fieldOfHeading(heading);
  const asked = answerOf(heading, context);
  if (asked && (named === null || asked.confidence > named.confidence)) return asked;
  const seen = fieldOfContent(content, heading !== '', context);
  if (named === null) return seen ?? IGNORED;
  if (!contradicts(named.field, content)) return { ...named, answerKey: null };
  return seen && seen.confidence >= 0.6 ? seen : { ...named, answerKey: null, confidence: 0.3 };
}

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
function fieldOfContent(content: Content, hasHeading: boolean, { isPlace }: GuessContext): Meaning | null {
  if (content.filled === 0) return null;
  const guess = (field: ColumnField, share: number, sureness: number): Meaning | null =>
    share >= 0.6 ? { field, answerKey: null, confidence: Math.round(share * sureness * 100) / 100 } : null;
  const places = content.texts.slice(0, 50);
  return (
    guess('EMAIL', content.share('EMAIL'), 0.95) ??
    guess('PHONE', content.share('PHONE'), 0.85) ??
    guess('CONSENT_IP', content.share('IP'), 0.8) ??
    (hasHeading ? null : guess('CREATED_AT', content.share('DATE'), 0.7)) ??
    (hasHeading ? null : guess('CONSENT_PAGE', content.share('URL'), 0.6)) ??
    (hasHeading ? null : guess('EXTERNAL_ID', content.distinct === content.filled ? content.share('ID') : 0, 0.7)) ??
    guess('CITY', places.filter(isPlace).length / places.length, 0.8)
  );
}

/** True when a heading promises a phone, an address or a date and hardly a cell is one. */
function contradicts(field: ColumnField, content: Content): boolean {
  if (content.filled < 3) return false;
  if (field === 'EMAIL') return content.share('EMAIL') < 0.2;
  if (field === 'PHONE') return content.share('PHONE', 'NUMBER') < 0.2;
  if (field === 'CREATED_AT' || field === 'CONSENT_AT') return content.share('DATE', 'NUMBER') < 0.2;
  if (field === 'CONSENT_IP') return content.share('IP') < 0.2;
  if (field === 'FULL_NAME' || field === 'GIVEN_NAME' || field === 'FAMILY_NAME')
    return content.share('EMAIL', 'PHONE', 'DATE') > 0.5;
  return false;
}

function keepSurest(columns: Column[]): void {
  const taken = new Set<string>();
  for (const column of [...columns].sort((a, b) => b.confidence - a.confidence || a.index - b.index)) {
    const key = column.field === 'ANSWER' ? `ANSWER ${column.answerKey}` : column.field;
    if (taken.has(key) && (UNIQUE(column.field) || column.field === 'ANSWER')) Object.assign(column, IGNORED);
    else taken.add(key);
  }
}

/** Without a heading, names are what looks like names and names no place: one column of two words or two of one. */
function findNames(columns: (Column & { content: Content })[], { isPlace }: GuessContext): void {
  const free = columns.filter(({ field, content }) => field === 'IGNORE' && content.filled > 0);
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

/** `Name` beside `Surname` is the given name; one part of a name alone is the whole name. */
function settleNames(columns: Column[]): void {
  const of = (field: ColumnField): Column | undefined => columns.find((column) => column.field === field);
  const [full, given, family] = [of('FULL_NAME'), of('GIVEN_NAME'), of('FAMILY_NAME')];
  if (full && family && !given) full.field = 'GIVEN_NAME';
  else if (!full && given && !family) given.field = 'FULL_NAME';
  else if (!full && family && !given) family.field = 'FULL_NAME';
}
