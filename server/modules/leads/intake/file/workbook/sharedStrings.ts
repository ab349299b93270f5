import { UnreadableFile } from '../fileKind';
import { unescapeText } from './cellText';
import { parseXml } from './xml';
import { type Package } from './zip';

/** The one part of a workbook that must be held: every different text, packed as UTF-8, up to these bounds. */
const MAX_BYTES = 96 * 1024 ** 2;
const MAX_COUNT = 4_000_000;
const BLOCK_BYTES = 1024 ** 2;

/** The texts that a workbook's cells refer to by number. */
export class SharedStrings {
  private readonly blocks: Buffer[] = [];
  private used = BLOCK_BYTES;
  private total = 0;
  private count = 0;
  /** Block number and start of each text, and its length: two numbers a text instead of an object. */
  private places = new Float64Array(1024);
  private lengths = new Uint32Array(1024);

  add(text: string): void {
    const length = Buffer.byteLength(text);
    this.total += length;
    if (this.total > MAX_BYTES || this.count >= MAX_COUNT) throw new UnreadableFile('WORKBOOK_TOO_LARGE');
    if (this.used + length > BLOCK_BYTES) {
      this.blocks.push(Buffer.allocUnsafe(Math.max(BLOCK_BYTES, length)));
      this.used = 0;
    }
    if (this.count === this.lengths.length) this.grow();
    this.blocks.at(-1)!.write(text, this.used);
    this.places[this.count] = (this.blocks.length - 1) * BLOCK_BYTES + this.used;
    this.lengths[this.count++] = length;
    this.used += length;
  }

  /** The text of that number; empty for one that the workbook does not have. */
  at(index: number): string {
    if (!(index >= 0 && index < this.count)) return '';
    const place = this.places[index]!;
    const start = place % BLOCK_BYTES;
    return this.blocks[Math.floor(place / BLOCK_BYTES)]!.toString('utf8', start, start + this.lengths[index]!);
  }

  private grow(): void {
    const places = new Float64Array(this.lengths.length * 2);
    const lengths = new Uint32Array(this.lengths.length * 2);
    places.set(this.places);
    lengths.set(this.lengths);
    this.places = places;
    this.lengths = lengths;
  }
}

export async function readSharedStrings(parts: Package, name: string | null): Promise<SharedStrings> {
  const strings = new SharedStrings();
  if (name === null || !parts.has(name)) return strings;
  let text = '';
  let isText = false;
  let phonetic = 0;
  const pieces = parseXml(await parts.open(name), {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') phonetic++;
      else if (tag === 't') isText = phonetic === 0;
    },
    text(piece) {
      if (isText) text += piece;
    },
    close(tag) {
      if (tag === 't') isText = false;
      else if (tag === 'rPh') phonetic--;
      else if (tag === 'si') strings.add(unescapeText(text));
    },
  });
  for await (const _bytes of pieces);
  return strings;
}
