import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import mongoose from './mongoose';
import { after, DAY, now } from './clock';
import { UserError } from './errors';
import { newId } from './ids';
import { type CollectionSpec, type PeriodicJob } from './manifest';
import { openChunk, sealChunk } from './seal';

/** Files in the database, so that every process can read them; each chunk is encrypted and bound to its place. */
interface FileRow {
  _id: string;
  bytes: number;
  /** Whose file it is, and the bytes that count as its: those announced until the last came. Older files have neither. */
  ownerId?: string;
  heldBytes?: number;
  chunkCount: number;
  chunkBytes: number;
  sha256: string;
  /** STORING until the last byte came: a file that stays so was cut off and is swept away. */
  state: 'STORING' | 'STORED';
  storedAt: Date;
}

interface ChunkRow {
  _id: string;
  sealed: Buffer;
}

const Files = mongoose.model(
  'File',
  new mongoose.Schema<FileRow>(
    {
      _id: String,
      bytes: Number,
      ownerId: String,
      heldBytes: Number,
      chunkCount: Number,
      chunkBytes: Number,
      sha256: String,
      state: String,
      storedAt: Date,
    },
    { collection: 'files', versionKey: false },
  ),
);

const Chunks = mongoose.model(
  'FileChunk',
  new mongoose.Schema<ChunkRow>({ _id: String, sealed: Buffer }, { collection: 'file_chunks', versionKey: false }),
);

export const fileCollections: CollectionSpec[] = [
  {
    name: 'files',
    indexes: [
      { key: { storedAt: 1 }, name: 'storing', partialFilterExpression: { state: 'STORING' } },
      { key: { ownerId: 1 }, partialFilterExpression: { ownerId: { $exists: true } } },
    ],
  },
  { name: 'file_chunks', indexes: [] },
];

const CHUNK_BYTES = 512 * 1024;

const chunkId = (fileId: string, index: number): string => `${fileId}:${String(index).padStart(6, '0')}`;

export interface StoredFile {
  id: string;
  bytes: number;
  sha256: string;
}

/** Whose file is stored, and how much of theirs may be kept at a time. */
export interface FileOwner {
  id: string;
  mostBytes: number;
  /** How large the file is said to be; the largest that is taken where that was not said. */
  announcedBytes: number;
  /** What is thrown when it would be more. */
  refusal: () => UserError;
}

interface StoreLimits {
  maxBytes: number;
  owner?: FileOwner;
}

/**
 * Stores a stream, holding one chunk in memory; a stream over `maxBytes`, or one that its owner has no room for, is
 * refused and leaves nothing behind.
 */
export async function storeFile(source: Readable, limits: StoreLimits): Promise<StoredFile> {
  const id = newId('file');
  const { owner } = limits;
  const row = { _id: id, bytes: 0, chunkCount: 0, chunkBytes: CHUNK_BYTES, sha256: '', state: 'STORING' as const };
  const held = owner ? { ownerId: owner.id, heldBytes: owner.announcedBytes } : {};
  await Files.create({ ...row, ...held, storedAt: now() });
  // Counted with the own row in it: of two uploads at once each sees the other.
  if (owner && (await heldBy(owner.id)) > owner.mostBytes) {
    await Files.deleteOne({ _id: id });
    throw owner.refusal();
  }
  const hash = createHash('sha256');
  let bytes = 0;
  let index = 0;
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  const flush = async (): Promise<void> => {
    const chunk = Buffer.concat(pending);
    pending = chunk.length > CHUNK_BYTES ? [chunk.subarray(CHUNK_BYTES)] : [];
    pendingBytes = pending[0]?.length ?? 0;
    const place = chunkId(id, index++);
    await Chunks.collection.insertOne({
      _id: place as never,
      sealed: sealChunk(place, chunk.subarray(0, CHUNK_BYTES)),
    });
  };
  try {
    for await (const piece of source as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > limits.maxBytes) throw tooLarge(limits.maxBytes);
      hash.update(piece);
      pending.push(piece);
      pendingBytes += piece.length;
      while (pendingBytes >= CHUNK_BYTES) await flush();
    }
    if (pendingBytes > 0) await flush();
  } catch (error) {
    await removeFile(id);
    throw error;
  }
  const sha256 = hash.digest('hex');
  const size = owner ? { bytes, heldBytes: bytes } : { bytes };
  await Files.updateOne({ _id: id }, { $set: { ...size, chunkCount: index, sha256, state: 'STORED' } });
  return { id, bytes, sha256 };
}

/** Bytes that an owner's files take, those on their way counted as announced. */
async function heldBy(ownerId: string): Promise<number> {
  const [held] = await Files.aggregate<{ bytes: number }>([
    { $match: { ownerId } },
    { $group: { _id: null, bytes: { $sum: '$heldBytes' } } },
  ]);
  return held?.bytes ?? 0;
}

/** Ids of whole files that were stored before a moment, some at a time: for their owners to find those they lost. */
export async function* filesStoredBefore(at: Date): AsyncGenerator<string[]> {
  let last = '';
  for (;;) {
    const rows = await Files.find({ _id: { $gt: last }, state: 'STORED', storedAt: { $lt: at } }, { _id: 1 })
      .sort({ _id: 1 })
      .limit(500)
      .lean();
    if (rows.length === 0) return;
    last = rows.at(-1)!._id;
    yield rows.map(({ _id }) => _id);
  }
}

const tooLarge = (maxBytes: number): UserError =>
  new UserError(
    'FileTooLarge',
    `The file is over ${Math.floor(maxBytes / 1024 / 1024)} MB. Split it and send the parts.`,
  );

export async function statFile(id: string): Promise<StoredFile | null> {
  const row = await Files.findOne({ _id: id, state: 'STORED' }).lean();
  return row && { id, bytes: row.bytes, sha256: row.sha256 };
}

/** The file's bytes from `start` on, or up to `end` (exclusive), one chunk at a time. */
export function readFile(id: string, range: { start?: number; end?: number } = {}): Readable {
  return Readable.from(chunksOf(id, range.start ?? 0, range.end ?? Infinity), { objectMode: false });
}

async function* chunksOf(id: string, start: number, end: number): AsyncGenerator<Buffer> {
  const file = await Files.findOne({ _id: id, state: 'STORED' }).lean();
  if (!file) throw new Error('The stored file is gone');
  const last = Math.min(file.chunkCount, Math.ceil(Math.min(end, file.bytes) / file.chunkBytes));
  for (let index = Math.floor(start / file.chunkBytes); index < last; index++) {
    const place = chunkId(id, index);
    const row = await Chunks.findById(place).lean();
    if (!row) throw new Error('A chunk of the stored file is gone');
    const from = Math.max(0, start - index * file.chunkBytes);
    const plain = openChunk(place, row.sealed);
    yield plain.subarray(from, Math.min(plain.length, end - index * file.chunkBytes));
  }
}

export async function removeFile(id: string): Promise<void> {
  await Chunks.deleteMany({ _id: { $gte: `${id}:`, $lt: `${id};` } });
  await Files.deleteOne({ _id: id });
}

/** An upload takes minutes; one that has not ended after this time never will. */
const ABANDONED_MS = DAY;

/** Sweeps away files whose upload was cut off by a stop of the process. */
export const fileJobs: PeriodicJob[] = [
  {
    name: 'removeAbandonedFiles',
    everySeconds: 3600,
    async run(at) {
      const rows = await Files.find({ state: 'STORING', storedAt: { $lte: after(at, -ABANDONED_MS) } }, { _id: 1 })
        .limit(100)
        .lean();
      for (const { _id } of rows) await removeFile(_id);
      return rows.length;
    },
  },
];
