import { Readable } from 'node:stream';
import { type ByteSource } from '../../server/modules/leads/intake/file/byteSource';
import { MAX_ROW_CHARS } from '../../server/modules/leads/intake/file/delimitedRows';
import { EncodingSniffer } from '../../server/modules/leads/intake/file/encoding';
import { findFormat, tableRows } from '../../server/modules/leads/intake/file/table';
import { type Column } from '../../server/modules/leads/intake/columns/guessColumns';
import { ChunkSize } from '../../server/modules/leads/intake/chunkSize';
import { rowChunks } from '../../server/modules/leads/intake/rowChunks';
import { SeenHashes } from '../../server/modules/leads/intake/seenHashes';
import { createHash } from 'node:crypto';

const CHUNK = 64 * 1024;

/** A file that is made while it is read, and tells how far ahead of its reader it was asked to run. */
function generated(header: string, line: string, lines: number): ByteSource & { made: number } {
  const block = Buffer.from(line.repeat(Math.ceil(CHUNK / line.length)));
  const blocks = Math.ceil((line.length * lines) / block.length);
  const source = {
    made: 0,
    size: Buffer.byteLength(header) + blocks * block.length,
    read(start: number, end: number): Readable {
      const all = (function* () {
        yield Buffer.from(header);
        for (let i = 0; i < blocks; i++) {
          source.made += block.length;
          yield block;
        }
      })();
      return Readable.from(start === 0 && end < source.size ? [Buffer.from(header + line.repeat(2000))] : all, {
        highWaterMark: 1,
      });
    },
  };
  return source;
}

const LINE = '1,Amina Odhiambo,+254712345678,"a quote, please",amina@example.com\n';

test('a file of 60 MB is read with a few hundred rows in hand, and never further ahead than a few chunks', async () => {
  const source = generated('id,name,phone,note,email\n', LINE, 900_000);
  const sniffer = new EncodingSniffer();
  for await (const chunk of source.read(0, source.size) as AsyncIterable<Buffer>) sniffer.update(chunk);
  const format = await findFormat(source, sniffer.finish());
  source.made = 0;
  let rows = 0;
  let mostAtOnce = 0;
  let furthestAhead = 0;
  for await (const read of tableRows(source, format)) {
    rows += read.rows.length;
    mostAtOnce = Math.max(mostAtOnce, read.rows.length);
    furthestAhead = Math.max(furthestAhead, source.made - rows * LINE.length);
  }
  expect(rows).toBeGreaterThan(900_000);
  expect(mostAtOnce).toBeLessThan((2 * CHUNK) / LINE.length + 2);
  expect(furthestAhead).toBeLessThan(6 * CHUNK);
});

test('a quote that is never closed does not make the reader hold the rest of the file', async () => {
  const plain = LINE.replaceAll('"', ' ');
  const source = generated('id,name,phone,note,email\n0,"open,,,\n', plain, 200_000);
  const format = await findFormat(source, { encoding: 'utf-8', markBytes: 0, isSure: true, isBinary: false });
  source.made = 0;
  let furthestAhead = 0;
  let rows = 0;
  for await (const read of tableRows(source, format)) {
    rows += read.rows.length;
    furthestAhead = Math.max(furthestAhead, source.made - rows * plain.length);
  }
  expect(rows).toBeGreaterThan(200_000);
  expect(furthestAhead).toBeLessThan(MAX_ROW_CHARS + 6 * CHUNK);
});

test('chunks stay small in rows and in characters, whatever the cells hold, and keep the order of the file', async () => {
  const column = { heading: '', answerKey: null, confidence: 1 };
  const columns: Column[] = [
    { index: 0, field: 'PHONE', ...column },
    { index: 1, field: 'COMMENT', ...column },
  ];
  const wide = Array.from({ length: 5000 }, (_, i) => ({ row: i + 2, cells: ['+254712345678', 'x'.repeat(20_000)] }));
  async function* reading() {
    yield { rows: wide, share: 1 };
  }
  let last = 1;
  for await (const chunk of rowChunks(reading(), { columns }, () => 1000)) {
    expect(chunk.candidates.length).toBeLessThanOrEqual(106);
    expect(chunk.candidates[0]!.row).toBe(last + 1);
    last = chunk.lastRow;
  }
  expect(last).toBe(5001);
});

test('the size of a transaction follows the speed of the database, within bounds', () => {
  const size = new ChunkSize();
  for (let i = 0; i < 10; i++) size.took(1, size.rows);
  expect(size.rows).toBe(1000);
  for (let i = 0; i < 20; i++) size.took(60_000, size.rows);
  expect(size.rows).toBe(25);
  size.took(70, 25);
  expect(size.rows).toBe(50);
  size.wasTooMuch();
  expect(size.rows).toBe(25);
});

test('a dry run of a million people remembers them in 16 MB without taking a new one for an old one', () => {
  const seen = new SeenHashes();
  const hashOf = (i: number): string => createHash('sha256').update(`person ${i}`).digest('base64url');
  let wrong = 0;
  for (let i = 0; i < 100_000; i++) if (seen.meet(hashOf(i))) wrong++;
  expect(wrong).toBe(0);
  expect([0, 50_000, 99_999].map((i) => seen.meet(hashOf(i)))).toEqual([true, true, true]);
});
