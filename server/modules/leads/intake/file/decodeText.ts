import { type Encoding } from './encoding';
import { decodingTable } from './singleByte';

/**
 * Bytes of a known encoding as text, chunk by chunk; characters cut by a chunk's end are joined. Bytes that are no
 * text in the encoding become U+FFFD and never stop the rest. Our own tables are used for single-byte pages because
 * the decoder of Node 20 reads windows-1252 as ISO 8859-1 and lacks the DOS and Mac pages.
 */
export async function* decodeText(
  bytes: AsyncIterable<Buffer>,
  encoding: Encoding,
  markBytes: number,
): AsyncGenerator<string> {
  const decode = decoderOf(encoding);
  let skip = markBytes;
  for await (const chunk of bytes) {
    const body = skip > 0 ? chunk.subarray(skip) : chunk;
    skip = Math.max(0, skip - chunk.length);
    const text = decode(body, false);
    if (text.length > 0) yield text;
  }
  const rest = decode(Buffer.alloc(0), true);
  if (rest.length > 0) yield rest;
}

type Decode = (chunk: Buffer, isLast: boolean) => string;

function decoderOf(encoding: Encoding): Decode {
  switch (encoding) {
    case 'utf-8':
    case 'utf-16le':
    case 'utf-16be': {
      const decoder = new TextDecoder(encoding, { ignoreBOM: true });
      return (chunk, isLast) => decoder.decode(chunk, { stream: !isLast });
    }
    case 'utf-32le':
    case 'utf-32be':
      return utf32Decoder(encoding === 'utf-32le');
    default: {
      const table = decodingTable(encoding);
      return (chunk) => {
        const units = new Uint16Array(chunk.length);
        for (let i = 0; i < chunk.length; i++) units[i] = table[chunk[i]!]!;
        return Buffer.from(units.buffer).toString('utf16le');
      };
    }
  }
}

function utf32Decoder(isLittle: boolean): Decode {
  let rest = Buffer.alloc(0);
  return (chunk, isLast) => {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - (bytes.length % 4);
    rest = Buffer.from(bytes.subarray(whole));
    let text = '';
    for (let i = 0; i < whole; i += 4) {
      const point = isLittle ? bytes.readUInt32LE(i) : bytes.readUInt32BE(i);
      const isCharacter = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
      text += isCharacter ? String.fromCodePoint(point) : '\ufffd';
    }
    return isLast && rest.length > 0 ? text + '\ufffd' : text;
  };
}
