import { openHeadings } from '../../server/modules/leads/intake/columns/openHeadings';
import { candidateOf, REFUSAL_WORDS } from '../../server/modules/leads/intake/columns/candidateOf';
import { type Column, guessColumns } from '../../server/modules/leads/intake/columns/guessColumns';
import { findHeading } from '../../server/modules/leads/intake/columns/heading';
import { isMapped } from '../../server/modules/leads/intake/columns/mapped';
import { fixture, readTable } from './intakeFiles';

const now = new Date('2026-11-26T12:00:00Z');
const NICHES = new Set(['motor insurance', 'personal loan']);
const PLACES = new Set(['Nairobi', 'Mombasa', 'Kisumu', 'Győr', 'Αθήνα', 'Ташкент']);
const form = [
  { key: 'currentInsurer', label: 'Current insurer' },
  { key: 'carYear', label: 'Year of the car' },
];

async function understand(bytes: Buffer | string, country = 'KE') {
  const { rows } = await readTable(Buffer.from(bytes as string));
  const heading = findHeading(rows);
  const headings = rows.find(({ row }) => row === heading.headerRow)?.cells ?? [];
  const data = rows.filter(({ row }) => row >= heading.firstDataRow);
  const columns = guessColumns(headings, heading.width, data, {
    form,
    isPlace: (text) => PLACES.has(text),
    isNiche: (text) => NICHES.has(text.toLowerCase()),
    country,
    now,
  });
  return { heading, columns, data };
}

const fieldsOf = (columns: readonly Column[]): string[] =>
  columns.map(({ field, answerKey }) => (answerKey ? `${field} ${answerKey}` : field));

test('the one column of moments tells when people asked, where none is said to', async () => {
  const file = (...headings: string[]): string =>
    [
      headings.join(','),
      ...[3, 4, 5].map((day) => `A${day},+3630123456${day},2026-11-0${day} 04:46,2026-11-0${day} 05:46`),
    ]
      .map((line) => line.split(',').slice(0, headings.length).join(','))
      .join('\n');
  const of = async (...headings: string[]) => fieldsOf((await understand(file(...headings), 'HU')).columns);
  expect(await of('Név', 'Telefonszám', 'Kitöltés ideje')).toEqual(['FULL_NAME', 'PHONE', 'CREATED_AT']);
  expect(await of('Név', 'Telefonszám', 'Mező 7')).toEqual(['FULL_NAME', 'PHONE', 'CREATED_AT']);
  // Of two it is not told which.
  expect(await of('Név', 'Telefonszám', 'Mező 7', 'Mező 8')).toEqual(['FULL_NAME', 'PHONE', 'IGNORE', 'IGNORE']);
});

test('a cell of a time is read with what its column tells: order of day and month, zone, days of a spreadsheet', async () => {
  const timesOf = async (heading: string, cells: readonly string[], country = 'KE') => {
    const rows = cells.map((cell, row) => `+25471234567${row};"${cell}"`);
    const { columns, data } = await understand(`Phone;${heading}\n${rows.join('\n')}\n`, country);
    return data.map((row) => {
      const read = candidateOf(row, columns);
      return 'candidate' in read ? [read.candidate.values.createdAt, read.candidate.hasDateOfOtherOrder] : read;
    });
  };
  expect(
    await timesOf('Created at', ['20/10/2026 9:15', '05/11/2026 9:15', '10/21/2026 9:15', '22/10/2026 EAT']),
  ).toEqual([
    ['2026-10-20T09:15:00.000', undefined],
    ['2026-11-05T09:15:00.000', undefined],
    ['2026-10-21T09:15:00.000', true],
    ['22/10/2026 EAT', undefined],
  ]);
  expect(await timesOf('Created at (UTC)', ['20/10/2026 9:15', '21/10/2026 9:15 EAT', '22/10/2026'])).toEqual([
    ['2026-10-20T09:15:00.000Z', undefined],
    ['2026-10-21T06:15:00.000Z', undefined],
    ['2026-10-22T00:00:00.000Z', undefined],
  ]);
  expect(await timesOf('Created at', ['46301.365', '46302.5', '46303.25'])).toEqual([
    ['46301.365', undefined],
    ['46302.5', undefined],
    ['46303.25', undefined],
  ]);
});

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

/** Meanings of the columns of a file with these headings and a few rows of these cells. */
const meaningsOf = async (headings: string, row: string, country?: string): Promise<string[]> =>
  fieldsOf((await understand(`${headings}\n${`${row}\n`.repeat(4)}`, country)).columns);

test.each([
  [
    'First Name,Last Name,Company Name,Phone',
    'Amina,Odhiambo,Acme Motors,+254712345678',
    'GIVEN_NAME FAMILY_NAME IGNORE PHONE',
  ],
  ['Account Name,Phone', 'Acme Motors,+254712345678', 'IGNORE PHONE'],
  ['Name,Company,Phone', 'Amina Odhiambo,Acme Motors,+254712345678', 'FULL_NAME IGNORE PHONE'],
  [
    'Name,First name,Last name,Phone',
    'Acme Motors,Amina,Odhiambo,+254712345678',
    'IGNORE GIVEN_NAME FAMILY_NAME PHONE',
  ],
  ['Full name,Surname,Phone', 'Amina Odhiambo,Odhiambo,+254712345678', 'FULL_NAME IGNORE PHONE'],
  [
    'Agent name,Agent phone,Customer name,Customer phone',
    'Ali Said,+254722000111,Amina O,+254712345678',
    'IGNORE IGNORE FULL_NAME PHONE',
  ],
  ['What is your full name?,Your phone number (required)', 'Amina Odhiambo,+254712345678', 'FULL_NAME PHONE'],
  ['Full name (as on ID),Contact', 'Amina Odhiambo,+254712345678', 'FULL_NAME PHONE'],
  ['Applicant name,Phone 1,Fax', 'Amina Odhiambo,+254712345678,+254202345678', 'FULL_NAME PHONE IGNORE'],
  ['Εταιρεία,Όνομα,Τηλέφωνο', 'Άκμη ΑΕ,Ελένη Παππά,6912345678', 'IGNORE FULL_NAME PHONE'],
  ['Название компании,Имя,Телефон', 'ООО Ромашка,Анна,+998901234567', 'IGNORE FULL_NAME PHONE'],
  ['Phone,Account number', '+254712345678,0123456789', 'PHONE IGNORE'],
  ['Phone,Phone verified,Email,Email opt-in', '+254712345678,yes,a@example.com,no', 'PHONE IGNORE EMAIL IGNORE'],
  ['Phone,Bank details,Source of income', '+254712345678,KCB main branch,salary', 'PHONE IGNORE IGNORE'],
])('%s: what is of a firm, a thing or somebody else is not taken for the person', async (headings, row, meanings) => {
  expect((await meaningsOf(headings, row)).join(' ')).toBe(meanings);
});

test.each([
  ['Date', '2026-11-20', 'CREATED_AT'],
  ['Date', '20 Nov 26', 'CREATED_AT'],
  ['Created on (UTC)', '20/11/2026 10:15', 'CREATED_AT'],
  ['Created', '1764200000', 'CREATED_AT'],
  ['Requested', '2026-11-20T10:15:00Z', 'CREATED_AT'],
  ['Requested at', '2026-11-20T10:15:00+03:00', 'CREATED_AT'],
  ['Date requested', '2026-11-20', 'CREATED_AT'],
  ['requestedAt', '2026-11-20 10:15', 'CREATED_AT'],
  ['Time of enquiry (local)', '20/11/2026 10:15', 'CREATED_AT'],
  ['Form submitted on', '2026-11-20T10:15:00Z', 'CREATED_AT'],
  ['When', '2026-11-20 10:15', 'CREATED_AT'],
  ['When', 'in the evening', 'IGNORE'],
  ['Time', '20/11/2026 10:15', 'CREATED_AT'],
  ['Time', '10:15', 'IGNORE'],
  ['Date and time', '2026-11-20 10:15', 'CREATED_AT'],
  ['When it came', '2026-11-20 10:15', 'CREATED_AT'],
  ['When', '1984-05-02', 'IGNORE'],
  ['When to call', '2026-11-20 10:15', 'CONVENIENT_TIME'],
  ['Remark', 'Wants a quote for two cars', 'COMMENT'],
  ['Agent remark', 'Wants a quote for two cars', 'IGNORE'],
  ['Requested', 'a quote', 'IGNORE'],
  ['Requested', '2027-02-20T10:15:00Z', 'IGNORE'],
  ['Requested start', '2026-11-20', 'IGNORE'],
  ['Test drive requested', '2026-11-20', 'IGNORE'],
  ['Date', '1984-05-02', 'IGNORE'],
  ['Date', '2027-05-02', 'IGNORE'],
  ['Date of birth', '2026-11-20', 'IGNORE'],
  ['Renewal date', '2026-11-20', 'IGNORE'],
  ['Policy end date', '2026-11-20', 'IGNORE'],
  ['Γέννηση', '1984-05-02', 'IGNORE'],
])('a column "%s" with %s is %s', async (heading, cell, meaning) => {
  expect(await meaningsOf(`Name,Phone,${heading}`, `Amina O,+254712345678,${cell}`)).toEqual([
    'FULL_NAME',
    'PHONE',
    meaning,
  ]);
});

test.each([
  [
    ['Created time', 'Submitted at', 'Ημερομηνία υποβολής', 'Kitöltés ideje', 'Дата заявки', 'Consent date'],
    '1997-03-01',
  ],
  [['Created time', 'Lead date', 'Eingangsdatum'], '2031-03-01'],
  [['Created time', 'Date', 'Tarehe', 'Időpont'], '31/02/2026'],
  [['Created time', 'Timestamp', 'Дата'], '0000-00-00 00:00:00'],
  [['Date', 'Дата'], '1997-03-01 10:15'],
])('headings %s tell of the time of the request though all cells are as impossible as %s', async (headings, cell) => {
  const rows = [1, 2, 3, 4].map((row) => `Amina O,+25471234567${row},${cell}`).join('\n');
  for (const heading of headings)
    expect((await meaningsOf(`Name,Phone,${heading}`, rows)).at(-1)).toMatch(/^(?:CREATED|CONSENT)_AT$/);
});

test('a date whose years lie on both sides of what can be is no birthday and no end of a contract', async () => {
  const of = (...years: string[]) =>
    meaningsOf('Name,Phone,Date', years.map((year, row) => `Amina O,+25471234567${row},03/05/${year}`).join('\n'));
  expect((await of('1997', '2031', '1998')).at(-1)).toBe('CREATED_AT');
  expect((await of('84', '45', '62')).at(-1)).toBe('IGNORE');
  expect((await of('1997', '1988', '1998')).at(-1)).toBe('IGNORE');
});

test('a column tells of a niche only where most of its cells name one', async () => {
  expect(await meaningsOf('Phone,Product', '+254712345678,Motor insurance')).toEqual(['PHONE', 'NICHE']);
  expect(await meaningsOf('Phone,Product', '+254712345678,Comprehensive')).toEqual(['PHONE', 'IGNORE']);
  expect(await meaningsOf('Phone,Interest', '+254712345678,fishing')).toEqual(['PHONE', 'IGNORE']);
});

test('a website is the page of consent where rows share it, and the firm’s own where each has another', async () => {
  const rows = (site: (row: number) => string) =>
    Array.from({ length: 20 }, (_, row) => `+2547123456${10 + row},${site(row)}`).join('\n');
  const of = async (text: string) => fieldsOf((await understand(`Phone,Website\n${text}\n`)).columns);
  expect(await of(rows((row) => `https://forms.example.com/car?ad=${row}`))).toEqual(['PHONE', 'CONSENT_PAGE']);
  expect(await of(rows((row) => `https://firm${row}.example.com`))).toEqual(['PHONE', 'IGNORE']);
});

describe('03/04/2026 is read as its column shows', () => {
  const of = async (cells: string[], country?: string) => {
    const { columns, data } = await understand(
      `Phone,Date\n${cells.map((cell) => `+254712345678,${cell}`).join('\n')}\n`,
      country,
    );
    return data.map((row) =>
      (candidateOf(row, columns) as { candidate: { values: { createdAt: string } } }).candidate.values.createdAt.slice(
        0,
        10,
      ),
    );
  };

  test('day first where a day over 12 stands in front, month first where one stands behind', async () => {
    expect(await of(['03/04/2026', '25/04/2026'], 'US')).toEqual(['2026-04-03', '2026-04-25']);
    expect(await of(['03/04/2026', '04/25/2026'], 'KE')).toEqual(['2026-03-04', '2026-04-25']);
  });

  test('in the order that puts no lead into the future', async () => {
    expect(await of(['11/12/2026', '10/12/2026'], 'KE')).toEqual(['2026-11-12', '2026-10-12']);
    expect(await of(['11/12/2026', '10/12/2026'], 'US')).toEqual(['2026-11-12', '2026-10-12']);
    expect(await of(['12/11/2026', '12/10/2026'], 'US')).toEqual(['2026-11-12', '2026-10-12']);
  });

  test('else as the country writes it; one that is possible in one order only is read in that one', async () => {
    expect(await of(['03/04/2026'], 'KE')).toEqual(['2026-04-03']);
    expect(await of(['03/04/2026'], 'US')).toEqual(['2026-03-04']);
    expect(await of(['03/04/2026', '25/04/2026', '04/26/2026', '27/04/2026'], 'KE')).toEqual([
      '2026-04-03',
      '2026-04-25',
      '2026-04-26',
      '2026-04-27',
    ]);
  });
});

test('in a column of ticked boxes an empty one is a no', async () => {
  const { columns, data } = await understand('Phone,Consent\n+254712345678,yes\n+254712345679,yes\n+254712345680,\n');
  const told = data.map((row) => candidateOf(row, columns));
  expect(told.map((read) => 'candidate' in read && read.candidate.values.consentText)).toEqual(['yes', 'yes', 'no']);
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
    ['Row in file', 'Outcome', 'Reasons', 'Duplicate of', 'Also noted', '+254712345678', 'Wish'],
    ['Row in file', 'Outcome', 'Reasons', 'Duplicate of', 'Also noted', '', 'Wish'],
  ],
  [
    'one from before there were notes',
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
