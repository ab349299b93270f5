import { type Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, type Entry, RandomAccessReader, type ZipFile } from 'yauzl';
import { type ByteSource } from '../byteSource';
import { UnreadableFile } from '../fileKind';

/**
 * Bounds against packed bombs. A sheet of a million rows unpacks to about 500 MB at a ratio of 5 to 30; XML made of
 * one repeated letter reaches 1,000.
 */
const MAX_ENTRIES = 1000;
const MAX_ENTRY_BYTES = 4 * 1024 ** 3;
const MAX_RATIO = 200;
const RATIO_MATTERS_ABOVE_BYTES = 10 * 1024 ** 2;

class SourceReader extends RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super();
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return this.source.read(start, end);
  }
}

/** The parts of a packed workbook by name; nothing is unpacked until it is read, and then as a stream. */
export interface Package {
  has(name: string): boolean;
  /** Unpacked size in bytes as the directory says; reading more than that fails. */
  sizeOf(name: string): number;
  open(name: string): Promise<Readable>;
}

export async function openPackage(source: ByteSource): Promise<Package> {
  let zip: ZipFile;
  const entries = new Map<string, Entry>();
  try {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
    zip = await fromRandomAccessReaderPromise(new SourceReader(source), source.size, options);
    if (zip.entryCount > MAX_ENTRIES) throw new UnreadableFile('WORKBOOK_TOO_LARGE');
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, ''), entry);
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('BROKEN_WORKBOOK');
  }
  const entryOf = (name: string): Entry => {
    const entry = entries.get(name);
    if (!entry || entry.isEncrypted() || !entry.canDecodeFileData()) throw new UnreadableFile('BROKEN_WORKBOOK');
    return entry;
  };
  return {
    has: (name) => entries.has(name),
    sizeOf: (name) => entryOf(name).uncompressedSize,
    async open(name) {
      const entry = entryOf(name);
      refuseBomb(entry);
      return zip.openReadStreamPromise(entry);
    },
  };
}

function refuseBomb(entry: Entry): void {
  const isOverRatio = entry.uncompressedSize > entry.compressedSize * MAX_RATIO;
  if (entry.uncompressedSize > MAX_ENTRY_BYTES || (isOverRatio && entry.uncompressedSize > RATIO_MATTERS_ABOVE_BYTES)) {
    throw new UnreadableFile('WORKBOOK_TOO_LARGE');
  }
}
