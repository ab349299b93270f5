/** Kinds of sound that a recording may be, each with the type that browsers play it by. */
export const AUDIO_TYPES = {
  MP3: 'audio/mpeg',
  WAV: 'audio/wav',
  OGG: 'audio/ogg',
  M4A: 'audio/mp4',
  WEBM: 'audio/webm',
} as const;

export type AudioKind = keyof typeof AUDIO_TYPES;

/** As many bytes as tell the kind. */
export const HEAD_BYTES = 4096;

const at = (head: Buffer, offset: number, text: string): boolean =>
  head.subarray(offset, offset + text.length).toString('latin1') === text;

/** The kind of sound that a file begins like; null for everything else, whatever it is called. */
export function audioKindOf(head: Buffer): AudioKind | null {
  if (at(head, 0, 'RIFF') && at(head, 8, 'WAVE')) return 'WAV';
  if (at(head, 0, 'OggS') && head.length >= 27) return 'OGG';
  if (at(head, 4, 'ftyp') && isMp4Brand(head)) return 'M4A';
  if (at(head, 0, '\x1a\x45\xdf\xa3') && head.subarray(0, 64).includes('webm')) return 'WEBM';
  return isMp3(head) ? 'MP3' : null;
}

/** Brands of files that hold sound as phones and computers write it. */
const MP4_BRANDS = new Set(['M4A ', 'M4B ', 'mp41', 'mp42', 'isom', 'iso2', 'iso5', 'iso6', '3gp4', '3gp5', '3gp6']);

const isMp4Brand = (head: Buffer): boolean => MP4_BRANDS.has(head.subarray(8, 12).toString('latin1'));

/** Tags of ID3 in front, or the first frame of layer III at once. */
function isMp3(head: Buffer): boolean {
  if (at(head, 0, 'ID3')) return head.length > 10 && head[3]! < 5 && head[6]! < 128 && head[7]! < 128;
  if (head.length < 4 || head[0] !== 0xff || (head[1]! & 0xe0) !== 0xe0) return false;
  const [version, layer] = [(head[1]! >> 3) & 3, (head[1]! >> 1) & 3];
  const [bitrate, rate] = [head[2]! >> 4, (head[2]! >> 2) & 3];
  return version !== 1 && layer === 1 && bitrate !== 0 && bitrate !== 15 && rate !== 3;
}
