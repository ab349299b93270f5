import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** One kind of check, measured on a file. */
export interface Bench {
  /** What the file holds, for a person. */
  help: string;
  /** Heads the list of `wrong`. */
  wrongAre: string;
  measure(file: string, tell: (rows: number) => void): Promise<Measured>;
}

export interface Measured {
  rows: number;
  /** A table, its heading first. */
  figures: string[][];
  /** What was judged otherwise than the file says, a line each. */
  wrong: string[];
}

const TELL_EVERY = 100_000;

/** Bytes that are looked at to tell what a file is. */
const LOOKED_AT_BYTES = 65_536;

/** Says in words why a file is none that can be measured: missing, a folder, or no text in UTF-8. */
export async function demandText(file: string): Promise<void> {
  const about = await stat(file).catch(() => null);
  if (!about) throw new Error(`There is no file ${file}.`);
  if (about.isDirectory()) throw new Error(`${file} is a folder, not a file.`);
  if (!about.isFile()) return;
  const handle = await open(file);
  const { buffer, bytesRead } = await handle
    .read(Buffer.alloc(LOOKED_AT_BYTES), 0, LOOKED_AT_BYTES, 0)
    .finally(() => handle.close());
  const bytes = buffer.subarray(0, bytesRead);
  const is16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (is16) throw new Error(`${file} is a text in UTF-16. Save it as UTF-8 and try again.`);
  if (bytes.includes(0)) throw new Error(`${file} is no text: there are zero bytes in it.`);
  try {
    // A letter may be cut at the end of what was looked at.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: bytesRead === LOOKED_AT_BYTES });
  } catch {
    throw new Error(`${file} is no text in UTF-8. Save it as UTF-8 and try again.`);
  }
}

/** Lines of a text file of any size, as cells between tabs; empty lines and those that begin with # are left out. */
export async function* cellsOf(file: string, tell: (rows: number) => void): AsyncGenerator<string[]> {
  // Read as text, a whole list would be one row.
  if (file.endsWith('.json')) throw new Error(`${file} is JSON; this is measured on lines of text, see --help.`);
  let rows = 0;
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) {
    const text = rows === 0 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() === '' || text.startsWith('#')) continue;
    yield text.split('\t');
    if (++rows % TELL_EVERY === 0) tell(rows);
  }
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new Error(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** The rows of a file that is one list in JSON; null for another file. */
export async function jsonRows(file: string): Promise<Record<string, unknown>[] | null> {
  if (!file.endsWith('.json')) return null;
  const content = parsed(file, await readFile(file, 'utf8'));
  if (!Array.isArray(content)) throw new Error(`${file} is no list.`);
  return content.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null);
}

/** "97.4 %"; "-" of none. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;

/** Counts by name, in the order in which the names came. */
export class Tally {
  readonly #counts = new Map<string, { all: number; some: number }>();

  add(name: string, isSome: boolean): void {
    const { all, some } = this.of(name);
    this.#counts.set(name, { all: all + 1, some: some + Number(isSome) });
  }

  of(name: string): { all: number; some: number } {
    return this.#counts.get(name) ?? { all: 0, some: 0 };
  }

  names(): string[] {
    return [...this.#counts.keys()];
  }
}
