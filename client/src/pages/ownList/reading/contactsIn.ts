import { emailOf, phoneOf } from './normalise';

/** What was found in a file. */
export interface Contacts {
  /** Phones and e-mail addresses as they are compared, each once. */
  values: Set<string>;
  /** Hashes that the file has itself, each once. */
  hashes: Set<string>;
  phones: number;
  emails: number;
  rows: number;
  /** Rows in which nothing was found. */
  emptyRows: number;
  /** Cells that were to be a phone or an address and can be none, such as numbers that are kept for films. */
  unread: number;
  /** The first of them, each once. */
  unreadCells: string[];
}

const HASH = /^[0-9a-f]{64}$/i;
const PHONE_HEADING = /phone|mobil|\bcell|\btel\b|telefon|handy|τηλ|κινητ|simu|телефон|հեռախոս|raqam/i;
/** Columns of figures that may look like phone numbers. */
const NO_PHONE_HEADING =
  /date|time|zip|post|plz|iban|vat|tax|amount|price|account|number of|\bid\b|\bnr\b|datum|geburt|birth/i;

const SAMPLE_ROWS = 300;
const MOST_UNREAD_TOLD = 5;

/** Digits enough for a phone: what has fewer says something else of it, such as that there is none. */
const hasPhoneDigits = (cell: string): boolean => cell.replace(/\D/g, '').length >= 6;

/**
 * Finds the contacts of a table. E-mail addresses and hashes tell themselves; of figures, columns are taken that are
 * named like phones, or most of whose cells can be phone numbers of the country.
 */
export class ContactReader {
  readonly found: Contacts = {
    values: new Set(),
    hashes: new Set(),
    phones: 0,
    emails: 0,
    rows: 0,
    emptyRows: 0,
    unread: 0,
    unreadCells: [],
  };
  private readonly phoneColumns: Set<number>;
  private readonly hasHeading: boolean;

  constructor(
    rows: readonly string[][],
    private readonly country: string,
  ) {
    const [first = []] = rows;
    this.hasHeading = !first.some(
      (cell) => emailOf(cell) !== null || HASH.test(cell) || phoneOf(cell, country) !== null,
    );
    this.phoneColumns = phoneColumnsOf(this.hasHeading ? first : [], rows.slice(this.hasHeading ? 1 : 0), country);
  }

  /** Takes a row of the file, the first included. */
  take(row: readonly string[], isFirst: boolean): void {
    if (isFirst && this.hasHeading) return;
    const { found } = this;
    found.rows++;
    let hasAny = false;
    for (const [column, cell] of row.entries()) {
      if (cell === '') continue;
      if (HASH.test(cell)) {
        found.hashes.add(cell.toLowerCase());
        hasAny = true;
      } else if (cell.includes('@')) hasAny = this.keep(cell, emailOf(cell), 'emails') || hasAny;
      else if (this.phoneColumns.has(column)) hasAny = this.keep(cell, phoneOf(cell, this.country), 'phones') || hasAny;
    }
    if (!hasAny) found.emptyRows++;
  }

  private keep(cell: string, value: string | null, kind: 'phones' | 'emails'): boolean {
    if (value === null) {
      if (kind === 'emails' || hasPhoneDigits(cell)) this.tellUnread(cell);
      return false;
    }
    const before = this.found.values.size;
    this.found.values.add(value);
    if (this.found.values.size > before) this.found[kind]++;
    return true;
  }

  private tellUnread(cell: string): void {
    const { unreadCells } = this.found;
    this.found.unread++;
    if (unreadCells.length < MOST_UNREAD_TOLD && !unreadCells.includes(cell)) unreadCells.push(cell);
  }
}

/** How many rows a reader wants to see before the first is taken. */
export const sampleOf = (rows: Iterable<string[]>): string[][] => {
  const sample: string[][] = [];
  for (const row of rows) if (sample.push(row) > SAMPLE_ROWS) break;
  return sample;
};

function phoneColumnsOf(headings: readonly string[], rows: readonly string[][], country: string): Set<number> {
  const columns = new Set<number>();
  const width = Math.max(0, ...rows.map((row) => row.length));
  for (let column = 0; column < width; column++) {
    const heading = headings[column] ?? '';
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    const phones = cells.filter((cell) => phoneOf(cell, country) !== null).length;
    const isNamed = PHONE_HEADING.test(heading);
    if (isNamed || (!NO_PHONE_HEADING.test(heading) && phones * 2 > cells.length)) columns.add(column);
  }
  return columns;
}
