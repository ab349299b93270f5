import { type Sound } from './sound';

/** What the head of a WAV says of its samples, and where they lie. */
export interface WavSamples {
  /** The kind of samples: 1 PCM, 3 floats, 6 A-law, 7 µ-law; others are packed. */
  tag: number;
  channels: number;
  bits: number;
  /** One sample of each channel. */
  frameBytes: number;
  bytesASecond: number;
  start: number;
  end: number;
}

type WavFormat = Omit<WavSamples, 'start' | 'end'>;

/** Whose bytes a second are samples by channels by width: PCM, floats, A-law and µ-law. */
const PLAIN = new Set([1, 3, 6, 7]);

/** Whose own kind stands behind the rest of the format. */
const EXTENSIBLE = 0xfffe;

const LEAST_RATE = 4000;
const MOST_RATE = 400_000;

/** The samples that are there, by the bytes that a second of them takes; what the head says of their number is not asked. */
export async function secondsOfWav(sound: Sound): Promise<number> {
  const samples = await samplesOfWav(sound);
  return samples ? (samples.end - samples.start) / samples.bytesASecond : 0;
}

/** Where the samples lie and of which kind they are; null where there are none, or their format contradicts itself. */
export async function samplesOfWav(sound: Sound): Promise<WavSamples | null> {
  let format: WavFormat | null = null;
  for (let place = 12; place + 8 <= sound.size;) {
    const head = await sound.at(place, 48);
    const [name, size, start] = [head.toString('latin1', 0, 4), head.readUInt32LE(4), place + 8];
    if (name === 'data') return format && { ...format, start, end: Math.min(start + size, sound.size) };
    if (name === 'fmt ' && size >= 16 && head.length >= 24) format = formatIn(head.subarray(8, 8 + size));
    place += 8 + size + (size % 2);
  }
  return null;
}

function formatIn(head: Buffer): WavFormat | null {
  const [written, channels, rate] = [head.readUInt16LE(0), head.readUInt16LE(2), head.readUInt32LE(4)];
  const [bytesASecond, frameBytes, bits] = [head.readUInt32LE(8), head.readUInt16LE(12), head.readUInt16LE(14)];
  const tag = written === EXTENSIBLE && head.length >= 26 ? head.readUInt16LE(24) : written;
  if (rate < LEAST_RATE || rate > MOST_RATE || bytesASecond === 0) return null;
  const isPlain = PLAIN.has(tag) || written === EXTENSIBLE;
  return isPlain && bytesASecond !== rate * frameBytes ? null : { tag, channels, bits, frameBytes, bytesASecond };
}
