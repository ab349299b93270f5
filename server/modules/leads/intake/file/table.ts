import { type ByteSource } from './byteSource';
import { decodeText } from './decodeText';
import { DelimitedRows, type Dialect, type RawRow } from './delimitedRows';
import { findDialect } from './dialect';
import { type Encoding, type EncodingFound, markBytesOf } from './encoding';
import { kindOf, UnreadableFile } from './fileKind';
import { type Room, WORKROOM } from './workbook/room';
import { sheetRows } from './workbook/sheetRows';
import { findSheet } from './workbook/findSheet';
import { openWorkbook, type Sheet, type Workbook } from './workbook/workbook';

/** All that must be known to read a file's rows again, always the same way. */
export type TableFormat =
  | {
      kind: 'TEXT';
      encoding: Encoding;
      /** False where letters may have been meant as others, so that a person should look; a file read long ago has none. */
      isEncodingSure?: boolean;
      markBytes: number;
      dialect: Dialect;
      skipChars: number;
    }
  | {
      kind: 'WORKBOOK';
      sheet: string;
      /** The names of all sheets, to choose another by; a file read long ago has none. */
      sheets?: string[];
    };

/** Some rows in a row, and how much of the file was read when they were complete, 0 to 1. */
export interface RowsRead {
  rows: RawRow[];
  share: number;
}

const HEAD_BYTES = 512;
const SAMPLE_BYTES = 256 * 1024;

/**
 * What a stored file is and how to read it. `sniffed` comes from an EncodingSniffer that saw the whole file.
 * Throws UnreadableFile for anything that is no table of text cells with at least one row.
 */
export async function findFormat(source: ByteSource, sniffed: EncodingFound): Promise<TableFormat> {
  const kind = kindOf(await readBytes(source, HEAD_BYTES));
  if (kind === 'ZIP') return workbookFormat(source);
  if (kind !== 'TEXT') throw new UnreadableFile(kind);
  if (sniffed.isBinary) throw new UnreadableFile('BINARY');
  const format = { ...(await textFormat(source, sniffed.encoding)), isEncodingSure: sniffed.isSure };
  if (!(await hasRows(tableRows(source, format)))) throw new UnreadableFile('NO_ROWS');
  return format;
}

/** How to read the rows of a text that is in this encoding. */
export async function textFormat(source: ByteSource, encoding: Encoding): Promise<TableFormat & { kind: 'TEXT' }> {
  const start = await readBytes(source, SAMPLE_BYTES);
  const markBytes = markBytesOf(start, encoding);
  let sample = '';
  for await (const text of decodeText(once(start), encoding, markBytes)) sample += text;
  const { dialect, skipChars } = findDialect(sample.replaceAll('\0', ''), source.size <= SAMPLE_BYTES);
  return { kind: 'TEXT', encoding, markBytes, dialect, skipChars };
}

async function workbookFormat(source: ByteSource): Promise<TableFormat> {
  const book = await openWorkbook(source, WORKROOM);
  try {
    const sheet = await findSheet(book);
    if (!sheet) throw new UnreadableFile('NO_ROWS');
    return { kind: 'WORKBOOK', sheet: sheet.name, sheets: namesOf(book.sheets) };
  } finally {
    book.close();
  }
}

const MAX_SHEETS = 100;
const LONGEST_NAME_CHARS = 200;

const namesOf = (sheets: readonly Sheet[]): string[] =>
  sheets
    .map(({ name }) => name)
    .filter((name) => name.length <= LONGEST_NAME_CHARS)
    .slice(0, MAX_SHEETS);

async function hasRows(reading: AsyncGenerator<RowsRead>): Promise<boolean> {
  for await (const { rows } of reading) if (rows.length > 0) return true;
  return false;
}

/** All rows of a file that are not blank, streamed: memory does not grow with the file. A workbook takes `room`. */
export async function* tableRows(
  source: ByteSource,
  format: TableFormat,
  room: Room = WORKROOM,
): AsyncGenerator<RowsRead> {
  if (format.kind === 'TEXT') {
    yield* textRows(source, format);
    return;
  }
  const book = await openWorkbook(source, room);
  try {
    yield* sheetRows(book, sheetOf(book, format.sheet));
  } finally {
    book.close();
  }
}

function sheetOf(book: Workbook, name: string): Sheet {
  const sheet = book.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new UnreadableFile('BROKEN_WORKBOOK');
  return sheet;
}

async function* textRows(source: ByteSource, format: TableFormat & { kind: 'TEXT' }): AsyncGenerator<RowsRead> {
  let rows: RawRow[] = [];
  let bytes = 0;
  let skip = format.skipChars;
  const reader = new DelimitedRows(format.dialect, (row) => rows.push(row));
  const counted = counting(source.read(0, source.size) as AsyncIterable<Buffer>, (read) => (bytes = read));
  for await (const text of decodeText(counted, format.encoding, format.markBytes)) {
    reader.push(skip > 0 ? text.slice(skip) : text);
    skip = Math.max(0, skip - text.length);
    if (rows.length > 0) yield { rows, share: bytes / source.size };
    rows = [];
  }
  reader.end();
  if (rows.length > 0) yield { rows, share: 1 };
}

/** Small pieces keep the rows of one piece small whatever size the storage reads in. */
const PIECE_BYTES = 64 * 1024;

async function* counting(chunks: AsyncIterable<Buffer>, tell: (bytes: number) => void): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
      const piece = chunk.subarray(start, start + PIECE_BYTES);
      bytes += piece.length;
      tell(bytes);
      yield piece;
    }
  }
}

async function readBytes(source: ByteSource, count: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of source.read(0, Math.min(count, source.size)) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* once(buffer: Buffer): AsyncGenerator<Buffer> {
  yield buffer;
}
