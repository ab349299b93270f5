import { type Sound } from './sound';

interface Stream {
  serial: number;
  samplesASecond: number;
  /** Samples at the beginning that are not played. */
  skipped: number;
}

/** The stream that a first page begins, by the head of its codec; null for what is no sound. */
function streamOf(serial: number, head: Buffer): Stream | null {
  const starts = (text: string): boolean => head.toString('latin1', 0, text.length) === text;
  const of = (samplesASecond: number, skipped = 0): Stream | null =>
    samplesASecond > 0 ? { serial, samplesASecond, skipped } : null;
  if (starts('OpusHead') && head.length >= 19) return of(48_000, head.readUInt16LE(10));
  if (starts('\x01vorbis') && head.length >= 30) return of(head.readUInt32LE(12));
  if (starts('Speex   ') && head.length >= 40) return of(head.readUInt32LE(36));
  if (starts('\x7fFLAC') && head.length >= 30) return of(head.readUIntBE(27, 3) >> 4);
  return null;
}

const HEAD_BYTES = 27;

/** The count of samples on the last page of the first stream of sound, page by page: no page, no sound. */
export async function secondsOfOgg(sound: Sound): Promise<number> {
  let stream: Stream | null = null;
  let last = 0n;
  for (let place = 0; place + HEAD_BYTES <= sound.size;) {
    const page = await sound.at(place, HEAD_BYTES + 255);
    if (page.toString('latin1', 0, 4) !== 'OggS') break;
    const body = HEAD_BYTES + page[26]!;
    const bytes = page.subarray(HEAD_BYTES, body).reduce((sum, segment) => sum + segment, 0);
    const [granule, serial] = [page.readBigInt64LE(6), page.readUInt32LE(14)];
    if (!stream && (page[5]! & 2) !== 0) stream = streamOf(serial, await sound.at(place + body, 64));
    else if (stream?.serial === serial && granule > 0n && bytes > 0 && place + body + bytes <= sound.size) {
      last = granule;
    }
    place += body + bytes;
  }
  return stream ? (Number(last) - stream.skipped) / stream.samplesASecond : 0;
}
