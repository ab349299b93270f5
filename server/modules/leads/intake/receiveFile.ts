import { Readable } from 'node:stream';
import { config } from '../../../config';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { unguarded } from '../../../platform/csv';
import { conflict } from '../../../platform/errors';
import { removeFile, storeFile, type StoredFile } from '../../../platform/files';
import { findRegion, nicheTree } from '../../catalog';
import { type Column, guessColumns } from './columns/guessColumns';
import { findHeading, type Heading } from './columns/heading';
import { isMapped } from './columns/mapped';
import { isOwnReport } from './columns/ownReport';
import { UnreadableFile } from './file/fileKind';
import { EncodingSniffer, type EncodingFound } from './file/encoding';
import { type RawRow } from './file/delimitedRows';
import { findFormat, type TableFormat, tableRows } from './file/table';
import { demandState, findBatch } from './findBatch';
import { type Batch, Batches, OPEN_STATES } from './model';
import { storedBytes } from './uploadedFile';

/** How many rows headings and columns are guessed from. */
const SAMPLE_ROWS = 500;

/**
 * Takes the file of a batch as a stream of bytes: stores it encrypted, finds out how to read it, guesses headings and
 * columns. The same bytes sent again change nothing; other bytes replace the file while the import was not asked for.
 * Throws UnreadableFile, and keeps nothing, when it is no table.
 */
export async function receiveFile(
  viewer: Viewer,
  batchId: string,
  body: Readable,
  name: string | null,
): Promise<Batch> {
  const batch = await findBatch(viewer, batchId);
  demandState(batch, OPEN_STATES, 'given a file');
  const { stored, sniffed } = await store(body, batch.country);
  if (batch.file?.sha256 === stored.sha256) {
    await removeFile(stored.id);
    return batch;
  }
  try {
    const read = await understand(stored, sniffed, batch);
    const received = await keep(batch, { ...read, file: { ...stored, name, receivedAt: now() } });
    if (batch.file) await removeFile(batch.file.id);
    return received;
  } catch (error) {
    await removeFile(stored.id);
    throw error;
  }
}

/** Stores the bytes and learns their encoding while they pass: the whole file is looked at, in constant memory. */
async function store(body: Readable, country: string): Promise<{ stored: StoredFile; sniffed: EncodingFound }> {
  const sniffer = new EncodingSniffer();
  async function* passing(): AsyncGenerator<Buffer> {
    // Not destroyed when it is refused half-way: its sender is still to get the answer.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      sniffer.update(chunk);
      yield chunk;
    }
  }
  const stored = await storeFile(Readable.from(passing(), { objectMode: false }), { maxBytes: config.maxUploadBytes });
  return { stored, sniffed: sniffer.finish(country) };
}

interface Understood {
  format: TableFormat;
  heading: Heading;
  columns: Column[];
}

async function understand(stored: StoredFile, sniffed: EncodingFound, batch: Batch): Promise<Understood> {
  const source = storedBytes(stored);
  const format = await findFormat(source, sniffed);
  const sample: RawRow[] = [];
  for await (const { rows } of tableRows(source, format)) {
    sample.push(...rows);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  const heading = findHeading(sample.slice(0, SAMPLE_ROWS));
  if (!sample.some(({ row }) => row >= heading.firstDataRow)) throw new UnreadableFile('NO_ROWS');
  return { format, heading, columns: guessFor(batch, heading, sample) };
}

/** Columns as guessed from the first rows, under the form of the batch's niche and the places of its country. */
export function guessFor(batch: Batch, heading: Heading, sample: readonly RawRow[]): Column[] {
  const written = sample.find(({ row }) => row === heading.headerRow)?.cells ?? [];
  const headings = isOwnReport(written) ? written.map(unguarded) : written;
  const data = sample.filter(({ row, problem }) => row >= heading.firstDataRow && !problem);
  return guessColumns(headings, heading.width, data, {
    form: nicheTree().byId(batch.nicheId)?.fields ?? [],
    isPlace: (text) => findRegion({ country: batch.country, text }) !== null,
  });
}

async function keep(batch: Batch, read: Understood & { file: Batch['file'] }): Promise<Batch> {
  const state = isMapped(read.columns) ? 'READY' : 'AWAITING_COLUMNS';
  // Guarded by the file that was there: of two uploads at once the second is told, and its bytes are removed.
  const received = await Batches.findOneAndUpdate(
    { _id: batch._id, state: batch.state, 'file.id': batch.file?.id ?? { $exists: false } },
    { $set: { ...read, state, dryRun: null, problem: null, changedAt: now() } },
    { returnDocument: 'after' },
  ).lean<Batch>();
  if (!received)
    throw conflict('The batch changed while the file arrived. Look at it and send the file again if need be.');
  return received;
}
