import { type RawRow } from '../file/delimitedRows';
import { shapeOf } from '../file/shapes';
import { fieldOfHeading } from './fields';

export interface Heading {
  /** Row number of the headings; null when the file begins with data. */
  headerRow: number | null;
  /** The first row that is data. */
  firstDataRow: number;
  /** Cells a row has: of the headings, else of most rows. */
  width: number;
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;
const TELLING = new Set(['EMAIL', 'PHONE', 'DATE', 'IP', 'NUMBER', 'URL']);
/** Titles and export notes may stand above the headings, but not many. */
const MAX_TITLE_ROWS = 10;

/** Where the headings stand among a file's first rows, if there are some; rows with too few cells above them are titles. */
export function findHeading(rows: readonly RawRow[]): Heading {
  const fills = rows.map(({ cells }) => filled(cells)).sort((a, b) => a - b);
  const usual = fills[Math.floor(fills.length / 2)] ?? 1;
  const enough = Math.max(1, Math.ceil(usual * 0.6));
  const start = rows.slice(0, MAX_TITLE_ROWS).findIndex(({ cells }) => filled(cells) >= enough);
  const first = rows[Math.max(0, start)]!;
  const rest = rows.slice(Math.max(0, start) + 1);
  if (!isHeading(first.cells, rest)) return { headerRow: null, firstDataRow: first.row, width: widthOf(rows) };
  const width = Math.max(first.cells.length - trailingBlanks(first.cells), 1);
  return { headerRow: first.row, firstDataRow: first.row + 1, width };
}

const trailingBlanks = (cells: readonly string[]): number => {
  let count = 0;
  while (count < cells.length && cells[cells.length - 1 - count]!.trim() === '') count++;
  return count;
};

function widthOf(rows: readonly RawRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}

/** Headings name things: known names, and no address, phone, date or number; else they differ in shape from what follows. */
function isHeading(cells: readonly string[], rest: readonly RawRow[]): boolean {
  const shapes = cells.map(shapeOf);
  if (shapes.some((shape) => shape === 'EMAIL' || shape === 'PHONE' || shape === 'DATE')) return false;
  if (cells.some((cell) => (fieldOfHeading(cell)?.confidence ?? 0) > 0.9)) return true;
  return cells.some((cell, index) => {
    if (cell.trim() === '' || TELLING.has(shapes[index]!)) return false;
    const below = rest.map((row) => shapeOf(row.cells[index] ?? '')).filter((shape) => shape !== 'EMPTY');
    return below.length > 0 && below.filter((shape) => TELLING.has(shape)).length > below.length / 2;
  });
}
