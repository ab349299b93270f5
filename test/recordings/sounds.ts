import { readFileSync } from 'node:fs';
import path from 'node:path';

/** So many seconds of silence that browsers play: 8,000 samples of 8 bits each. */
export function wav(seconds = 6): Buffer {
  const samples = Math.round(seconds * 8000);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 128)]);
}

const FOLDER = path.join(__dirname, '../fixtures/recordings');

/** Six seconds of a tone, as ffmpeg writes it in each of the formats. */
export const sound = (file: string): Buffer => readFileSync(path.join(FOLDER, file));

/** By the kind that each is found to be. */
export const SOUNDS: readonly [kind: string, title: string, bytes: Buffer][] = [
  ['WAV', 'plain samples', wav()],
  ['WAV', 'packed samples', sound('adpcm.wav')],
  ['WAV', 'of which the length was not known when it was begun', endless(wav())],
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
