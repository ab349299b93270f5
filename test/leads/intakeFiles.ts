import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type ByteSource } from '../../server/modules/leads/intake/file/byteSource';
import { EncodingSniffer } from '../../server/modules/leads/intake/file/encoding';
import { findFormat, type TableFormat, tableRows } from '../../server/modules/leads/intake/file/table';
import { type RawRow } from '../../server/modules/leads/intake/file/delimitedRows';

const FIXTURES = path.join(__dirname, '..', 'fixtures', 'intake');

/** One of the files that agencies really send, as it lies on disk. */
export const fixture = (name: string): Buffer => readFileSync(path.join(FIXTURES, name));

/** A buffer as stored files are read: in ranges, a few bytes at a time to find what chunk borders break. */
const bytesOf = (buffer: Buffer, chunkBytes = 64 * 1024): ByteSource => ({
  size: buffer.length,
  read: (start, end) =>
    Readable.from(
      (function* () {
        for (let at = start; at < Math.min(end, buffer.length); at += chunkBytes) {
          yield buffer.subarray(at, Math.min(at + chunkBytes, end));
        }
      })(),
    ),
});

/** A whole file read by intake's own way: sniffed, its format found, its rows. */
export async function readTable(
  buffer: Buffer,
  options: { country?: string; chunkBytes?: number } = {},
): Promise<{ format: TableFormat; rows: RawRow[]; cells: string[][] }> {
  const sniffer = new EncodingSniffer();
  const source = bytesOf(buffer, options.chunkBytes);
  for await (const chunk of source.read(0, source.size) as AsyncIterable<Buffer>) sniffer.update(chunk);
  const format = await findFormat(source, sniffer.finish(options.country));
  const rows: RawRow[] = [];
  for await (const read of tableRows(source, format)) rows.push(...read.rows);
  return { format, rows, cells: rows.map(({ cells }) => cells) };
}
