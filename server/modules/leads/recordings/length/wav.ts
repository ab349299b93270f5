import { type Sound } from './sound';

/** Whose bytes a second are samples by channels by width: PCM, floats, A-law and µ-law. */
const PLAIN = new Set([1, 3, 6, 7, 0xfffe]);

const LEAST_RATE = 4000;
const MOST_RATE = 400_000;

/** The samples that are there, by the bytes that a second of them takes; what the head says of their number is not asked. */
export async function secondsOfWav(sound: Sound): Promise<number> {
  let bytesASecond = 0;
  for (let place = 12; place + 8 <= sound.size;) {
    const head = await sound.at(place, 24);
    const [name, size] = [head.toString('latin1', 0, 4), head.readUInt32LE(4)];
    if (name === 'data') return bytesASecond === 0 ? 0 : Math.min(size, sound.size - place - 8) / bytesASecond;
    if (name === 'fmt ' && size >= 16 && head.length === 24) bytesASecond = rateOf(head.subarray(8));
    place += 8 + size + (size % 2);
  }
  return 0;
}

/** None where the format contradicts itself. */
function rateOf(format: Buffer): number {
  const [tag, samples, bytesASecond] = [format.readUInt16LE(0), format.readUInt32LE(4), format.readUInt32LE(8)];
  const width = format.readUInt16LE(12);
  if (samples < LEAST_RATE || samples > MOST_RATE) return 0;
  return PLAIN.has(tag) && bytesASecond !== samples * width ? 0 : bytesASecond;
}
