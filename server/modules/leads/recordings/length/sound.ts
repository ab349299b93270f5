import { readFile } from '../../../../platform/files';

/** The bytes of a sound file, read anywhere in it. */
export interface Sound {
  size: number;
  /** So many bytes from a place on; fewer where the file ends. */
  at(place: number, length: number): Promise<Buffer>;
}

const WINDOW_BYTES = 256 * 1024;

/** A stored file as a sound: of it one window is held at a time. */
export function storedSound(fileId: string, size: number): Sound {
  let [start, window] = [0, Buffer.alloc(0)];
  return {
    size,
    async at(place, length) {
      if (place < start || Math.min(place + length, size) > start + window.length) {
        const end = Math.min(size, place + Math.max(length, WINDOW_BYTES));
        window = place < end ? Buffer.concat(await piecesOf(fileId, place, end)) : Buffer.alloc(0);
        start = place;
      }
      return window.subarray(place - start, place - start + length);
    },
  };
}

async function piecesOf(fileId: string, start: number, end: number): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  for await (const piece of readFile(fileId, { start, end })) pieces.push(piece as Buffer);
  return pieces;
}
