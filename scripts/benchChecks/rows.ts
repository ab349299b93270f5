import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
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

/** Lines of a text file of any size, as cells between tabs; empty lines and those that begin with # are left out. */
export async function* cellsOf(file: string, tell: (rows: number) => void): AsyncGenerator<string[]> {
  let rows = 0;
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) {
    const text = rows === 0 ? line.replace(/^\ufeff/, '') : line;
    if (text.trim() === '' || text.startsWith('#')) continue;
    yield text.split('\t');
    if (++rows % TELL_EVERY === 0) tell(rows);
  }
}

/** The rows of a file that is one list in JSON; null for another file. */
export async function jsonRows(file: string): Promise<Record<string, unknown>[] | null> {
  if (!file.endsWith('.json')) return null;
  const content: unknown = JSON.parse(await readFile(file, 'utf8'));
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
