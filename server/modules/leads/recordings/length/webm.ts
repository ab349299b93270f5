import { type Sound } from './sound';

const CLUSTER = 0x1f43b675;
const SCALE = 0x2ad7b1;
const TIME = 0xe7;
const TRACK_TYPE = 0x83;
const BLOCKS: ReadonlySet<number> = new Set([0xa3, 0xa1]);

/** Those that hold others: segment, cluster, information, tracks, one track, a group of one block. */
const HOLDERS: ReadonlySet<number> = new Set([0x18538067, CLUSTER, 0x1549a966, 0x1654ae6b, 0xae, 0xa0]);

const SOUND = 2;
const NANOSECONDS = 1e9;

/** A number whose first bit that is set tells how many bytes it has; null where it is cut off. */
function numberAt(bytes: Buffer, offset: number, keepsMark: boolean): { value: number; length: number } | null {
  const length = Math.clz32(bytes[offset] ?? 0) - 23;
  if (length > 8 || offset + length > bytes.length) return null;
  let value = keepsMark ? bytes[offset]! : bytes[offset]! & (0xff >> length);
  for (let index = 1; index < length; index++) value = value * 256 + bytes[offset + index]!;
  return { value, length };
}

/** When the last block of sound begins, against the first: what the head says of the length is not asked. */
export async function secondsOfWebm(sound: Sound): Promise<number> {
  let [scale, cluster, hasSound] = [1_000_000, 0, false];
  let [first, last] = [Infinity, 0];
  for (let place = 0; place < sound.size;) {
    const head = await sound.at(place, 24);
    const id = numberAt(head, 0, true);
    const size = id && numberAt(head, id.length, false);
    if (!id || !size) break;
    const start = id.length + size.length;
    const whole = (): number => (size.value <= 8 ? uint(head.subarray(start, start + size.value)) : 0);
    if (id.value === SCALE) scale = whole();
    if (id.value === TIME) cluster = whole();
    if (id.value === TRACK_TYPE && whole() === SOUND) hasSound = true;
    if (BLOCKS.has(id.value) && place + start + size.value <= sound.size) {
      const time = cluster + timeOfBlock(head.subarray(start));
      [first, last] = [Math.min(first, time), Math.max(last, time)];
    }
    place += start + (HOLDERS.has(id.value) ? 0 : size.value);
  }
  return hasSound && first <= last ? ((last - first) * scale) / NANOSECONDS : 0;
}

const uint = (bytes: Buffer): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/** Behind the number of its track, against its cluster. */
function timeOfBlock(block: Buffer): number {
  const track = numberAt(block, 0, false);
  return track && block.length >= track.length + 2 ? block.readInt16BE(track.length) : 0;
}
