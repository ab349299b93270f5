/** What is wrong with a row as text; such a row is reported and never stops the others. */
export type RowProblem = 'UNCLOSED_QUOTE' | 'ROW_TOO_LONG' | 'CELL_TOO_LONG';

export interface RawRow {
  /** Counted as a spreadsheet counts: records from 1, blank ones included. */
  row: number;
  cells: string[];
  problem?: RowProblem;
}

/** A cell longer than a spreadsheet can hold is cut here. */
export const MAX_CELL_CHARS = 32_767;
/** The most text held while a row's end is looked for; bounds memory whatever the file holds. */
export const MAX_ROW_CHARS = 256 * 1024;

export interface Dialect {
  delimiter: string;
  /** `CR` for files of old Macs; everything else ends lines by LF, with or without CR before it. */
  lineEnd: 'LF' | 'CR';
}

/**
 * Rows of comma-, semicolon-, tab- or otherwise separated text, fed piece by piece. Quoted cells may hold delimiters,
 * line ends and doubled quotes. A quote that is opened and never closed costs only the line it stands on: the reader
 * takes that line literally, marks it, and goes on with the next, which a general parser cannot do.
 */
export class DelimitedRows {
  private text = '';
  private row = 0;
  private width = 0;
  private isSkippingLine = false;
  /** Where the next quote stands in `text`, Infinity for nowhere, so that rows without one need no look of their own. */
  private quoteAt = -1;
  private readonly lineEnd: string;

  constructor(
    private readonly dialect: Dialect,
    private readonly emit: (row: RawRow) => void,
  ) {
    this.lineEnd = dialect.lineEnd === 'CR' ? '\r' : '\n';
  }

  push(piece: string): void {
    this.text += piece.includes('\0') ? piece.replaceAll('\0', '') : piece;
    this.drain(false);
  }

  end(): void {
    // Old programs close a text file with a control character of its own.
    if (this.text.endsWith('\u001a')) this.text = this.text.slice(0, -1);
    this.drain(true);
  }

  private drain(isLast: boolean): void {
    let position = 0;
    this.quoteAt = -1;
    while (position < this.text.length) {
      const next = this.isSkippingLine ? this.skipLine(position) : this.readRecord(position, isLast);
      if (next === null) break;
      position = next;
    }
    this.text = this.text.slice(position);
    // Nothing that could end the row within bounds: report its start once, then drop the rest of the line.
    if (this.text.length > MAX_ROW_CHARS) this.giveUpLine();
  }

  /** Reads one record at `start`; answers where the next begins, null when more text is needed. */
  private readRecord(start: number, isLast: boolean): number | null {
    let lineStop = this.text.indexOf(this.lineEnd, start);
    if (lineStop < 0) {
      if (!isLast) return null;
      lineStop = this.text.length;
    }
    if (this.quoteAt < start) {
      const found = this.text.indexOf('"', start);
      this.quoteAt = found < 0 ? Infinity : found;
    }
    if (this.quoteAt >= lineStop) {
      this.give(this.splitPlain(start, lineStop));
      return lineStop + 1;
    }
    const record = this.readQuoted(start, isLast);
    if (record === 'MORE' && this.text.length - start <= MAX_ROW_CHARS) return null;
    if (record === 'MORE' || record === 'MALFORMED' || this.isMisread(record, start, lineStop)) {
      this.give(this.splitPlain(start, lineStop), 'UNCLOSED_QUOTE');
      return lineStop + 1;
    }
    this.give(record.cells);
    return record.next;
  }

  /** Several lines read as one row of another width, while the first line alone has the right width: a stray quote. */
  private isMisread(record: { cells: string[]; next: number }, start: number, lineStop: number): boolean {
    if (record.next === lineStop + 1 || this.width === 0 || record.cells.length === this.width) return false;
    return this.splitPlain(start, lineStop).length === this.width;
  }

  private readQuoted(start: number, isLast: boolean): { cells: string[]; next: number } | 'MORE' | 'MALFORMED' {
    const { text, lineEnd } = this;
    const { delimiter } = this.dialect;
    const cells: string[] = [];
    let at = start;
    for (;;) {
      const open = this.pastSpaces(at);
      const quoted = text[open] === '"' ? this.readQuotedCell(open, isLast) : null;
      // A quote behind blanks that closes nothing is a character like others.
      if (quoted === 'MORE' || (quoted === 'MALFORMED' && open === at)) return quoted;
      if (quoted !== null && quoted !== 'MALFORMED') {
        cells.push(quoted.value);
        at = quoted.next;
      } else {
        const stop = this.plainStop(at);
        if (stop === text.length && !isLast) return 'MORE';
        cells.push(text.slice(at, text[stop] === delimiter ? stop : this.withoutCarriage(at, stop)));
        at = stop;
      }
      if (at >= text.length) return { cells, next: text.length };
      const isEnd = text[at] === lineEnd;
      at++;
      if (isEnd) return { cells, next: at };
    }
  }

  /** A cell that opens with a quote at `open`; `next` stands on the delimiter, line end or end of text after it. */
  private readQuotedCell(open: number, isLast: boolean): { value: string; next: number } | 'MORE' | 'MALFORMED' {
    const { text, lineEnd } = this;
    let from = open + 1;
    let value = '';
    for (;;) {
      const quote = text.indexOf('"', from);
      if (quote < 0) return isLast ? 'MALFORMED' : 'MORE';
      if (quote + 1 >= text.length && !isLast) return 'MORE';
      if (text[quote + 1] === '"') {
        value += text.slice(from, quote + 1);
        from = quote + 2;
        continue;
      }
      const after = this.pastBlanks(quote + 1);
      if (after >= text.length && !isLast) return 'MORE';
      const inner = value + text.slice(from, quote);
      const closes = after >= text.length || text[after] === lineEnd || text[after] === this.dialect.delimiter;
      if (closes) return { value: inner, next: after };
      // A lone quote inside a quoted cell is forgiven on one line; over several lines it shows that the opening one lied.
      if (inner.includes(lineEnd)) return 'MALFORMED';
      value = inner + '"';
      from = quote + 1;
    }
  }

  /** Past spaces, and the CR of a CRLF, between a closing quote and what ends the cell. */
  private pastBlanks(at: number): number {
    let after = at;
    while (this.text[after] === ' ' || (this.text[after] === '\r' && this.lineEnd === '\n')) after++;
    return after;
  }

  /** Many write a blank after the delimiter: `"Name", "Phone"`. */
  private pastSpaces(at: number): number {
    let after = at;
    while (this.text[after] === ' ') after++;
    return after;
  }

  private plainStop(at: number): number {
    const { text } = this;
    const line = text.indexOf(this.lineEnd, at);
    const cell = text.indexOf(this.dialect.delimiter, at);
    const end = line < 0 ? text.length : line;
    return cell < 0 || cell > end ? end : cell;
  }

  private splitPlain(start: number, lineStop: number): string[] {
    return this.text.slice(start, this.withoutCarriage(start, lineStop)).split(this.dialect.delimiter);
  }

  private withoutCarriage(start: number, stop: number): number {
    let end = stop;
    while (this.lineEnd === '\n' && end > start && this.text[end - 1] === '\r') end--;
    return end;
  }

  private give(cells: string[], problem?: RowProblem): void {
    this.row++;
    if (cells.every((cell) => cell.trim() === '')) return;
    if (this.width === 0) this.width = cells.length;
    let found = problem;
    for (let i = 0; i < cells.length; i++) {
      if (cells[i]!.length <= MAX_CELL_CHARS) continue;
      cells[i] = cells[i]!.slice(0, MAX_CELL_CHARS);
      found ??= 'CELL_TOO_LONG';
    }
    this.emit(found ? { row: this.row, cells, problem: found } : { row: this.row, cells });
  }

  private giveUpLine(): void {
    this.row++;
    const cells = this.text.slice(0, MAX_CELL_CHARS).split(this.dialect.delimiter);
    this.emit({ row: this.row, cells, problem: 'ROW_TOO_LONG' });
    this.text = '';
    this.isSkippingLine = true;
  }

  private skipLine(position: number): number | null {
    const stop = this.text.indexOf(this.lineEnd, position);
    if (stop < 0) {
      this.text = '';
      return null;
    }
    this.isSkippingLine = false;
    return stop + 1;
  }
}
