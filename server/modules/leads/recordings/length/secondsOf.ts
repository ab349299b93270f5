import { type AudioKind } from '../audioKind';
import { secondsOfM4a } from './m4a';
import { secondsOfMp3 } from './mp3';
import { secondsOfOgg } from './ogg';
import { type Sound } from './sound';
import { secondsOfWav } from './wav';
import { secondsOfWebm } from './webm';

const READERS: Readonly<Record<AudioKind, (sound: Sound) => Promise<number>>> = {
  MP3: secondsOfMp3,
  WAV: secondsOfWav,
  OGG: secondsOfOgg,
  M4A: secondsOfM4a,
  WEBM: secondsOfWebm,
};

/** Fewer than the narrowest voice takes, its pauses counted: a file of less a second says of its length what is not so. */
const LEAST_BYTES_A_SECOND = 150;

/**
 * How long a sound lasts by its own bytes, whatever is said of it; nothing where there is no sound in it. What marks its
 * length by numbers alone (OGG, M4A, WebM) is believed as far as its size may hold.
 */
export async function secondsOf(kind: AudioKind, sound: Sound): Promise<number> {
  const seconds = await READERS[kind](sound);
  return Number.isFinite(seconds) && sound.size >= seconds * LEAST_BYTES_A_SECOND ? Math.max(0, seconds) : 0;
}
