import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What swells and goes from dark to bright as the syllables of a voice do, of 8,000 samples a second the one at a place. */
export const voiceAt = (at: number): number =>
  Math.sin(at / 700) * (0.75 * Math.sin(at / 4) + 0.25 * Math.sin(at / 3000) * Math.sin(at * 1.3));

/** A call that browsers play: so many seconds of a voice, 8,000 samples of 8 bits each. Each serial is another sound. */
export function wav(seconds = 6, serial = 0): Buffer {
  const voice = Uint8Array.from({ length: Math.round(seconds * 8000) }, (_, at) => 128 + 40 * voiceAt(at));
  if (voice.length > 2) [voice[0], voice[1]] = [serial & 255, serial >> 8];
  return wavOf(voice);
}

/** A tone that is made louder and softer, and nothing else. */
export const swellingTone = (): Buffer =>
  wavOf(Uint8Array.from({ length: 48_000 }, (_, at) => 128 + 90 * Math.sin(at / 4) * Math.sin(at / 700)));

let calls = 0;

/** A call that nobody sent before. */
export const anotherCall = (): Buffer => wav(6, ++calls);

interface Samples {
  tag: number;
  bits: number;
  channels: number;
}

/** What is so stored, at 8,000 samples a second. */
export function wavOf(
  samples: Uint8Array,
  { tag, bits, channels }: Samples = { tag: 1, bits: 8, channels: 1 },
): Buffer {
  const frame = (channels * bits) / 8;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(tag, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000 * frame, 28);
  head.writeUInt16LE(frame, 32);
  head.writeUInt16LE(bits, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

const FOLDER = path.join(__dirname, '../fixtures/recordings');

/** Six seconds of a tone, as ffmpeg writes it in each of the formats. */
export const sound = (file: string): Buffer => readFileSync(path.join(FOLDER, file));

/** By the kind that each is found to be. */
export const SOUNDS: readonly [kind: string, title: string, bytes: Buffer][] = [
  ['WAV', 'plain samples', anotherCall()],
  ['WAV', 'packed samples', sound('adpcm.wav')],
  ['WAV', 'of which the length was not known when it was begun', endless(anotherCall())],
  ['MP3', 'with tags', sound('tagged.mp3')],
  ['MP3', 'without tags', sound('bare.mp3')],
  ['OGG', 'Opus', sound('opus.ogg')],
  ['OGG', 'Vorbis', sound('vorbis.ogg')],
  ['M4A', 'whole', sound('whole.m4a')],
  ['M4A', 'written in pieces, as phones record', sound('pieces.m4a')],
  ['WEBM', 'without a length, as browsers record', sound('live.webm')],
];

function endless(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(0xffffffff, 40);
  return copy;
}

/** Whose second is said to take one byte. */
export function slowWav(): Buffer {
  const bytes = wav(0.01);
  bytes.writeUInt32LE(1, 28);
  return bytes;
}

/** Whose last page is said to be four hours after its first. */
export function boastingOgg(): Buffer {
  const bytes = Buffer.from(sound('opus.ogg'));
  bytes.writeBigInt64LE(BigInt(14_400 * 48_000), bytes.lastIndexOf('OggS') + 6);
  return bytes;
}
