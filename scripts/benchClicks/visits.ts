import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { DateTime } from 'luxon';
import { isPublic, numberOfAddress } from '../../server/platform/visitor/addresses';

/** One visit as the file tells it. */
export interface Visit {
  agent: string;
  address: string;
  /** Null where the file does not tell it. */
  at: Date | null;
  sub: string;
}

export interface Visits {
  visits: Visit[];
  /** What of the file could not be used, a line each. */
  notes: string[];
}

/** As other programs call these columns. */
const HEADINGS: Readonly<Record<keyof Visit, readonly string[]>> = {
  agent: ['agent', 'useragent', 'ua', 'browser'],
  address: ['address', 'ip', 'ipaddress', 'remoteaddr', 'clientip'],
  at: ['at', 'time', 'timestamp', 'date', 'datetime'],
  sub: ['sub', 'subid', 's'],
};

const TELL_EVERY = 100_000;
const DELIMITERS = ['\t', ',', ';', '|'];

type Places = Partial<Record<keyof Visit, number>>;

/** Reads a file of visits of either form; its first line tells which. Throws where there is none in it. */
export async function readVisits(file: string, tell: (rows: number) => void): Promise<Visits> {
  if (file.endsWith('.json')) throw new Error(`${file} is JSON; this is measured on lines of text, see --help.`);
  const { first, whole } = await opened(file);
  const headings = headingsOf(first);
  if (headings && headings.places.agent === undefined)
    throw new Error(`${file} has no column "agent"; it has ${headings.cells.join(', ')}.`);
  const reader = new Reader(tell);
  if (headings) await readTable(whole, headings, reader);
  else await readLines(whole, reader);
  if (reader.visits.length === 0) throw new Error(`No row of ${file} could be read; see --help.`);
  return { visits: reader.visits, notes: reader.notes() };
}

/** The first line that is not empty, and all of the file with it: what comes by a pipe can be read once only. */
async function opened(file: string): Promise<{ first: string; whole: Readable }> {
  const rest = createReadStream(file)[Symbol.asyncIterator]() as AsyncIterableIterator<Buffer>;
  const begin: Buffer[] = [];
  let first = '';
  for (let isEnd = false; !isEnd;) {
    const next = await rest.next();
    if (!next.done) begin.push(next.value);
    const text = Buffer.concat(begin).toString('utf8');
    first = /^\ufeff?\s*([^\r\n]*)/.exec(text)?.[1] ?? '';
    isEnd = next.done === true || (first !== '' && /[\r\n]/.test(text.trimStart()));
  }
  async function* all(): AsyncGenerator<Buffer> {
    yield* begin;
    yield* rest;
  }
  return { first, whole: Readable.from(all(), { objectMode: false }) };
}

/** The columns that a first line names; null where it is a visit itself. A user agent may hold every delimiter. */
function headingsOf(line: string): { delimiter: string; cells: string[]; places: Places } | null {
  for (const delimiter of DELIMITERS) {
    const cells = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const plain = cells.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''));
    const places: Places = {};
    for (const [field, names] of Object.entries(HEADINGS) as [keyof Visit, readonly string[]][]) {
      const place = plain.findIndex((name) => names.includes(name));
      if (place !== -1) places[field] = place;
    }
    if (places.agent !== undefined || places.address !== undefined) return { delimiter, cells, places };
  }
  return null;
}

async function readTable(
  whole: Readable,
  { delimiter, places }: { delimiter: string; places: Places },
  reader: Reader,
): Promise<void> {
  const parser = whole.pipe(
    parse({ bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, from: 2 }),
  );
  const cellOf = (cells: readonly string[], place: number | undefined): string =>
    place === undefined ? '' : (cells[place] ?? '').trim();
  for await (const cells of parser as AsyncIterable<string[]>) {
    const { agent, address, at, sub } = places;
    reader.add(cellOf(cells, agent), cellOf(cells, address), cellOf(cells, at), cellOf(cells, sub));
  }
}

async function readLines(whole: Readable, reader: Reader): Promise<void> {
  const lines = createInterface({ input: whole, crlfDelay: Infinity });
  let isFirst = true;
  for await (const line of lines) {
    const cells = (isFirst ? line.replace(/^\ufeff/, '') : line).split('\t');
    const [agent = '', address = ''] = cells;
    if (cells.length === 1 && isRow(line)) reader.rows += 1;
    isFirst = false;
    // A line without an agent is one that came without; an empty line is none.
    if (line.trim() !== '' && !line.startsWith('#')) reader.add(agent.trim(), address.trim(), '', '');
  }
}

/** Whether a line is a row of a table rather than a user agent: no browser names an address between delimiters. */
const isRow = (line: string): boolean =>
  line.split(/[,;|]/).some((cell, _at, { length }) => length > 1 && numberOfAddress(cell.replaceAll('"', '')) !== null);

/** Collects visits and counts what of them cannot be used. */
class Reader {
  readonly visits: Visit[] = [];
  /** Lines that look like rows of a table whose columns are not known. */
  rows = 0;
  private strangeAddresses = 0;
  private inside = 0;
  private strangeTimes = 0;

  constructor(private readonly tell: (rows: number) => void) {}

  add(agent: string, address: string, time: string, sub: string): void {
    const at = time === '' ? null : readTime(time);
    if (time !== '' && at === null) this.strangeTimes += 1;
    const isAddress = numberOfAddress(address) !== null;
    if (address !== '' && !isAddress) this.strangeAddresses += 1;
    if (isAddress && !isPublic(address)) this.inside += 1;
    this.visits.push({ agent, address: isAddress ? address : '', at, sub });
    if (this.visits.length % TELL_EVERY === 0) this.tell(this.visits.length);
  }

  notes(): string[] {
    const note = (count: number, words: string): string[] => (count > 0 ? [`${count} ${words}`] : []);
    return [
      ...note(
        this.rows,
        'lines look like rows of a table and were each read as a user agent: name the columns in the first line, such as agent;ip;time.',
      ),
      ...note(this.strangeAddresses, 'addresses are none, and were left out.'),
      ...note(
        this.inside,
        'addresses are within a house or machine (10.…, 192.168.…, 127.…): a public market bills none of these. A log full of them names its proxy instead of the visitors.',
      ),
      ...note(this.strangeTimes, 'times could not be read; these visits are of no burst.'),
    ];
  }
}

/** A moment as logs write it: ISO 8601, `2026-11-28 10:15:00`, `28/Nov/2026:10:15:00 +0000`, seconds or milliseconds. */
function readTime(text: string): Date | null {
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return new Date(Number(text) * 1000);
  if (/^\d{12,13}$/.test(text)) return new Date(Number(text));
  const zone = { zone: 'utc', setZone: true } as const;
  const read = [
    DateTime.fromISO(text, zone),
    DateTime.fromSQL(text, zone),
    DateTime.fromFormat(text.replace(/^\[|\]$/g, ''), 'dd/LLL/yyyy:HH:mm:ss ZZZ', { ...zone, locale: 'en' }),
  ].find(({ isValid }) => isValid);
  return read ? read.toJSDate() : null;
}
