import writeExcelFile from 'write-excel-file/node';
import { Readable } from 'node:stream';
import { tableRows } from '../../server/modules/leads/intake/file/table';
import { REPORT_ROOM, takeRoom, WORKROOM } from '../../server/modules/leads/intake/file/workbook/room';
import { UnreadableFile } from '../../server/modules/leads/intake/file/fileKind';
import { readTable } from './intakeFiles';
import { makeWorkbook, makeZip } from './makeZip';

const cell = (reference: string, inner: string, attributes = ''): string =>
  `<c r="${reference}" ${attributes}>${inner}</c>`;
const text = (reference: string, value: string): string => cell(reference, `<is><t>${value}</t></is>`, 't="inlineStr"');

test('a workbook of a spreadsheet library: names in every script, phones stored as numbers, real dates', async () => {
  const written = await writeExcelFile(
    [
      ['name', 'phone', 'created', 'amount', 'consent'].map((value) => ({ value })),
      [
        { value: 'Անի Պետրոսյան' },
        { value: 254712345678, type: Number },
        { value: new Date('2026-03-02T15:05:13Z'), type: Date, format: 'yyyy-mm-dd hh:mm:ss' },
        { value: 0.1 + 0.2, type: Number },
        { value: true, type: Boolean },
      ],
    ],
    {},
  ).toBuffer();
  const { cells } = await readTable(written, { chunkBytes: 100 });
  expect(cells).toEqual([
    ['name', 'phone', 'created', 'amount', 'consent'],
    ['Անի Պետրոսյան', '254712345678', '2026-03-02T15:05:13', '0.3', 'TRUE'],
  ]);
});

test.each([
  ['a whole number', '254712345678', '', '254712345678'],
  ['a whole number written with an exponent', '2.54712345678E+11', '', '254712345678'],
  ['a number with float noise', '0.30000000000000004', '', '0.3'],
  ['a small number', '1.5E-7', '', '0.00000015'],
  ['a negative number', '-12.50', '', '-12.5'],
  ['a number of 20 digits', '12345678901234567890', '', '12345678901234567890'],
  ['zeros in front that the format shows', '712345678', 's="1"', '0712345678'],
  ['a date', '46083', 's="2"', '2026-03-02'],
  ['a date with a time', '46083.628622685188', 's="3"', '2026-03-02T15:05:13'],
  ['a time', '0.5', 's="4"', '12:00:00'],
  ['a date in a format of words', '46083', 's="5"', '2026-03-02'],
  ['a day before the leap day that never was', '59', 's="2"', '1900-02-28'],
  ['a number whose format only mentions a colour and a unit', '5', 's="6"', '5'],
  ['a number under a style that does not exist', '5', 's="99"', '5'],
])('%s reads as a person would type it', async (_name, value, attributes, shown) => {
  const formats =
    '<numFmt numFmtId="164" formatCode="0000000000"/><numFmt numFmtId="165" formatCode="[$-40E]yyyy. mmmm d."/>' +
    '<numFmt numFmtId="166" formatCode="[Red]0.00&quot; days&quot;"/>';
  const styles = [0, 164, 14, 22, 21, 165, 166].map((id) => `<xf numFmtId="${id}"/>`).join('');
  const book = makeWorkbook({
    sheets: { Leads: `<row r="1">${cell('A1', `<v>${value}</v>`, attributes)}</row>` },
    formats,
    styles,
  });
  expect((await readTable(book)).cells).toEqual([[shown]]);
});

test('shared, rich, phonetic and escaped texts, formulas, errors and gaps', async () => {
  const rows =
    `<row r="1">${cell('A1', '<v>0</v>', 't="s"')}${cell('C1', '<v>1</v>', 't="s"')}</row>` +
    `<row r="4">${cell('B4', '<f>A1</f><v>calculated</v>', 't="str"')}${cell('C4', '<v>#N/A</v>', 't="e"')}</row>` +
    `<row r="5">${cell('A5', '<v>2</v>', 't="s"')}${cell('B5', '<v>77</v>', 't="s"')}</row>`;
  const sharedStrings = [
    '<t xml:space="preserve"> Ödön </t>',
    '<r><t>Győ</t></r><r><rPr><b/></rPr><t>ző</t></r><rPh sb="0" eb="1"><t>no</t></rPh>',
    '<t>two_x000D_lines &amp; more</t>',
  ];
  const { rows: read } = await readTable(makeWorkbook({ sheets: { Leads: rows }, sharedStrings }), { chunkBytes: 50 });
  expect(read).toEqual([
    { row: 1, cells: [' Ödön ', '', 'Győző'] },
    { row: 4, cells: ['', 'calculated'] },
    { row: 5, cells: ['two\rlines & more'] },
  ]);
});

test('days are counted from 1904 where the workbook says so', async () => {
  const book = makeWorkbook({
    sheets: { Leads: `<row r="1">${cell('A1', '<v>44621</v>', 's="0"')}</row>` },
    styles: '<xf numFmtId="14"/>',
    is1904: true,
  });
  expect((await readTable(book)).cells).toEqual([['2026-03-02']]);
});

test('the first visible sheet with a row is read, whatever stands before it', async () => {
  const sheets = {
    '~Lists': `<row r="1">${text('A1', 'hidden')}</row>`,
    Cover: '',
    Leads: `<row r="1">${text('A1', 'name')}</row>`,
    More: `<row r="1">${text('A1', 'other')}</row>`,
  };
  const { cells, format } = await readTable(makeWorkbook({ sheets }));
  expect(format).toEqual({ kind: 'WORKBOOK', sheet: 'Leads', sheets: ['Lists', 'Cover', 'Leads', 'More'] });
  expect(cells).toEqual([['name']]);
});

test('a sheet that looks like a table of people is read before one that does not', async () => {
  const line = (row: number, ...values: string[]): string =>
    `<row r="${row}">${values.map((value, i) => text(`${'ABC'[i]}${row}`, value)).join('')}</row>`;
  const sheetOf = async (sheets: Record<string, string>): Promise<unknown> =>
    ((await readTable(makeWorkbook({ sheets }))).format as { sheet: string }).sheet;
  const notes = [1, 2, 3, 4].map((row) => line(row, 'Exported by the office')).join('');
  const prices = line(1, 'Campaign', 'Cost') + line(2, 'Spring', '100');
  const people = line(1, 'Who', 'How') + line(2, 'Amina Odhiambo', '+254712345678');
  expect(await sheetOf({ Notes: notes, Leads: people })).toBe('Leads');
  expect(await sheetOf({ Notes: notes, Prices: prices, Leads: people })).toBe('Leads');
  expect(await sheetOf({ Leads: people, More: people })).toBe('Leads');
  expect(await sheetOf({ Notes: notes, '~Leads': people })).toBe('Notes');
});

test('a workbook without rows, and damaged ones, are refused by what they are', async () => {
  await expect(readTable(makeWorkbook({ sheets: { Empty: '' } }))).rejects.toMatchObject({ problem: 'NO_ROWS' });
  const good = makeWorkbook({ sheets: { Leads: `<row r="1">${text('A1', 'name')}</row>` } });
  await expect(readTable(good.subarray(0, good.length - 30))).rejects.toMatchObject({ problem: 'BROKEN_WORKBOOK' });
  const broken = makeWorkbook({ sheets: { Leads: '<row r="1"><c' } });
  await expect(readTable(broken)).rejects.toMatchObject({ problem: 'BROKEN_WORKBOOK' });
});

test('open workbooks share one room for their texts: the next waits until there is some, and each gives its own back', async () => {
  const book = makeWorkbook({
    sheets: { Leads: '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>0</v></c></row>' },
    sharedStrings: ['<t>Amina</t>'],
  });
  const source = {
    size: book.length,
    read: (start: number, end: number) => Readable.from([book.subarray(start, end)]),
  };
  const reading = tableRows(source, { kind: 'WORKBOOK', sheet: 'Leads' }, REPORT_ROOM);
  await reading.next();
  const order: string[] = [];
  const all = takeRoom(REPORT_ROOM, 1e9).then((release) => (order.push('the whole room'), release));
  const other = takeRoom(WORKROOM, 1e9).then((release) => (order.push('another room'), release));
  (await other)();
  order.push('the reader left');
  await reading.return(undefined);
  (await all)();
  expect(order).toEqual(['another room', 'the reader left', 'the whole room']);
});

test('a packed bomb is refused before it is unpacked', async () => {
  const bomb = makeWorkbook({ sheets: { Leads: `<row r="1">${text('A1', 'x'.repeat(20 * 1024 * 1024))}</row>` } });
  expect(bomb.length).toBeLessThan(100_000);
  await expect(readTable(bomb)).rejects.toMatchObject({ problem: 'WORKBOOK_TOO_LARGE' });
});

test('entities of a document type, as attacks use them, are refused', async () => {
  const evil = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><workbook/>';
  await expect(
    readTable(makeZip({ 'xl/workbook.xml': evil, 'xl/_rels/workbook.xml.rels': '<Relationships/>' })),
  ).rejects.toMatchObject({
    problem: 'BROKEN_WORKBOOK',
  });
});

test.each([
  ['nothing', Buffer.alloc(0), 'EMPTY'],
  ['blank lines', Buffer.from('\n\n \n'), 'NO_ROWS'],
  ['a PDF', Buffer.from('%PDF-1.7\n1 0 obj'), 'PDF'],
  ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'IMAGE'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'IMAGE'],
  ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'OLD_EXCEL'],
  ['a plain archive', makeZip({ 'leads.csv': 'a,b\n' }), 'ARCHIVE'],
  ['a text document', makeZip({ 'word/document.xml': '<w/>' }), 'OTHER_OFFICE_FILE'],
  ['a web page that calls itself a workbook', Buffer.from('\ufeff <html><table><tr><td>a'), 'WEB_PAGE'],
  ['JSON', Buffer.from('[{"name": "A"}]'), 'DATA_FILE'],
  ['a program', Buffer.from('7f454c460201010000', 'hex'), 'BINARY'],
  ['random bytes', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919 * (i % 13)) % 256)), 'BINARY'],
])('%s is refused with a problem of its own and a sentence that says what to do', async (_name, bytes, problem) => {
  const refusal = await readTable(bytes).then(
    () => null,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(UnreadableFile);
  expect(refusal).toMatchObject({ problem });
  expect((refusal as UnreadableFile).message).toMatch(/^[A-Z].+\.$/);
});
