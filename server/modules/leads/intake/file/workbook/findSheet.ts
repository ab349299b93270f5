import { type RawRow } from '../delimitedRows';
import { shapeOf } from '../shapes';
import { sheetRows } from './sheetRows';
import { type Sheet, type Workbook } from './workbook';

/** Rows of each sheet that are looked at, and sheets: more tell nothing new. */
const SAMPLE_ROWS = 50;
const MAX_SHEETS = 30;

/**
 * The sheet that looks most like a table of people: with rows of several cells and contacts in them, else of several
 * cells, else with any row; of several the first. Hidden sheets count only where no visible one has a row.
 */
export async function findSheet(book: Workbook): Promise<Sheet | null> {
  for (const isHidden of [false, true]) {
    let best: { sheet: Sheet; likeness: number } | null = null;
    for (const sheet of book.sheets.filter((one) => one.isHidden === isHidden).slice(0, MAX_SHEETS)) {
      const likeness = likenessOf(await firstRows(book, sheet));
      if (likeness > (best?.likeness ?? 0)) best = { sheet, likeness };
      if (likeness === MOST) break;
    }
    if (best) return best.sheet;
  }
  return null;
}

async function firstRows(book: Workbook, sheet: Sheet): Promise<RawRow[]> {
  const first: RawRow[] = [];
  for await (const { rows } of sheetRows(book, sheet)) {
    first.push(...rows);
    if (first.length >= SAMPLE_ROWS) break;
  }
  return first;
}

const MOST = 3;

function likenessOf(rows: readonly RawRow[]): number {
  if (rows.length === 0) return 0;
  const wide = rows.filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
  if (wide.length < 2 || wide.length * 2 < rows.length) return 1;
  const isContact = (cell: string): boolean => ['EMAIL', 'PHONE'].includes(shapeOf(cell));
  return wide.some(({ cells }) => cells.some(isContact)) ? MOST : 2;
}
