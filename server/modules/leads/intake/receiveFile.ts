import { Readable } from 'node:stream';
import { config } from '../../../config';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { conflict } from '../../../platform/errors';
import { type FileOwner, removeFile, storeFile, type StoredFile } from '../../../platform/files';
import { EncodingSniffer, type EncodingFound } from './file/encoding';
import { findFormat } from './file/table';
import { demandState, findBatch } from './findBatch';
import { ownerOf } from './keptBytes';
import { type Batch, Batches, OPEN_STATES } from './model';
import { understandFile, type Understood } from './understandFile';
import { storedBytes } from './uploadedFile';

/**
 * Takes the file of a batch as a stream of bytes, of which the sender may tell how many there are: stores it encrypted,
 * finds out how to read it, guesses headings and columns. The same bytes sent again change nothing; other bytes replace the
 * file while the import was not asked for. Throws UnreadableFile, and keeps nothing, when it is no table.
 */
export async function receiveFile(
  viewer: Viewer,
  batchId: string,
  body: Readable,
  { name, bytes }: { name: string | null; bytes: number | null },
): Promise<Batch> {
  const batch = await findBatch(viewer, batchId);
  demandState(batch, OPEN_STATES, 'given a file');
  const { stored, sniffed } = await store(body, batch.country, ownerOf(viewer, bytes));
  if (batch.file?.sha256 === stored.sha256) {
    await removeFile(stored.id);
    return batch;
  }
  try {
    const source = storedBytes(stored);
    const read = await understandFile(source, await findFormat(source, sniffed), batch);
    const received = await keep(batch, { ...read, file: { ...stored, name, receivedAt: now() } });
    if (batch.file) await removeFile(batch.file.id);
    return received;
  } catch (error) {
    await removeFile(stored.id);
    throw error;
  }
}

/** Stores the bytes and learns their encoding while they pass: the whole file is looked at, in constant memory. */
async function store(
  body: Readable,
  country: string,
  owner: FileOwner,
): Promise<{ stored: StoredFile; sniffed: EncodingFound }> {
  const sniffer = new EncodingSniffer();
  async function* passing(): AsyncGenerator<Buffer> {
    // Not destroyed when it is refused half-way: its sender is still to get the answer.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      sniffer.update(chunk);
      yield chunk;
    }
  }
  const limits = { maxBytes: config.maxUploadBytes, owner };
  const stored = await storeFile(Readable.from(passing(), { objectMode: false }), limits);
  return { stored, sniffed: sniffer.finish(country) };
}

async function keep(batch: Batch, read: Understood & { file: Batch['file'] }): Promise<Batch> {
  // Guarded by the file that was there: of two uploads at once the second is told, and its bytes are removed.
  const received = await Batches.findOneAndUpdate(
    { _id: batch._id, state: batch.state, 'file.id': batch.file?.id ?? { $exists: false } },
    { $set: { ...read, dryRun: null, problem: null, changedAt: now() } },
    { returnDocument: 'after' },
  ).lean<Batch>();
  if (!received)
    throw conflict('The batch changed while the file arrived. Look at it and send the file again if need be.');
  return received;
}
