import { parse } from 'csv-parse/sync';
import mongoose from '../../server/platform/mongoose';
import { metaExport } from '../../scripts/demoData/metaExport';
import { type Actor, createWorld, type World } from '../kit/world';
import { batchMutation, getReport, importFile, putFile, readBatch, startBatch } from './batches';
import { fixture } from './intakeFiles';
import { makeWorkbook } from './makeZip';
import { csv, countsOf, HEADINGS, leadsOf, NOBODY, people, YESTERDAY } from './peopleFiles';

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  agency = await world.agency();
});
afterAll(() => world.close());

test('the export of a social network is imported without help: its test lead is refused, the repeated id is a duplicate', async () => {
  const batch = await importFile(world, agency, metaExport(), { country: 'GB' });
  expect(batch).toMatchObject({
    state: 'IMPORTED',
    progress: 1,
    file: { encoding: 'utf-16le', delimiter: '\t', headingRow: 1 },
  });
  expect(batch.counts).toMatchObject({ rows: 5, duplicates: 1 });
  const reasons = batch.reasons.map(({ code }: { code: string }) => code);
  expect(reasons).toEqual(expect.arrayContaining(['TEST_ROW', 'DUPLICATE']));
  const lines = (await getReport(world, agency, batch)).text.trim().split('\r\n');
  expect(lines).toHaveLength(6);
  expect(lines[1]).toMatch(/^2,accepted,,,"The number belongs to United States, [^"]*",l:1000000000000001/);
  expect(lines[3]).toMatch(/^4,rejected,"This is the test lead/);
  expect(lines[4]).toMatch(/^5,duplicate,.*,row 2,,l:1000000000000001/);
});

test('the export of a customer list is imported as it was meant: people, not firms; towns of its country; yes is consent', async () => {
  const at = new Date(Date.now() - 86_400_000);
  const day = `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${at.getUTCFullYear() % 100}`;
  const rows = [
    `Amina, Odhiambo, Acme Motors, (610) 318-9041, Reading, PA, Comprehensive, "${day} 3:05 PM", Yes, 5/2/1984`,
    `John, Smith, Smith Bros LLC, (413) 318-9042, Plymouth, MA, Third party, "${day} 9:15 AM", Yes, 11/30/1979`,
    `Grace, Lee, Lee Foods, (603) 318-9043, Berlin, NH, Comprehensive, "${day} 9:20 AM", No, 1/9/1990`,
  ];
  const headings =
    '"First Name", "Last Name", "Company Name", Phone, City, State, Product, "Created Date", Consent, Birthday';
  const batch = await importFile(world, agency, csv(rows, headings), { country: 'US' });
  expect(batch.columns.map(({ field }: { field: string }) => field)).toEqual(
    'GIVEN_NAME FAMILY_NAME IGNORE PHONE CITY REGION IGNORE CREATED_AT CONSENT_TEXT IGNORE'.split(' '),
  );
  expect(countsOf(batch)).toEqual({ rows: 3, accepted: 2, rejected: 1 });
  expect(batch.reasons).toMatchObject([{ code: 'CONSENT_REFUSED', rows: 1 }]);
  const leads = await mongoose.connection.collection('leads').find({ batchId: batch.id }).sort({ row: 1 }).toArray();
  expect(leads.map(({ regionId, preview }) => [regionId, preview.slice(0, 9)])).toEqual([
    ['region_US-PA', 'A••• O•••'],
    ['region_US-MA', 'J••• S•••'],
    ['region_US-NH', ''],
  ]);
  expect(leads[0]!.capturedAt).toEqual(new Date(`${at.toISOString().slice(0, 10)}T20:05:00Z`));
});

test.each([
  ['Greek in windows-1253', 'el_cp1253_semicolon.csv', 'GR'],
  ['Hungarian in ISO 8859-2', 'hu_iso8859_2_semicolon.csv', 'HU'],
])('the cells of a file in %s stand in preview and report as they were written', async (_name, file, country) => {
  const batch = await startBatch(world, agency, { country });
  expect((await putFile(world, agency, batch, fixture(file))).status).toBe(200);
  const { preview } = await world.ask(
    agency,
    'query ($id: ID!) { batch(id: $id) { preview(first: 100) { row cells } } }',
    { id: batch.id },
  );
  const expected = JSON.parse(fixture(`${file.slice(0, 2)}_expected.json`).toString()) as Record<string, string>[];
  expect(preview).toEqual(expected.map((row, i) => ({ row: i + 2, cells: Object.values(row) })));
});

test('a workbook is imported like any text', async () => {
  const cell = (reference: string, value: string): string =>
    `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const rows =
    `<row r="1">${cell('A1', 'name')}${cell('B1', 'phone')}${cell('C1', 'city')}${cell('D1', 'date')}</row>` +
    `<row r="2">${cell('A2', 'Wanjiru Kamau')}<c r="B2"><v>254712999888</v></c>${cell('C2', 'Mombasa')}${cell('D2', YESTERDAY)}</row>`;
  const batch = await importFile(world, agency, makeWorkbook({ sheets: { Leads: rows } }));
  expect(batch.file).toMatchObject({ sheet: 'Leads', encoding: null, delimiter: null });
  expect(countsOf(batch)).toEqual({ rows: 1, accepted: 1 });
});

test('bad rows are told with reasons and never stop the good ones', async () => {
  const [first, second, third] = people(3) as [string, string, string];
  const rows = [
    first,
    `Broken,"open,x@example.com,Nairobi,${YESTERDAY}`,
    second,
    `${third},shifted,cells`,
    NOBODY,
    first,
  ];
  const batch = await importFile(world, agency, csv(rows));
  expect(countsOf(batch)).toEqual({ rows: 6, accepted: 2, duplicates: 1, rejected: 3 });
  const outcomes = (await getReport(world, agency, batch)).text
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[1]);
  expect(outcomes).toEqual(['accepted', 'rejected', 'accepted', 'rejected', 'rejected', 'duplicate']);
  const problems = (await getReport(world, agency, batch, '?rows=problems')).text.trim().split('\r\n').slice(1);
  expect(problems.map((line) => Number(line.split(',')[0]))).toEqual([3, 5, 6, 7]);
});

test('a reason that rows have in other words each says so, and one that is the same for all does not', async () => {
  const [one, other] = people(2) as [string, string];
  const batch = await importFile(world, agency, csv([one, other, one, other, NOBODY, NOBODY]));
  expect(batch.reasons).toMatchObject([
    { code: 'CONTACT_MISSING', rows: 2, isVaried: false },
    { code: 'DUPLICATE', rows: 2, isVaried: true },
  ]);
});

test('the reasons are what decided against rows, not what accepted ones have noted too; the report tells both, each in its column', async () => {
  const [sound, other] = people(2) as [string, string];
  const joker = other.replace(/^[^,]+/, 'Mickey Mouse');
  const batch = await importFile(world, agency, csv([sound, joker, NOBODY, sound]));
  expect(countsOf(batch)).toEqual({ rows: 4, accepted: 1, quarantined: 1, duplicates: 1, rejected: 1 });
  expect(batch.reasons.map(({ code, rows }: { code: string; rows: number }) => [code, rows])).toEqual([
    ['CONTACT_MISSING', 1],
    ['DUPLICATE', 1],
    ['NAME_JOKE', 1],
  ]);
  const { text } = await getReport(world, agency, batch);
  const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
  const refused = rows.find((row) => row['Row in file'] === '4');
  expect(refused).toMatchObject({
    Outcome: 'rejected',
    Reasons: expect.stringMatching(/^There is neither a phone number/),
    'Also noted': expect.stringContaining('The IP address from which consent was given'),
  });
  expect(refused!['Reasons']).not.toContain('IP address');
});

describe('what is noted of accepted rows', () => {
  const NOTES = `counts { accepted noted } notes { code message rows }`;
  const notesOf = (batch: { id: string }): Promise<any> =>
    world.ask(agency, `query ($id: ID!) { batch(id: $id) { ${NOTES} dryRun { ${NOTES} } } }`, { id: batch.id });
  const told = ({ counts, notes }: any) => [
    counts,
    notes.map(({ code, rows }: { code: string; rows: number }) => [code, rows]),
  ];
  /** Four that are accepted: with an address that looks mistyped, of a town that nobody knows, with both, with nothing. */
  const four = (): string[] => {
    const [first, second, third, last] = people(4) as [string, string, string, string];
    const slip = (row: string): string => row.replace('@example.com', '@gmial.com');
    const town = (row: string): string => row.replace('Nairobi', 'Nowhereville');
    return [slip(first), town(second), slip(town(third)), last];
  };
  const EXPECTED = [
    { accepted: 4, noted: 3 },
    [
      ['CONSENT_NO_IP', 4],
      ['CITY_UNKNOWN', 2],
      ['EMAIL_TYPO', 2],
    ],
  ];
  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const linesOf = (text: string): Record<string, string>[] => parse(text, { columns: true, bom: true });

  test('is counted, stands in the report with its cure and without the person, and can be had alone', async () => {
    const batch = await importFile(world, agency, csv([...four(), NOBODY]));
    const read = await notesOf(batch);
    expect(told(read)).toEqual(EXPECTED);
    const slip = read.notes.find(({ code }: { code: string }) => code === 'EMAIL_TYPO').message;
    expect(slip).toMatch(/looks like a slip of gmail\.com\. If gmail\.com was meant, correct it/);
    expect(JSON.stringify(read.notes)).not.toMatch(/person\d|gmial|Odhiambo|Otieno|Njeri/);
    const noted = (rows: Record<string, string>[]) =>
      rows.map((row) => [row['Row in file'], row['Outcome'], row['Reasons'], row['Also noted']]);
    const town = expect.stringMatching(/^The place given is not known/);
    const proposed = new RegExp(`^${escaped(slip)} Probably meant: person\\d+@gmail\\.com$`);
    const alone = [
      ['2', 'accepted', '', expect.stringMatching(proposed)],
      ['3', 'accepted', '', town],
      ['4', 'accepted', '', expect.stringMatching(/Probably meant: person\d+@gmail\.com The place given/)],
    ];
    expect(noted(linesOf((await getReport(world, agency, batch, '?rows=noted')).text))).toEqual(alone);
    const whole = noted(linesOf((await getReport(world, agency, batch)).text));
    expect(whole.slice(0, 4)).toEqual([...alone, ['5', 'accepted', '', '']]);
    const problems = noted(linesOf((await getReport(world, agency, batch, '?rows=problems')).text));
    expect(problems.map(([row]) => row)).toEqual(['6']);
    const looks = await mongoose.connection.collection('disclosures').find({ batchId: batch.id }).toArray();
    expect(looks.map(({ reason, rows }) => [reason, rows])).toContainEqual(['row report of noted rows', 3]);
  });

  test('comes too late for a lead that is there: its row, corrected and sent again, is unchanged', async () => {
    const first = await importFile(world, agency, csv(four()));
    const report = (await getReport(world, agency, first, '?rows=noted')).text;
    const corrected = Buffer.from(report.replaceAll('@gmial.com', '@gmail.com'));
    const second = await importFile(world, agency, corrected, { correctsBatchId: first.id });
    expect(countsOf(second)).toEqual({ rows: 3, unchanged: 3 });
    const own = second.columns.slice(0, 5).map(({ field }: { field: string }) => field);
    expect(own).toEqual(Array(5).fill('IGNORE'));
    expect(await leadsOf(agency)).toBe(4);
  });

  test('is told by a dry run before anything is stored', async () => {
    const batch = await startBatch(world, agency);
    await putFile(world, agency, batch, csv(four()));
    await batchMutation(world, agency, 'previewBatch', { batchId: batch.id });
    await world.settle();
    const { dryRun, ...stored } = await notesOf(batch);
    expect(told(dryRun)).toEqual(EXPECTED);
    expect(told(stored)).toEqual([{ accepted: 0, noted: 0 }, []]);
  });

  test('is empty of a batch from before it was kept', async () => {
    const batch = await importFile(world, agency, csv(four()));
    const before = { 'tally.notes': 1, 'tally.counts.noted': 1 } as const;
    await mongoose.connection.collection<{ _id: string }>('batches').updateOne({ _id: batch.id }, { $unset: before });
    expect(told(await notesOf(batch))).toEqual([{ accepted: 4, noted: 0 }, []]);
  });
});

test('a preview counts what an import would do and stores nothing; the import then does just that', async () => {
  const rows = people(30);
  const batch = await startBatch(world, agency);
  await putFile(world, agency, batch, csv([...rows, rows[0]!, NOBODY]));
  const asked = await batchMutation(world, agency, 'previewBatch', { batchId: batch.id });
  expect(asked).toMatchObject({ __typename: 'PreviewBatchPayload', batch: { dryRun: { isDone: false } } });
  await world.settle();
  const { dryRun, counts } = await readBatch(world, agency, batch);
  expect(dryRun).toMatchObject({
    isDone: true,
    progress: 1,
    counts: { rows: 32, accepted: 30, duplicates: 1, rejected: 1 },
  });
  expect(dryRun.reasons.map(({ code }: { code: string }) => code)).toEqual(
    expect.arrayContaining(['DUPLICATE', 'CONTACT_MISSING']),
  );
  expect(counts.rows).toBe(0);
  expect(await leadsOf(agency)).toBe(0);
  await batchMutation(world, agency, 'importBatch', { batchId: batch.id });
  await world.settle();
  expect((await readBatch(world, agency, batch)).counts).toEqual(dryRun.counts);
  expect(await leadsOf(agency)).toBe(30);
});

test('a repeat far down the file is counted as one by the preview too', async () => {
  const rows = people(1500);
  const batch = await startBatch(world, agency);
  await putFile(world, agency, batch, csv([...rows, rows[3]!]));
  await batchMutation(world, agency, 'previewBatch', { batchId: batch.id });
  await world.settle();
  expect(countsOf((await readBatch(world, agency, batch)).dryRun)).toEqual({
    rows: 1501,
    accepted: 1500,
    duplicates: 1,
  });
});

test('asking for the import twice, or of two workers, imports once', async () => {
  const batch = await startBatch(world, agency);
  await putFile(world, agency, batch, csv(people(40)));
  const answers = await Promise.all(
    [1, 2, 3].map(() => batchMutation(world, agency, 'importBatch', { batchId: batch.id })),
  );
  expect(answers.map(({ __typename }) => __typename)).toContain('ImportBatchPayload');
  await world.settle();
  expect(countsOf(await readBatch(world, agency, batch))).toEqual({ rows: 40, accepted: 40 });
  expect(await batchMutation(world, agency, 'importBatch', { batchId: batch.id })).toMatchObject({
    batch: { state: 'IMPORTED' },
  });
  await world.settle();
  expect(await leadsOf(agency)).toBe(40);
});

test('the same file sent again as another batch adds nothing and names the batch that has it', async () => {
  const file = csv(people(5));
  const first = await importFile(world, agency, file);
  const second = await startBatch(world, agency);
  const put = await putFile(world, agency, second, file);
  expect(put.body).toMatchObject({ sameFileAs: first.id });
  const refused = await world.ask(
    agency,
    `mutation ($input: ImportBatchInput!) { importBatch(input: $input) { __typename ... on FileAlreadyImported { message batch { id } } } }`,
    { input: { batchId: second.id } },
  );
  expect(refused).toMatchObject({ __typename: 'FileAlreadyImported', batch: { id: first.id } });
  await world.settle();
  expect(await leadsOf(agency)).toBe(5);
  expect(await readBatch(world, agency, second)).toMatchObject({ state: 'READY', sameFileAs: { id: first.id } });
});

test('the same rows in a file that differs by a byte are duplicates, each of its own earlier lead', async () => {
  const rows = people(4);
  const first = await importFile(world, agency, csv(rows));
  const again = await importFile(world, agency, Buffer.concat([csv(rows), Buffer.from('\n')]));
  expect(countsOf(again)).toEqual({ rows: 4, duplicates: 4 });
  const ofLeads = (await getReport(world, agency, again)).text
    .trim()
    .split('\r\n')
    .slice(1)
    .map((line) => /,(lead_\w+),/.exec(line)?.[1]);
  const leads = await mongoose.connection.collection('leads').find({ batchId: first.id }).toArray();
  expect(ofLeads.sort()).toEqual(leads.map(({ _id }) => String(_id)).sort());
});

test('a duplicate of another agency’s lead is told as such, without its id', async () => {
  const rows = people(1);
  await importFile(world, await world.agency(), csv(rows));
  const batch = await importFile(world, agency, csv(rows));
  expect(countsOf(batch)).toEqual({ rows: 1, duplicates: 1 });
  const report = (await getReport(world, agency, batch)).text;
  expect(report).toContain('a lead of another agency');
  expect(report).not.toMatch(/lead_/);
});

test('the report, corrected and sent again, brings in the corrected rows only', async () => {
  const [good, bad] = people(2) as [string, string];
  const broken = bad.replace(/\+\d+/, '+2547').replace(/person\d+@example\.com/, '');
  const first = await importFile(world, agency, csv([good, broken]));
  expect(countsOf(first)).toEqual({ rows: 2, accepted: 1, rejected: 1 });
  const report = (await getReport(world, agency, first)).text;
  const corrected = report.replace(/\+2547,/, `${/\+\d+/.exec(bad)![0]},`);
  expect(corrected).not.toBe(report);
  const second = await importFile(world, agency, Buffer.from(corrected), { correctsBatchId: first.id });
  expect(second.corrects).toEqual({ id: first.id });
  expect(countsOf(second)).toEqual({ rows: 2, accepted: 1, unchanged: 1 });
  expect(second.columns.slice(0, 5).map(({ field }: { field: string }) => field)).toEqual([
    'IGNORE',
    'IGNORE',
    'IGNORE',
    'IGNORE',
    'IGNORE',
  ]);
  expect(await leadsOf(agency)).toBe(2);
});

test('what a person said of a column holds for the column of that heading in the file that corrects it', async () => {
  const file = (heading: string) => Buffer.from(`name,phone,${heading}\nJo,+254720000011,7\nAnn,+254720000012,8\n`);
  const first = await startBatch(world, agency);
  await putFile(world, agency, first, file('Zq1'));
  await batchMutation(world, agency, 'mapColumns', { batchId: first.id, columns: [{ index: 2, field: 'COMMENT' }] });
  const fieldOfThird = async (heading: string, input: object): Promise<unknown> => {
    const batch = await startBatch(world, agency, input);
    await putFile(world, agency, batch, file(heading));
    const { field, confidence } = (await readBatch(world, agency, batch)).columns[2];
    return [field, confidence];
  };
  expect(await fieldOfThird('Zq1', {})).toEqual(['IGNORE', 0]);
  expect(await fieldOfThird('Zq1', { correctsBatchId: first.id })).toEqual(['COMMENT', 1]);
  expect(await fieldOfThird('Zq2', { correctsBatchId: first.id })).toEqual(['IGNORE', 0]);
});

test('a cell that would act as a formula in a spreadsheet is neutralised in the report; phones stay as they are', async () => {
  const batch = await importFile(world, agency, csv(['=HYPERLINK("http://x.example"),,,Nairobi,', ...people(1)]));
  const report = (await getReport(world, agency, batch)).text;
  expect(report).toContain(`"'=HYPERLINK`);
  expect(report).toMatch(/,\+25471\d{7},/);
});

test('a report that comes back, and the report of that one, has the cells of the first file again', async () => {
  const preview = async (batch: { id: string }): Promise<string[][]> => {
    const query = 'query ($id: ID!) { batch(id: $id) { preview { cells } } }';
    const { preview: rows } = await world.ask(agency, query, { id: batch.id });
    return rows.map(({ cells }: { cells: string[] }) => cells.slice(-6));
  };
  const rows = [
    `=cmd|'/c calc'!A1,,,Nairobi,${YESTERDAY},"first, -then; @last"`,
    `Nobody Njeri,,,Nairobi,${YESTERDAY},'=typed`,
  ];
  const first = await importFile(world, agency, csv(rows, `${HEADINGS},-comment`));
  const cells = await preview(first);
  expect(cells.map((row) => [row[0], row[5]])).toEqual([
    ["=cmd|'/c calc'!A1", 'first, -then; @last'],
    ['Nobody Njeri', "'=typed"],
  ]);
  let last = first;
  for (let again = 0; again < 2; again++) {
    const report = Buffer.from((await getReport(world, agency, last)).text);
    expect(report.toString()).toContain(`'=cmd`);
    last = await importFile(world, agency, report, { correctsBatchId: last.id });
    expect(await preview(last)).toEqual(cells);
    expect(last.columns.at(-1)).toMatchObject({ heading: '-comment' });
  }
});
