import { MAX_CELL_CHARS, type RawRow } from '../delimitedRows';
import { numberText, unescapeText } from './cellText';
import { type Sheet, type Workbook } from './workbook';
import { parseXml } from './xml';

/** Excel has 16,384 columns; a lead needs few, and a stray cell far right must not make a huge row. */
const MAX_COLUMNS = 1024;

/**
 * The non-empty rows of a sheet with their own numbers, a few at a time as the sheet is unpacked; `share` is how much
 * of the sheet was read, 0 to 1.
 */
export async function* sheetRows(book: Workbook, sheet: Sheet): AsyncGenerator<{ rows: RawRow[]; share: number }> {
  const reader = new SheetReader(book);
  const size = Math.max(1, book.parts.sizeOf(sheet.part));
  for await (const bytes of parseXml(await book.parts.open(sheet.part), reader)) {
    const rows = reader.take();
    if (rows.length > 0) yield { rows, share: Math.min(1, bytes / size) };
  }
}

class SheetReader {
  private rows: RawRow[] = [];
  private row = 0;
  private column = 0;
  private cells: string[] = [];
  private isTooLong = false;
  private type = 'n';
  private style = 0;
  private content = '';
  private isValue = false;
  private phonetic = 0;

  constructor(private readonly book: Workbook) {}

  take(): RawRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(tag: string, attributes: Record<string, string>): void {
    switch (tag) {
      case 'row':
        this.row = Number(attributes['r']) || this.row + 1;
        this.cells = [];
        this.column = 0;
        this.isTooLong = false;
        break;
      case 'c':
        this.column = attributes['r'] ? columnOf(attributes['r']) : this.column + 1;
        this.type = attributes['t'] ?? 'n';
        this.style = Number(attributes['s'] ?? 0);
        this.content = '';
        break;
      case 'rPh':
        this.phonetic++;
        break;
      case 'v':
        this.isValue = true;
        break;
      case 't':
        this.isValue = this.phonetic === 0;
        break;
    }
  }

  text(piece: string): void {
    if (this.isValue && this.content.length <= MAX_CELL_CHARS) this.content += piece;
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 't') this.isValue = false;
    else if (tag === 'rPh') this.phonetic--;
    else if (tag === 'c') this.endCell();
    else if (tag === 'row') this.endRow();
  }

  private endCell(): void {
    if (this.content === '' || this.column > MAX_COLUMNS) return;
    let value = this.valueOf();
    if (value === '') return;
    if (value.length > MAX_CELL_CHARS) {
      value = value.slice(0, MAX_CELL_CHARS);
      this.isTooLong = true;
    }
    while (this.cells.length < this.column - 1) this.cells.push('');
    this.cells[this.column - 1] = value;
  }

  private valueOf(): string {
    switch (this.type) {
      case 's':
        return this.book.strings.at(Number(this.content));
      case 'b':
        return this.content === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return '';
      case 'd':
      case 'str':
      case 'inlineStr':
        return unescapeText(this.content);
      default:
        return numberText(this.content, this.book.styles[this.style] ?? 'PLAIN', this.book.is1904);
    }
  }

  private endRow(): void {
    if (this.cells.every((cell) => cell.trim() === '')) return;
    const { row, cells } = this;
    this.rows.push(this.isTooLong ? { row, cells, problem: 'CELL_TOO_LONG' } : { row, cells });
  }
}

/** `C12` is column 3. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}
