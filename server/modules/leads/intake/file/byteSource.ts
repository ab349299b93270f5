import { type Readable } from 'node:stream';

/** A file's bytes in random access, however they are kept; `end` is exclusive. */
export interface ByteSource {
  size: number;
  read(start: number, end: number): Readable;
}
