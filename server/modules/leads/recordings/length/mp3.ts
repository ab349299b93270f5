import { type Sound } from './sound';

/** Thousands of bits a second by the number in a frame's head: of MPEG 1, and of its lower rates. */
const BITRATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;

const RATES = [44_100, 48_000, 32_000] as const;

/** Parts of the rates of MPEG 1 that MPEG 2.5, none, 2 and 1 have. */
const PARTS_OF_RATE = [4, 0, 2, 1] as const;

interface Frame {
  bytes: number;
  seconds: number;
  /** What no two frames of a sound differ in. */
  likeness: number;
}

/** The frame of layer III that begins with these four bytes; null for anything else. */
function frameOf(head: Buffer): Frame | null {
  if (head.length < 4 || head[0] !== 0xff || (head[1]! & 0xe6) !== 0xe2) return null;
  const version = (head[1]! >> 3) & 3;
  const isFirst = version === 3;
  const kilobits = BITRATES[isFirst ? 0 : 1][head[2]! >> 4] ?? 0;
  const rate = (RATES[(head[2]! >> 2) & 3] ?? 0) / PARTS_OF_RATE[version as 0 | 1 | 2 | 3];
  if (kilobits === 0 || rate === 0 || !Number.isFinite(rate)) return null;
  const samples = isFirst ? 1152 : 576;
  const padding = (head[2]! >> 1) & 1;
  const bytes = Math.floor((samples / 8) * ((kilobits * 1000) / rate)) + padding;
  return { bytes, seconds: samples / rate, likeness: (head[1]! << 2) | ((head[2]! >> 2) & 3) };
}

/** Tags in front say how long they are, in four times seven bits. */
async function tagBytes(sound: Sound): Promise<number> {
  const head = await sound.at(0, 10);
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return 0;
  const size = [6, 7, 8, 9].reduce((sum, index) => sum * 128 + (head[index]! & 127), 0);
  return 10 + size + ((head[5]! & 16) === 0 ? 0 : 10);
}

/** Bytes in all that may be no frame: more are no damage but something else. */
const MOST_GAPS_BYTES = 64 * 1024;

/** Each frame that is there, of those that stand one after another: what only looks like the head of one counts nothing. */
export async function secondsOfMp3(sound: Sound): Promise<number> {
  let [seconds, place, gaps] = [0, await tagBytes(sound), 0];
  while (place + 4 <= sound.size && gaps < MOST_GAPS_BYTES) {
    const frame = frameOf(await sound.at(place, 4));
    const isFrame = frame !== null && (await isFollowed(sound, place, frame));
    if (isFrame) seconds += frame.seconds;
    const step = isFrame ? frame.bytes : await gapFrom(sound, place);
    if (!isFrame) gaps += step;
    place += step;
  }
  return seconds;
}

/** By a frame like it, by the tags at the end, or by the end. */
async function isFollowed(sound: Sound, place: number, { bytes, likeness }: Frame): Promise<boolean> {
  const next = await sound.at(place + bytes, 4);
  if (place + bytes > sound.size) return false;
  return next.length < 4 || /^(?:TAG|APE)/.test(next.toString('latin1')) || frameOf(next)?.likeness === likeness;
}

/** How far it is to where a frame may begin. */
async function gapFrom(sound: Sound, place: number): Promise<number> {
  const rest = await sound.at(place + 1, 4096);
  const found = rest.indexOf(0xff);
  return 1 + (found < 0 ? Math.max(rest.length, 1) : found);
}
