import { CODE_PAGES, type CodePage, guessCodePage } from './singleByte';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | CodePage;

/** All that a text can be read in. */
export const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be', ...CODE_PAGES];

export interface EncodingFound {
  encoding: Encoding;
  /** Bytes at the start that are a byte order mark and no text. */
  markBytes: number;
  /** False where the letters may have been meant as others: a person should look at them. */
  isSure: boolean;
  /** True when the bytes fit no text encoding: mostly control characters. */
  isBinary: boolean;
}

const MARKS: [number[], Encoding][] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/** Bytes at the start of a text that are the byte order mark of this encoding. */
export const markBytesOf = (head: Buffer, encoding: Encoding): number =>
  MARKS.find(([mark, of]) => of === encoding && mark.every((byte, i) => head[i] === byte))?.[0].length ?? 0;

/** How many bytes of words are kept to judge by, and how often each high byte is still worth keeping beyond that. */
const WORD_BUDGET_BYTES = 64 * 1024;
const ENOUGH_OF_A_BYTE = 32;
const LONGEST_WORD_BYTES = 64;
const PARITY_SAMPLE_BYTES = 256 * 1024;

/** Of well-formed UTF-8 characters to broken ones: above it a file is UTF-8 with some damaged cells. */
const DAMAGED_UTF8_RATIO = 20;

/**
 * Learns a file's text encoding while its bytes pass by, in constant memory: byte order mark, places of NUL bytes
 * (UTF-16 without a mark), well-formed UTF-8, else the words that hold bytes above 127. The whole file is looked at,
 * so that one accented name in the last row still counts.
 */
export class EncodingSniffer {
  private readonly head: number[] = [];
  private size = 0;
  private readonly nulsAtParity = [0, 0];
  private controls = 0;
  private continuationLeft = 0;
  private sequence = 0;
  private wellFormed = 0;
  private broken = 0;
  private word: number[] = [];
  private wordIsHigh = false;
  private readonly words: Buffer[] = [];
  private wordBytes = 0;
  private readonly seen = new Array<number>(256).fill(0);

  update(chunk: Buffer): void {
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]!;
      if (this.size < PARITY_SAMPLE_BYTES) this.sampleStart(byte);
      this.size++;
      if (byte >= 0x80 || this.continuationLeft > 0) this.followUtf8(byte);
      if (byte >= 0x80) {
        this.wordIsHigh = true;
        if (this.word.length < LONGEST_WORD_BYTES) this.word.push(byte);
      } else if (isAsciiLetter(byte)) {
        if (this.word.length < LONGEST_WORD_BYTES) this.word.push(byte);
      } else if (this.word.length > 0) this.endWord();
    }
  }

  /** What the bytes so far are; `country` breaks near ties between code pages. */
  finish(country?: string): EncodingFound {
    this.endWord();
    if (this.continuationLeft > 0) this.broken++;
    for (const [mark, encoding] of MARKS) {
      if (mark.every((byte, i) => this.head[i] === byte)) {
        return { encoding, markBytes: mark.length, isSure: true, isBinary: false };
      }
    }
    const sampled = Math.min(this.size, PARITY_SAMPLE_BYTES);
    const wide = this.wideEncoding(sampled);
    if (wide) return { encoding: wide, markBytes: 0, isSure: true, isBinary: false };
    const isBinary = this.nulsAtParity[0]! + this.nulsAtParity[1]! + this.controls > sampled * 0.02 + 4;
    const isUtf8 = this.broken === 0 || this.wellFormed > this.broken * DAMAGED_UTF8_RATIO;
    if (isUtf8 || isBinary) return { encoding: 'utf-8', markBytes: 0, isSure: true, isBinary };
    const { page, isSure } = guessCodePage(this.words, country);
    return { encoding: page, markBytes: 0, isSure, isBinary };
  }

  private sampleStart(byte: number): void {
    if (this.head.length < 4) this.head.push(byte);
    if (byte === 0) this.nulsAtParity[this.size & 1]!++;
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1a) this.controls++;
  }

  /** UTF-16 without a mark: ASCII letters, digits and delimiters leave NULs at every second place, and only there. */
  private wideEncoding(sampled: number): Encoding | null {
    const [even, odd] = [this.nulsAtParity[0]!, this.nulsAtParity[1]!];
    const enough = sampled / 2 / 10;
    if (odd > enough && even <= odd / 20) return 'utf-16le';
    if (even > enough && odd <= even / 20) return 'utf-16be';
    return null;
  }

  private followUtf8(byte: number): void {
    if (this.continuationLeft > 0) {
      if ((byte & 0xc0) === 0x80 && this.isAllowedNext(byte)) {
        this.sequence = 0;
        if (--this.continuationLeft === 0) this.wellFormed++;
        return;
      }
      this.broken++;
      this.continuationLeft = 0;
      if (byte < 0x80) return;
    }
    if (byte >= 0xc2 && byte <= 0xdf) this.continuationLeft = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.continuationLeft = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.continuationLeft = 3;
    else this.broken++;
    this.sequence = byte;
  }

  /** Refuses overlong forms, surrogates and values above U+10FFFF right after the lead byte. */
  private isAllowedNext(byte: number): boolean {
    switch (this.sequence) {
      case 0xe0:
        return byte >= 0xa0;
      case 0xed:
        return byte <= 0x9f;
      case 0xf0:
        return byte >= 0x90;
      case 0xf4:
        return byte <= 0x8f;
      default:
        return true;
    }
  }

  private endWord(): void {
    if (this.wordIsHigh && (this.wordBytes < WORD_BUDGET_BYTES || this.holdsRareByte())) {
      const word = Buffer.from(this.word);
      this.words.push(word);
      this.wordBytes += word.length;
      for (const byte of word) this.seen[byte]!++;
    }
    if (this.word.length > 0) this.word = [];
    this.wordIsHigh = false;
  }

  private holdsRareByte(): boolean {
    return this.word.some((byte) => byte >= 0x80 && this.seen[byte]! < ENOUGH_OF_A_BYTE);
  }
}

const isAsciiLetter = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
