const RATE = 4000;
/** Two who speak, a second each. */
const TONES = [220, 330];

/** A quiet sound of that length as a WAV of 8 bits: two tones in turn, as of two who speak. */
export function soundOf(seconds: number): Buffer {
  const length = Math.max(1, Math.round(seconds)) * RATE;
  const samples = Buffer.alloc(length, turnOfEach());
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

function turnOfEach(): Buffer {
  const samples = Buffer.alloc(TONES.length * RATE);
  for (let at = 0; at < samples.length; at++) {
    const tone = TONES[Math.floor(at / RATE)]!;
    const fade = Math.sin((Math.PI * (at % RATE)) / RATE);
    samples[at] = 128 + Math.round(40 * fade * Math.sin((2 * Math.PI * tone * at) / RATE));
  }
  return samples;
}
