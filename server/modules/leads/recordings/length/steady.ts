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

/** A window that is this part as strong as the loudest are has something to be heard in; below lie pauses and the line. */
const HEARD_PART = 0.1;

/**
 * Vowels and hisses differ in how bright they are: of a voice the brightest windows are 2.6 times as bright as the darkest
 * or more by either measure, beside a noise stronger than itself 1.9 and 1.2 times. Of a tone or a noise that is made to
 * swell one measure stays below these.
 */
const EVEN_RATIOS = [1.25, 1.15] as const;

/**
 * Whether a sound whose samples can be read is equally loud from beginning to end, or equally bright wherever it is heard,
 * as a tone or a noise is, also one that swells or is switched, and nobody who speaks; null of packed ones, which would
 * have to be decoded.
 */
export async function isSteady(kind: AudioKind, sound: Sound): Promise<boolean | null> {
  const samples = kind === 'WAV' ? await samplesOfWav(sound) : null;
  const reader = samples && readerOf(samples);
  if (!samples || !reader || samples.frameBytes !== reader.bytes * samples.channels) return null;
  const { frameBytes, start, end, channels } = samples;
  const width = Math.max(1, Math.floor((samples.bytesASecond * WINDOW_SECONDS) / frameBytes)) * frameBytes;
  const count = Math.floor((end - start) / width);
  const stride = Math.max(1, Math.ceil(count / MOST_WINDOWS));
  const heard: Window[][] = Array.from({ length: channels }, () => []);
  for (let window = 0; window < count; window += stride) {
    const bytes = await sound.at(start + window * width, width);
    heard.forEach((list, channel) => list.push(windowOf(bytes, { channel, channels }, reader)));
  }
  // One of two speakers may be silent, or a channel hold nothing: it is enough that one of them varies.
  return heard.every((list) => list.length >= LEAST_WINDOWS && (isEvenlyLoud(list) || isEvenlyBright(list)));
}

interface Window {
  strength: number;
  /** How strong the steps between samples are to the samples, and the steps between steps to those: more of high tones. */
  brightness: readonly [number, number];
}

/** How a window swings about its own middle. */
function windowOf(
  window: Buffer,
  { channel, channels }: { channel: number; channels: number },
  { bytes, read }: SampleReader,
): Window {
  let [count, sum, squares, steps, turns] = [0, 0, 0, 0, 0];
  let [last, lastStep] = [0, 0];
  for (let place = channel * bytes; place + bytes <= window.length; place += bytes * channels) {
    const value = read(window, place);
    const step = value - last;
    if (count > 0) steps += step ** 2;
    if (count > 1) turns += (step - lastStep) ** 2;
    [last, lastStep] = [value, step];
    count += 1;
    sum += value;
    squares += value ** 2;
  }
  const swing = count === 0 ? 0 : Math.max(0, squares - sum ** 2 / count);
  return { strength: Math.sqrt(swing / Math.max(1, count)), brightness: [steps / swing, turns / steps] };
}

function isEvenlyLoud(windows: readonly Window[]): boolean {
  const [low, high] = ends(
    windows.map(({ strength }) => strength),
    0.1,
  );
  return high <= STEADY_RATIO * low;
}

/** By either measure: the first one wavers where a noise is of low tones, the second of a pure tone. */
function isEvenlyBright(windows: readonly Window[]): boolean {
  const [, strong] = ends(
    windows.map(({ strength }) => strength),
    0.05,
  );
  const heard = windows.filter(({ strength }) => strength > 0 && strength >= HEARD_PART * strong);
  if (heard.length < LEAST_WINDOWS) return false;
  return EVEN_RATIOS.some((ratio, measure) => {
    const [dark, bright] = ends(
      heard.map(({ brightness }) => brightness[measure]!),
      0.05,
    );
    return bright <= ratio * dark;
  });
}

/** The value that this part of all is below, and the one that it is above. */
function ends(values: readonly number[], part: number): [low: number, high: number] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (place: number): number => sorted[Math.floor(place * (sorted.length - 1))]!;
  return [at(part), at(1 - part)];
}
