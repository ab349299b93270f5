import { type Dialect, DelimitedRows, type RawRow } from './delimitedRows';
import { shapeOf } from './shapes';

export interface DialectFound {
  dialect: Dialect;
  /** Characters at the start that name the delimiter (`sep=;`) and are no data. */
  skipChars: number;
}

const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE_ROWS = 200;

/**
 * How a text's rows and cells are separated, from its beginning. Each delimiter is tried with quotes respected; the one
 * wins that gives most rows the header's width and most cells a shape of their own (address, phone, date). `isWhole`
 * says that the sample is the whole file, so that its last line counts too.
 */
export function findDialect(sample: string, isWhole: boolean): DialectFound {
  const named = /^\s*sep=(.)\r?(?:\n|\r)/i.exec(sample);
  const skipChars = named ? named[0].length : 0;
  const text = sample.slice(skipChars);
  const lineEnd = hasLineFeed(text) || !text.includes('\r') ? 'LF' : 'CR';
  if (named) return { dialect: { delimiter: named[1]!, lineEnd }, skipChars };
  let best: Dialect = { delimiter: ',', lineEnd };
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const dialect: Dialect = { delimiter, lineEnd };
    const score = scoreOf(sampleRows(text, dialect, isWhole));
    if (score > bestScore) [best, bestScore] = [dialect, score];
  }
  return { dialect: best, skipChars };
}

/** A line feed outside quotes: one inside a quoted cell says nothing of how rows end. */
function hasLineFeed(text: string): boolean {
  if (!text.includes('\n')) return false;
  return text.replace(/"(?:[^"]|"")*"/g, '').includes('\n') || !text.includes('\r');
}

/** The first rows of a sample under a dialect. */
function sampleRows(text: string, dialect: Dialect, isWhole: boolean): RawRow[] {
  const rows: RawRow[] = [];
  const reader = new DelimitedRows(dialect, (row) => rows.push(row));
  reader.push(text);
  if (isWhole || rows.length === 0) reader.end();
  return rows.slice(0, SAMPLE_ROWS);
}

function scoreOf(rows: RawRow[]): number {
  if (rows.length === 0) return 0;
  const widths = new Map<number, number>();
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  const [width, count] = [...widths].reduce((most, entry) => (entry[1] > most[1] ? entry : most));
  if (width < 2) return 0;
  const agreement = count / rows.length;
  const headerAgrees = rows[0]!.cells.length === width ? 0.5 : 0;
  return agreement + headerAgrees + telling(rows);
}

/** The share of rows in which some cell is wholly an e-mail address, a phone or a date. */
function telling(rows: RawRow[]): number {
  const isTelling = (cell: string): boolean => ['EMAIL', 'PHONE', 'DATE'].includes(shapeOf(cell));
  return rows.filter(({ cells }) => cells.some(isTelling)).length / rows.length;
}
