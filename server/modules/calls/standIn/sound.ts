const RATE = 4000;
const MOST_SECONDS = 30;

/** A quiet sound of that length, half a minute at most, as a WAV of 8 bits: two tones in turn, as of two who speak. */
export function soundOf(seconds: number): Buffer {
  const length = Math.max(1, Math.min(seconds, MOST_SECONDS)) * RATE;
  const samples = Buffer.alloc(length);
  for (let at = 0; at < length; at++) {
    const second = Math.floor(at / RATE);
    const tone = second % 2 === 0 ? 220 : 330;
    const fade = Math.sin((Math.PI * (at % RATE)) / RATE);
    samples[at] = 128 + Math.round(40 * fade * Math.sin((2 * Math.PI * tone * at) / RATE));
  }
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(length, 40);
  return Buffer.concat([head, samples]);
}
