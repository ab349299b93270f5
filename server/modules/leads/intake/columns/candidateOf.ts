import { type CandidateRow, type CandidateValues } from '../../candidate';
import { isoOf, readCell } from '../../checks/moments';
import { zoneOfHeading } from '../../checks/zones';
import { type RawRow, type RowProblem } from '../file/delimitedRows';
import { type ColumnField } from './fields';
import { type Column } from './guessColumns';

/** Why intake itself refuses a row, before any check of the person. */
export type RowRefusal = RowProblem | 'TOO_MANY_CELLS' | 'BROKEN_CHARACTERS' | 'TEST_ROW' | 'HEADINGS_AGAIN';

/** Each refusal in words for the row report. */
export const REFUSAL_WORDS: Record<RowRefusal, string> = {
  UNCLOSED_QUOTE: 'A quotation mark is opened in this row and never closed. Remove it or close it.',
  ROW_TOO_LONG: 'The row is longer than 256,000 characters. A line end may be missing.',
  CELL_TOO_LONG: 'A cell holds more than 32,767 characters. Shorten it.',
  TOO_MANY_CELLS:
    'The row has more cells than there are columns, so its values may be shifted. Put cells that hold the delimiter in quotes.',
  BROKEN_CHARACTERS: 'Some characters could not be read. Type the name, city or comment again.',
  TEST_ROW: 'This is the test lead of an advertising platform, not a person.',
  HEADINGS_AGAIN: 'This row repeats the headings.',
};

type ValueName = Exclude<keyof CandidateValues, 'answers'>;

const VALUE_OF_FIELD: Partial<Record<ColumnField, ValueName>> = {
  FULL_NAME: 'fullName',
  GIVEN_NAME: 'givenName',
  FAMILY_NAME: 'familyName',
  PHONE: 'phone',
  EMAIL: 'email',
  CITY: 'city',
  REGION: 'region',
  COUNTRY: 'country',
  NICHE: 'niche',
  TEMPERATURE: 'temperature',
  CONTACT_KIND: 'contactKind',
  CHANNEL: 'channel',
  TYPE: 'type',
  COMMENT: 'comment',
  CREATED_AT: 'createdAt',
  CONVENIENT_TIME: 'convenientTime',
  CONSENT_TEXT: 'consentText',
  CONSENT_PAGE: 'consentPage',
  CONSENT_AT: 'consentAt',
  CONSENT_IP: 'consentIp',
  CONSENT_METHOD: 'consentMethod',
};

const TEST_LEAD = /<\s*test lead\s*:|^test lead: dummy data/i;

/** The row as the checks take it, or why it is no candidate. */
export function candidateOf(
  raw: RawRow,
  columns: readonly Column[],
): { candidate: CandidateRow } | { refusal: RowRefusal } {
  if (raw.problem) return { refusal: raw.problem };
  const { cells } = raw;
  for (let i = columns.length; i < cells.length; i++) if (cells[i]!.trim() !== '') return { refusal: 'TOO_MANY_CELLS' };
  const values: CandidateValues = { answers: {} };
  let externalId: string | undefined;
  let headings = 0;
  let used = 0;
  let hasDateOfOtherOrder = false;
  for (const column of columns) {
    const { index, heading, field, answerKey, cells: habits } = column;
    const text = cellText(cells[index]) || (field === 'CONSENT_TEXT' && habits?.isTickBox ? NOT_TICKED : '');
    if (text === '' || field === 'IGNORE') continue;
    if (text.includes('\ufffd')) return { refusal: 'BROKEN_CHARACTERS' };
    if (TEST_LEAD.test(text)) return { refusal: 'TEST_ROW' };
    used++;
    if (heading !== '' && text === heading) headings++;
    const name = VALUE_OF_FIELD[field];
    const time = IS_TIME.has(field) ? timeOf(text, column) : null;
    hasDateOfOtherOrder ||= time?.isOfOtherOrder ?? false;
    if (name) values[name] = time?.iso ?? plainValue(field, text);
    else if (field === 'EXTERNAL_ID') externalId = text;
    else if (answerKey !== null) values.answers[answerKey] = text;
  }
  if (used > 1 && headings === used) return { refusal: 'HEADINGS_AGAIN' };
  const further = {
    ...(externalId === undefined ? {} : { externalId }),
    ...(hasDateOfOtherOrder ? { hasDateOfOtherOrder } : {}),
  };
  return { candidate: { row: raw.row, values, ...further } };
}

/** What an empty box says in a column of ticked ones. */
const NOT_TICKED = 'no';

const plainValue = (field: ColumnField, text: string): string =>
  field === 'PHONE' ? text.replace(/^p:\s*/i, '') : text;

const IS_TIME: ReadonlySet<ColumnField> = new Set<ColumnField>(['CREATED_AT', 'CONSENT_AT']);

/**
 * A moment in ISO 8601, where its column tells more than the cell: which number is the day, or in its heading the zone.
 * Null where it does not, or the cell is no moment.
 */
function timeOf(text: string, { heading, cells }: Column): { iso: string; isOfOtherOrder: boolean } | null {
  const zone = zoneOfHeading(heading) ?? null;
  const order = cells?.dateOrder;
  if (order === undefined && zone === null) return null;
  const read = readCell(text, order ?? 'DAY_FIRST');
  if (!read) return null;
  return {
    iso: isoOf(read, zone),
    isOfOtherOrder: order !== undefined && read.onlyOrder !== null && read.onlyOrder !== order,
  };
}

/**
 * A cell as its writer meant it: without the blanks around it, without `="…"` and the apostrophe that keep a
 * spreadsheet from calculating.
 */
function cellText(cell: string | undefined): string {
  const text = (cell ?? '').trim();
  const wrapped = /^="(.*)"$/.exec(text);
  if (wrapped) return wrapped[1]!.trim();
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
