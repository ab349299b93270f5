import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import {
  DelimitedRows,
  MAX_CELL_CHARS,
  MAX_ROW_CHARS,
  type RawRow,
} from '../../server/modules/leads/intake/file/delimitedRows';
import { fixture, readTable } from './intakeFiles';

const manifest = fixture('manifest.tsv')
  .toString()
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t')[0]!);

test.each(manifest)('every cell of %s is read exactly, in chunks of any size', async (name) => {
  const expected = JSON.parse(fixture(`${name.slice(0, 2)}_expected.json`).toString()) as Record<string, string>[];
  const cells = [Object.keys(expected[0]!), ...expected.map((row) => Object.values(row))];
  for (const chunkBytes of [1, 7, 64 * 1024])
    expect((await readTable(fixture(name), { chunkBytes })).cells).toEqual(cells);
});

test('the social network export is read exactly: UTF-16, tabs, 18 columns in each of its rows', async () => {
  const { cells, format } = await readTable(fixture('meta_lead_ads_export_format.utf16le.tsv'));
  expect(format).toMatchObject({ encoding: 'utf-16le', dialect: { delimiter: '\t' } });
  expect(cells).toHaveLength(6);
  expect(cells.every((row) => row.length === 18)).toBe(true);
  expect(cells[1]!.slice(11, 16)).toEqual(['fb', 'Amina Test', 'p:+12025550143', 'amina@example.com', 'Nairobi']);
  expect(cells[5]!.slice(12, 16)).toEqual(['Tóth Őrs', 'p:07700900456', '', 'Győr']);
});

const read = async (text: string): Promise<string[][]> => (await readTable(Buffer.from(text))).cells;

test.each([
  [
    'commas',
    'name,phone\nA,1\nB,2\n',
    [
      ['name', 'phone'],
      ['A', '1'],
      ['B', '2'],
    ],
  ],
  [
    'semicolons with commas inside every row',
    'name;city\nDoe, J;Bonn\nRoe, K;Ulm\n',
    [
      ['name', 'city'],
      ['Doe, J', 'Bonn'],
      ['Roe, K', 'Ulm'],
    ],
  ],
  [
    'tabs',
    'name\tphone\nA;x\t1,5\n',
    [
      ['name', 'phone'],
      ['A;x', '1,5'],
    ],
  ],
  [
    'pipes',
    'name|phone|note\nA|+254712345678|a,b;c\n',
    [
      ['name', 'phone', 'note'],
      ['A', '+254712345678', 'a,b;c'],
    ],
  ],
  [
    'a line that names the delimiter',
    'sep=;\r\na;b,c\r\n1;2,3\r\n',
    [
      ['a', 'b,c'],
      ['1', '2,3'],
    ],
  ],
  [
    'line ends of old Macs',
    'a,b\rc,d\r',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'mixed line ends',
    'a,b\r\nc,d\ne,f\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
  ],
  [
    'a doubled carriage return',
    'a,b\r\r\nc,d\r\r\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'quoted delimiters, line ends and quotes',
    'a,b\n"x,1","say ""hi""\r\nthere"\n',
    [
      ['a', 'b'],
      ['x,1', 'say "hi"\r\nthere'],
    ],
  ],
  [
    'an empty quoted cell',
    'a,b\n"",""\n"x",""\n',
    [
      ['a', 'b'],
      ['x', ''],
    ],
  ],
  [
    'blanks after a closing quote',
    'a;b\n"x" ;"y"  \n',
    [
      ['a', 'b'],
      ['x', 'y'],
    ],
  ],
  [
    'blanks before an opening quote',
    '"Name", "City"\n"Doe, J",   "Bonn, ""am"" Rhein"\nx, "y\nz" \n',
    [
      ['Name', 'City'],
      ['Doe, J', 'Bonn, "am" Rhein'],
      ['x', 'y\nz'],
    ],
  ],
  [
    'a quote behind a blank that closes nothing',
    'a,b\nx, "y\nz,w\n',
    [
      ['a', 'b'],
      ['x', ' "y'],
      ['z', 'w'],
    ],
  ],
  [
    'a lone quote in the middle of a cell',
    'a,b\n5" screen,x\n',
    [
      ['a', 'b'],
      ['5" screen', 'x'],
    ],
  ],
  [
    'no line end at the end',
    'a,b\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['one column', 'email\na@example.com\nb@example.com\n', [['email'], ['a@example.com'], ['b@example.com']]],
  [
    'NUL bytes',
    'a,b\nx\0y,\0z\n',
    [
      ['a', 'b'],
      ['xy', 'z'],
    ],
  ],
  [
    'the mark with which old programs end a text',
    'a,b\nc,d\n\u001a',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['rows of other widths', 'a,b,c\n1\n1,2,3,4\n', [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]],
])('%s', async (_name, text, cells) => {
  expect(await read(text)).toEqual(cells);
});

test('blank rows are left out and still counted, so that row numbers are those of a spreadsheet', async () => {
  const { rows } = await readTable(Buffer.from('a,b\n\n,\n  \nc,d\n"e\nf",g\nh,i\n'));
  expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
    [1, 'a'],
    [5, 'c'],
    [6, 'e\nf'],
    [7, 'h'],
  ]);
});

describe('a bad row never stops the good ones', () => {
  test.each([
    ['in the last cell', 'a;b;c\n1;x;"open\n2;y;"closed"\n3;z;last\n', 2],
    ['in the first cell', 'a;b;c\n"open;x;1\n"two";y;2\n3;z;last\n', 2],
    ['until the end of the file', 'a;b;c\n1;"open;x\n2;y;z\n3;z;last\n', 2],
  ])('a quote opened and never closed, %s, costs its own line only', async (_name, text, badRow) => {
    const { rows } = await readTable(Buffer.from(text));
    expect(rows.filter(({ problem }) => problem).map(({ row, problem }) => [row, problem])).toEqual([
      [badRow, 'UNCLOSED_QUOTE'],
    ]);
    expect(rows.at(-1)!.cells).toEqual(['3', 'z', 'last']);
    expect(rows).toHaveLength(4);
  });

  test('a cell over the limit is cut and marked', async () => {
    const { rows } = await readTable(Buffer.from(`a,b\n${'x'.repeat(MAX_CELL_CHARS + 1)},y\nc,d\n`));
    expect(rows[1]).toMatchObject({ row: 2, problem: 'CELL_TOO_LONG' });
    expect(rows[1]!.cells.map((cell) => cell.length)).toEqual([MAX_CELL_CHARS, 1]);
    expect(rows[2]).toEqual({ row: 3, cells: ['c', 'd'] });
  });

  test('a line without an end is marked once and skipped', async () => {
    const { rows } = await readTable(Buffer.from(`a,b\n${'x,'.repeat(MAX_ROW_CHARS)}\nc,d\n`), { chunkBytes: 1000 });
    expect(rows.map(({ row, problem }) => [row, problem])).toEqual([
      [1, undefined],
      [2, 'ROW_TOO_LONG'],
      [3, undefined],
    ]);
  });
});

const quoted = (cell: string, delimiter: string): string =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Feeds a text cut at the given places. */
function rowsOf(text: string, delimiter: string, cuts: readonly number[]): RawRow[] {
  const rows: RawRow[] = [];
  const reader = new DelimitedRows({ delimiter, lineEnd: 'LF' }, (row) => rows.push(row));
  let from = 0;
  for (const cut of [...cuts].map((place) => place % (text.length + 1)).sort((a, b) => a - b)) {
    reader.push(text.slice(from, cut));
    from = cut;
  }
  reader.push(text.slice(from));
  reader.end();
  return rows;
}

test('whatever cells hold, however the text is cut: rows come back as they were, and as a general parser reads them', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '|', '\n', '\r\n', '=', "'"),
    maxLength: 8,
  });
  const tables = fc.integer({ min: 1, max: 4 }).chain((width) =>
    fc.record({
      rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      cuts: fc.array(fc.nat(), { maxLength: 6 }),
    }),
  );
  fc.assert(
    fc.property(tables, ({ rows, delimiter, lineEnd, cuts }) => {
      const text = rows.map((row) => row.map((value) => quoted(value, delimiter)).join(delimiter) + lineEnd).join('');
      const isFull = (row: readonly string[]): boolean => row.some((value) => value.trim() !== '');
      const cells = rowsOf(text, delimiter, cuts).map((row) => row.cells);
      expect(cells).toEqual(rows.filter(isFull));
      const general = parse(text, {
        delimiter,
        record_delimiter: ['\r\n', '\n'],
        relax_column_count: true,
        relax_quotes: true,
      });
      expect(cells).toEqual(general.filter(isFull));
      const spaced = rows.map(
        (row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(`${delimiter}  `) + lineEnd,
      );
      expect(rowsOf(spaced.join(''), delimiter, cuts).map((row) => row.cells)).toEqual(rows.filter(isFull));
    }),
    { numRuns: 300 },
  );
});
