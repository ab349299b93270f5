import { type CandidateRow, type CandidateValues } from '../../candidate';
import { momentOf } from '../../checks/moments';
import { type RawRow, type RowProblem } from '../file/delimitedRows';
import { type ColumnField } from './fields';
import { type CellHabits, type Column } from './guessColumns';

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
  for (const { index, heading, field, answerKey, cells: habits } of columns) {
    const text = cellText(cells[index]) || (field === 'CONSENT_TEXT' && habits?.isTickBox ? NOT_TICKED : '');
    if (text === '' || field === 'IGNORE') continue;
    if (text.includes('\ufffd')) return { refusal: 'BROKEN_CHARACTERS' };
    if (TEST_LEAD.test(text)) return { refusal: 'TEST_ROW' };
    used++;
    if (heading !== '' && text === heading) headings++;
    const name = VALUE_OF_FIELD[field];
    if (name) values[name] = valueOf(field, text, habits);
    else if (field === 'EXTERNAL_ID') externalId = text;
    else if (answerKey !== null) values.answers[answerKey] = text;
  }
  if (used > 1 && headings === used) return { refusal: 'HEADINGS_AGAIN' };
  return { candidate: { row: raw.row, values, ...(externalId === undefined ? {} : { externalId }) } };
}

/** What an empty box says in a column of ticked ones. */
const NOT_TICKED = 'no';

/** The text of a cell as checks take it: a date in ISO 8601 where the column shows which number is the day. */
function valueOf(field: ColumnField, text: string, habits: CellHabits | undefined): string {
  if (field === 'PHONE') return text.replace(/^p:\s*/i, '');
  if (field !== 'CREATED_AT' && field !== 'CONSENT_AT') return text;
  return (habits?.dateOrder && momentOf(text, habits.dateOrder)?.toISOString()) ?? text;
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
