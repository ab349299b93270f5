import { readFile } from '../../../platform/files';
import { unguarded } from '../../../platform/csv';
import { isOwnReport } from './columns/ownReport';
import { type ByteSource } from './file/byteSource';
import { type RawRow } from './file/delimitedRows';
import { type RowsRead, tableRows } from './file/table';
import { type Room, WORKROOM } from './file/workbook/room';
import { type Batch } from './model';

/** A stored upload in random access; what is read is decrypted chunk by chunk, nothing lies plain anywhere. */
export const storedBytes = (file: { id: string; bytes: number }): ByteSource => ({
  size: file.bytes,
  read: (start, end) => readFile(file.id, { start, end }),
});

/**
 * The rows of data of a batch's file from `afterRow` on, without titles and headings; those of a row report that was sent
 * again have the cells that the report was made from. `whileReading` is called again and again, also while rows before
 * them are passed over.
 */
export async function* dataRows(
  batch: Batch,
  afterRow = 0,
  whileReading: () => Promise<void> = async () => undefined,
  room: Room = WORKROOM,
): AsyncGenerator<RowsRead> {
  const { file, format, heading, columns } = batch;
  if (!file || !format || !heading) return;
  const isReport = isOwnReport(columns.map((column) => column.heading));
  const from = Math.max(heading.firstDataRow, afterRow + 1);
  for await (const { rows, share } of tableRows(storedBytes(file), format, room)) {
    await whileReading();
    const wanted = rows.length > 0 && rows[0]!.row >= from ? rows : rows.filter(({ row }) => row >= from);
    if (wanted.length > 0) yield { rows: isReport ? wanted.map(withoutGuards) : wanted, share };
  }
}

const withoutGuards = (row: RawRow): RawRow => ({ ...row, cells: row.cells.map(unguarded) });

/** How many rows of a file are shown at most. */
export const MAX_SAMPLE_ROWS = 100;

/** The first rows of data, exactly as they stand in the file. */
export async function firstRows(batch: Batch, count: number): Promise<RawRow[]> {
  const first: RawRow[] = [];
  for await (const { rows } of dataRows(batch)) {
    first.push(...rows);
    if (first.length >= count) break;
  }
  return first.slice(0, count);
}

/** Sample rows that are being read in this process, by batch and state. */
const reading = new Map<string, Promise<RawRow[]>>();

/** The first rows of data to be shown; who asks for those of a batch while they are read gets the same ones. */
export async function sampleRows(batch: Batch, count: number): Promise<RawRow[]> {
  const key = `${batch._id} ${batch.file?.id} ${batch.changedAt.getTime()}`;
  const rows = reading.get(key) ?? firstRows(batch, MAX_SAMPLE_ROWS).finally(() => reading.delete(key));
  reading.set(key, rows);
  return (await rows).slice(0, count);
}
