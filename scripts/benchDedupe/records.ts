import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { parse } from 'csv-parse';
import { type Person, type PersonFields, readPerson } from '../../server/modules/leads/matching/person';
import { type Options, WrongArguments } from './options';

/** One line of a file: the person, and who it is in truth. */
export interface BenchRecord {
  person: Person;
  entity: string;
  /** The row of the file, and what it tells. */
  line: string;
}

const DELIMITERS = [',', ';', '\t', '|'];
const FIRST_BYTES = 64 * 1024;

/** Reads a file line by line, and calls `progress` at every so many. */
export async function readRecords(
  file: string,
  { map, id }: Options,
  progress: (rows: number) => void,
): Promise<BenchRecord[]> {
  const records: BenchRecord[] = [];
  const parser = createReadStream(file).pipe(
    parse({
      bom: true,
      delimiter: await delimiterOf(file),
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  );
  let places: Map<string, number> | null = null;
  for await (const cells of parser as AsyncIterable<string[]>) {
    if (!places) {
      places = placesOf(file, cells, [id, ...map.flatMap(({ columns }) => columns)]);
      continue;
    }
    const cell = (column: string): string => cells[places!.get(column)!] ?? '';
    const told = map.map(({ field, columns }) => [field, columns.map(cell).join(' ').trim()] as const);
    const fields: PersonFields = Object.fromEntries(told.filter(([, value]) => value !== ''));
    const line = `row ${records.length + 1}: ${Object.values(fields).join(', ')}`;
    records.push({ person: readPerson(fields), entity: entityOf(cell(id), records.length), line });
    if (records.length % 10_000 === 0) progress(records.length);
  }
  if (records.length === 0) throw new WrongArguments(`${file} has no rows.`);
  return records;
}

function placesOf(file: string, headings: readonly string[], wanted: readonly string[]): Map<string, number> {
  const places = new Map(headings.map((heading, place) => [heading, place]));
  const missing = wanted.find((column) => !places.has(column));
  if (missing === undefined) return places;
  throw new WrongArguments(`${file} has no column "${missing}"; it has ${headings.join(', ')}.`);
}

async function delimiterOf(file: string): Promise<string> {
  const handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(FIRST_BYTES), 0, FIRST_BYTES, 0);
  await handle.close();
  const [heading = ''] = buffer.toString('utf8', 0, bytesRead).split(/\r?\n/, 1);
  const count = (delimiter: string): number => heading.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** A record that does not tell who it is is somebody of its own. */
const entityOf = (value: string, row: number): string =>
  value === '' ? `row ${row}` : (/^(rec-\d+)-(?:org|dup-\d+)$/.exec(value)?.[1] ?? value);
