import { openHeadings } from '../../server/modules/leads/intake/columns/openHeadings';
import { candidateOf, REFUSAL_WORDS } from '../../server/modules/leads/intake/columns/candidateOf';
import { type Column, guessColumns } from '../../server/modules/leads/intake/columns/guessColumns';
import { findHeading } from '../../server/modules/leads/intake/columns/heading';
import { isMapped } from '../../server/modules/leads/intake/columns/mapped';
import { fixture, readTable } from './intakeFiles';

const PLACES = new Set(['Nairobi', 'Mombasa', 'Kisumu', 'Győr', 'Αθήνα', 'Ташкент']);
const form = [
  { key: 'currentInsurer', label: 'Current insurer' },
  { key: 'carYear', label: 'Year of the car' },
];

async function understand(bytes: Buffer | string) {
  const { rows } = await readTable(Buffer.from(bytes as string));
  const heading = findHeading(rows);
  const headings = rows.find(({ row }) => row === heading.headerRow)?.cells ?? [];
  const data = rows.filter(({ row }) => row >= heading.firstDataRow);
  const columns = guessColumns(headings, heading.width, data, { form, isPlace: (text) => PLACES.has(text) });
  return { heading, columns, data };
}

const fieldsOf = (columns: readonly Column[]): string[] =>
  columns.map(({ field, answerKey }) => (answerKey ? `${field} ${answerKey}` : field));

test.each([
  [
    'English',
    'First name,Last name,Mobile number,E-mail address,Town,Notes',
    'A,B,+254712345678,a@example.com,Nairobi,x',
  ],
  [
    'Swahili',
    'Jina la kwanza,Jina la mwisho,Nambari ya simu,Barua pepe,Mji,Maoni',
    'A,B,0712345678,a@example.com,Nairobi,x',
  ],
  ['Greek', 'Όνομα,Επώνυμο,Κινητό,Email,Πόλη,Σχόλια', 'Α,Β,6912345678,a@example.com,Αθήνα,x'],
  ['Greek in capitals', 'ΟΝΟΜΑ,ΕΠΩΝΥΜΟ,ΤΗΛΕΦΩΝΟ,E-MAIL,ΠΟΛΗ,ΠΑΡΑΤΗΡΗΣΕΙΣ', 'Α,Β,6912345678,a@example.com,Αθήνα,x'],
  ['Armenian', 'Անուն,Ազգանուն,Հեռախոս,Էլ. փոստ,Քաղաք,Նշում', 'Ա,Բ,+37491123456,a@example.com,Երևան,x'],
  ['Uzbek', 'Ism,Familiya,Telefon raqami,Elektron pochta,Shahar,Izoh', 'A,B,+998901234567,a@example.com,Toshkent,x'],
  [
    'Hungarian',
    'Keresztnév,Vezetéknév,Telefonszám,E-mail cím,Település,Megjegyzés',
    'A,B,+36301234567,a@example.com,Győr,x',
  ],
  [
    'German',
    'Vorname,Nachname,Handynummer,E-Mail-Adresse,Wohnort,Bemerkung',
    'A,B,+4915112345678,a@example.com,Bonn,x',
  ],
  ['Russian', 'Имя,Фамилия,Номер телефона,Эл. почта,Город,Комментарий', 'А,Б,+998901234567,a@example.com,Ташкент,x'],
])('headings in %s are understood', async (_language, headings, row) => {
  const { columns, heading } = await understand(`${headings}\n${row}\n`);
  expect(heading.headerRow).toBe(1);
  expect(fieldsOf(columns)).toEqual(['GIVEN_NAME', 'FAMILY_NAME', 'PHONE', 'EMAIL', 'CITY', 'COMMENT']);
  expect(columns.every(({ confidence }) => confidence > 0.7)).toBe(true);
});

test('the social network export is understood without help', async () => {
  const { columns, data } = await understand(fixture('meta_lead_ads_export_format.utf16le.tsv'));
  const used = columns.filter(({ field }) => field !== 'IGNORE').map(({ heading, field }) => [heading, field]);
  expect(used).toEqual([
    ['id', 'EXTERNAL_ID'],
    ['created_time', 'CREATED_AT'],
    ['platform', 'CHANNEL'],
    ['full_name', 'FULL_NAME'],
    ['phone_number', 'PHONE'],
    ['email', 'EMAIL'],
    ['city', 'CITY'],
  ]);
  expect(data.map((row) => candidateOf(row, columns))).toEqual([
    { candidate: expect.objectContaining({ row: 2, externalId: 'l:1000000000000001' }) },
    { candidate: expect.objectContaining({ row: 3, externalId: 'l:1000000000000002' }) },
    { refusal: 'TEST_ROW' },
    { candidate: expect.objectContaining({ row: 5, externalId: 'l:1000000000000001' }) },
    { candidate: expect.objectContaining({ row: 6, values: expect.objectContaining({ phone: '07700900456' }) }) },
  ]);
});

test('a file without headings is understood by what stands in its columns', async () => {
  const { columns, heading } = await understand(
    '1001,Amina Odhiambo,0712 345 678,amina@example.com,Nairobi,2026-11-20\n' +
      '1002,John Kamau,0712 345 679,,Mombasa,2026-11-21\n1003,Grace Njeri,0712 345 680,g@example.com,Kisumu,2026-11-22\n',
  );
  expect(heading).toEqual({ headerRow: null, firstDataRow: 1, width: 6 });
  expect(fieldsOf(columns)).toEqual(['IGNORE', 'FULL_NAME', 'PHONE', 'EMAIL', 'CITY', 'CREATED_AT']);
});

test('titles above the headings are passed over, and the headings count from their own row', async () => {
  const { heading, columns } = await understand('Leads of May\n\nName,Phone,City\nA B,+254712345678,Nairobi\n');
  expect(heading).toEqual({ headerRow: 3, firstDataRow: 4, width: 3 });
  expect(fieldsOf(columns)).toEqual(['FULL_NAME', 'PHONE', 'CITY']);
});

test('a heading that its cells contradict loses to the cells', async () => {
  const rows = ['a@example.com,+254712345671', 'b@example.com,+254712345672', 'c@example.com,+254712345673'].join('\n');
  const { columns } = await understand(`Phone,Email\n${rows}\n`);
  expect(fieldsOf(columns)).toEqual(['EMAIL', 'PHONE']);
});

test('questions of the niche’s form are found by key and by label; a second column of one meaning is left alone', async () => {
  const { columns } = await understand(
    'Phone,Current insurer?,car_year,Phone number\n+254712345678,Jubilee,2019,+254712345679\n',
  );
  expect(fieldsOf(columns)).toEqual(['PHONE', 'ANSWER currentInsurer', 'ANSWER carYear', 'IGNORE']);
});

test('without a phone or an e-mail the columns must be said by a person', async () => {
  expect(isMapped((await understand('Name,Town\nA B,Nairobi\nC D,Mombasa\n')).columns)).toBe(false);
  expect(isMapped((await understand('Name,Call me on\nA B,+254712345678\n')).columns)).toBe(true);
});

const columnsOf = (fields: Column['field'][]): Column[] =>
  fields.map((field, index) => ({ index, heading: `h${index}`, field, answerKey: null, confidence: 1 }));

test.each([
  ['names of columns', ['Name', 'Your phone?', 'Wish'], ['Name', 'Your phone?', 'Wish']],
  ['a row of a person', ['Amina Odhiambo', '+254 712 345 678', 'Nairobi', 'email'], ['', '', '', 'email']],
  ['a person with an e-mail', ['Amina', 'amina@example.com', 'Phone'], ['', '', 'Phone']],
  ['a number among names', ['Name', 'Form 1234567890', 'Wish'], ['Name', '', 'Wish']],
  [
    'a row report whose file had none',
    ['Row in file', 'Outcome', 'Reasons', 'Duplicate of', '+254712345678', 'Wish'],
    ['Row in file', 'Outcome', 'Reasons', 'Duplicate of', '', 'Wish'],
  ],
])('of %s only what names columns lies open as headings', (_what, written, open) => {
  expect(openHeadings(written)).toEqual(open);
});

describe('a row becomes a candidate', () => {
  const columns = columnsOf(['FULL_NAME', 'PHONE', 'COMMENT']);
  const of = (...cells: string[]) => candidateOf({ row: 7, cells }, columns);

  test('with its cells trimmed, empty ones left out, and what keeps a spreadsheet from calculating taken off', () => {
    expect(of(' Amina\u00a0', '="+254712345678"', '')).toEqual({
      candidate: { row: 7, values: { answers: {}, fullName: 'Amina', phone: '+254712345678' } },
    });
    expect(of('Amina', "'+254712345678", "'=1+1")).toMatchObject({
      candidate: { values: { phone: '+254712345678', comment: '=1+1' } },
    });
    expect(of('Amina', 'p:+254712345678', "'tis")).toMatchObject({
      candidate: { values: { phone: '+254712345678', comment: "'tis" } },
    });
  });

  test('though it has fewer cells than there are columns, or empty ones too many', () => {
    expect(of('Amina', '+254712345678')).toHaveProperty('candidate');
    expect(of('Amina', '+254712345678', 'x', '', ' ')).toHaveProperty('candidate');
  });

  test.each([
    ['TOO_MANY_CELLS', ['Amina', '+254712345678', 'x', 'y']],
    ['BROKEN_CHARACTERS', ['Am\ufffdna', '+254712345678', 'x']],
    ['TEST_ROW', ['<test lead: dummy data for full_name>', '+254712345678', 'x']],
    ['HEADINGS_AGAIN', ['h0', 'h1', 'h2']],
  ] as const)('not when it is refused as %s', (refusal, cells) => {
    expect(of(...cells)).toEqual({ refusal });
    expect(REFUSAL_WORDS[refusal]).toMatch(/\.$/);
  });
});
