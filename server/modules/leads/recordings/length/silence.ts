import { type AudioKind } from '../audioKind';
import { type Sound } from './sound';
import { samplesOfWav, type WavSamples } from './wav';

/** Nobody greets and answers in less: so much must be louder than silence, wherever it lies. */
const WINDOW_SECONDS = 0.1;
const LEAST_LOUD_WINDOWS = 10;

/** Against the loudest that can be, -54 dB from the lowest to the highest: no voice is heard there. */
const SILENT_RANGE = 1 / 512;

/** Of samples of few bits the steps are wider than that: a last digit that flickers is no sound. */
const SILENT_STEPS = 2;

/**
 * Whether a sound whose samples can be read is silent but for less than a second; null of packed ones, which would have
 * to be decoded.
 */
export async function isSilent(kind: AudioKind, sound: Sound): Promise<boolean | null> {
  const samples = kind === 'WAV' ? await samplesOfWav(sound) : null;
  const reader = samples && readerOf(samples);
  if (!samples || !reader || samples.frameBytes !== reader.bytes * samples.channels) return null;
  const { frameBytes, start, end } = samples;
  const step = Math.max(1, Math.floor((samples.bytesASecond * WINDOW_SECONDS) / frameBytes)) * frameBytes;
  let loud = 0;
  for (let place = start; place + frameBytes <= end && loud < LEAST_LOUD_WINDOWS; place += step) {
    if (isLoud(await sound.at(place, Math.min(step, end - place)), samples.channels, reader)) loud += 1;
  }
  return loud < LEAST_LOUD_WINDOWS;
}

export interface SampleReader {
  bytes: number;
  /** From the lowest to the highest of a window, what is silence still. */
  silentRange: number;
  /** The sample at a place, the loudest being 1. */
  read(window: Buffer, place: number): number;
}

/** How samples of a kind are read; null where they are packed or of an unknown width. */
export function readerOf({ tag, bits }: WavSamples): SampleReader | null {
  const plain = (bytes: number, read: SampleReader['read']): SampleReader => ({
    bytes,
    silentRange: Math.max(SILENT_RANGE, SILENT_STEPS * 2 ** (1 - bits)),
    read,
  });
  if (tag === 1 && bits === 8) return plain(1, (window, place) => (window[place]! - 128) / 128);
  if (tag === 1 && [16, 24, 32].includes(bits))
    return plain(bits / 8, (window, place) => window.readIntLE(place, bits / 8) / 2 ** (bits - 1));
  if (tag === 3 && bits === 32) return plain(4, (window, place) => window.readFloatLE(place));
  if (tag === 3 && bits === 64) return plain(8, (window, place) => window.readDoubleLE(place));
  if (tag === 6 || tag === 7) {
    const read = tag === 6 ? aLaw : muLaw;
    return { bytes: 1, silentRange: SILENT_RANGE, read: (window, place) => read(window[place]!) / 2 ** 15 };
  }
  return null;
}

/** Each channel by itself: one of two speakers may be silent, and a constant is no sound. */
function isLoud(window: Buffer, channels: number, { bytes, silentRange, read }: SampleReader): boolean {
  for (let channel = 0; channel < channels; channel++) {
    let [lowest, highest] = [Infinity, -Infinity];
    for (let place = channel * bytes; place + bytes <= window.length; place += bytes * channels) {
      const value = read(window, place);
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    }
    if (highest - lowest > silentRange) return true;
  }
  return false;
}

/** The samples of telephone lines (G.711): a sign, three bits of size, four of place within it. */
function muLaw(byte: number): number {
  const bits = ~byte & 0xff;
  const size = ((((bits & 15) << 3) + 132) << ((bits >> 4) & 7)) - 132;
  return (bits & 128) === 0 ? size : -size;
}

function aLaw(byte: number): number {
  const bits = byte ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const place = ((bits & 15) << 4) + 8;
  const size = exponent === 0 ? place : (place + 256) << (exponent - 1);
  return (bits & 128) === 0 ? -size : size;
}
