import { type AudioKind } from '../audioKind';
import { readerOf, type SampleReader } from './silence';
import { type Sound } from './sound';
import { samplesOfWav } from './wav';

const WINDOW_SECONDS = 0.1;

/** Of a long sound so many windows are looked at, evenly over it. */
const MOST_WINDOWS = 600;

/** Of less there is nothing to compare. */
const LEAST_WINDOWS = 10;

/**
 * Syllables and breaths make the louder tenth of a voice many times as strong as its quieter tenth, on the worst line too.
 * A tone or a noise stays within a few hundredths.
 */
const STEADY_RATIO = 1.4;

/**
 * Whether a sound whose samples can be read is equally loud from beginning to end, as a tone or a noise is and nobody who
 * speaks; null of packed ones, which would have to be decoded.
 */
export async function isSteady(kind: AudioKind, sound: Sound): Promise<boolean | null> {
  const samples = kind === 'WAV' ? await samplesOfWav(sound) : null;
  const reader = samples && readerOf(samples);
  if (!samples || !reader || samples.frameBytes !== reader.bytes * samples.channels) return null;
  const { frameBytes, start, end, channels } = samples;
  const width = Math.max(1, Math.floor((samples.bytesASecond * WINDOW_SECONDS) / frameBytes)) * frameBytes;
  const count = Math.floor((end - start) / width);
  const stride = Math.max(1, Math.ceil(count / MOST_WINDOWS));
  const strengths: number[][] = Array.from({ length: channels }, () => []);
  for (let window = 0; window < count; window += stride) {
    const bytes = await sound.at(start + window * width, width);
    strengths.forEach((list, channel) => list.push(strengthOf(bytes, { channel, channels }, reader)));
  }
  // One of two speakers may be silent, or a channel hold nothing: it is enough that one of them varies.
  return strengths.every((list) => list.length >= LEAST_WINDOWS && variesLittle(list));
}

/** How strong a window swings about its own middle. */
function strengthOf(
  window: Buffer,
  { channel, channels }: { channel: number; channels: number },
  { bytes, read }: SampleReader,
): number {
  let [count, sum, squares] = [0, 0, 0];
  for (let place = channel * bytes; place + bytes <= window.length; place += bytes * channels) {
    const value = read(window, place);
    count += 1;
    sum += value;
    squares += value * value;
  }
  return count === 0 ? 0 : Math.sqrt(Math.max(0, squares / count - (sum / count) ** 2));
}

function variesLittle(strengths: readonly number[]): boolean {
  const sorted = strengths.toSorted((a, b) => a - b);
  const [low, high] = [0.1, 0.9].map((part) => sorted[Math.floor(part * (sorted.length - 1))]!);
  return high! <= STEADY_RATIO * low!;
}
