import { shapeOf } from '../file/shapes';
import { fieldOfHeading } from './fields';
import { isOwnReport } from './ownReport';

/** Digits from which on a cell is a number of somebody, not the name of a column. */
const TELLING_DIGITS = 7;

const isTelling = (cell: string): boolean =>
  cell.includes('@') || (cell.match(/\p{Nd}/gu)?.length ?? 0) >= TELLING_DIGITS;

const isContact = (cell: string): boolean => ['EMAIL', 'PHONE'].includes(shapeOf(cell));

/**
 * Headings as they may lie open with the batch. A row that holds a phone or an e-mail is a person's, whoever says that it
 * is the headings: of it only names of columns that are known stay, the rest is left empty.
 */
export function openHeadings(written: readonly string[]): string[] {
  const isOfPerson = written.some(isContact) && !isOwnReport(written);
  return written.map((cell) => (isTelling(cell) || (isOfPerson && !isNameOfColumn(cell)) ? '' : cell));
}

const isNameOfColumn = (cell: string): boolean => (fieldOfHeading(cell)?.confidence ?? 0) > 0.9;
