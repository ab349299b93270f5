/** The beginnings of sound files as programs write them, with so many bytes after. */
const beginning = (bytes: readonly number[] | string, size: number): Buffer => {
  const head = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : Buffer.from(bytes);
  return Buffer.concat([head, Buffer.alloc(Math.max(0, size - head.length), 7)]);
};

/** A second of silence that browsers play: 8,000 samples of 8 bits. */
export function wav(samples = 8000): Buffer {
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

export const SOUNDS = {
  MP3_TAGGED: beginning('ID3\x04\x00\x00\x00\x00\x0f\x76', 600),
  MP3_BARE: beginning([0xff, 0xfb, 0x90, 0x64], 600),
  WAV: wav(),
  OGG: beginning('OggS\x00\x02', 600),
  M4A: beginning('\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00', 600),
  WEBM: beginning('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\x82\x84webm', 600),
};
