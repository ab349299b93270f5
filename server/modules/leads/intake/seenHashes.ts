import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';

const BITS = 128 * 1024 * 1024;
const PROBES = 5;

/**
 * Remembers which contact hashes a dry run has met, in 16 MB whatever the file's size (a Bloom filter). It may take a
 * new hash for an old one: with 400,000 hashes once in 10 billion, with 10 million once in 250.
 */
export class SeenHashes {
  constructor(private readonly bits = new Uint8Array(BITS / 8)) {}

  /** As it was when it was packed. */
  static async unpacked(packed: Buffer): Promise<SeenHashes> {
    return new SeenHashes(await promisify(gunzip)(packed, { maxOutputLength: BITS / 8 }));
  }

  /** To be kept while others have their turn; the fewer hashes it met, the smaller. */
  packed(): Promise<Buffer> {
    return promisify(gzip)(this.bits, { level: 1 });
  }

  /** Notes a hash (base64url of at least 20 random bytes); answers whether it was there before. */
  meet(hash: string): boolean {
    const bytes = Buffer.from(hash, 'base64url');
    let wasSeen = true;
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = bytes.readUInt32LE(probe * 4) % BITS;
      const mask = 1 << (bit & 7);
      if ((this.bits[bit >>> 3]! & mask) === 0) wasSeen = false;
      this.bits[bit >>> 3]! |= mask;
    }
    return wasSeen;
  }
}
