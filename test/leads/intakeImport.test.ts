import { Readable } from 'node:stream';
import mongoose from 'mongoose';
import { metaExport } from '../../scripts/demoData/metaExport';
import { Batches } from '../../server/modules/leads/intake/model';
import { removeLostFiles } from '../../server/modules/leads/intake/removeLostFiles';
import { removeOldFiles } from '../../server/modules/leads/intake/removeOldFiles';
import { after, DAY, HOUR, now } from '../../server/platform/clock';
import { statFile, storeFile } from '../../server/platform/files';
import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import { BATCH, batchMutation, getReport, importFile, putFile, readBatch, startBatch } from './batches';
import { fixture } from './intakeFiles';
import { makeWorkbook } from './makeZip';

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  agency = await world.agency();
});
afterAll(() => world.close());

/** When these people left their contact; a consent without a time is none. */
const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

let serial = 0;
/** Rows of people that no other test has: the market knows each person once. */
const people = (count: number): string[] =>
  Array.from({ length: count }, () => {
    const n = ++serial;
    return `Amina Odhiambo,+25471${String(1_000_000 + n * 37)},person${n}@example.com,Nairobi,${YESTERDAY}`;
  });
const HEADINGS = 'name,phone,email,city,created';
const csv = (rows: readonly string[], headings = HEADINGS): Buffer => Buffer.from([headings, ...rows, ''].join('\n'));

const NOBODY = `Nobody Njeri,,,Nairobi,${YESTERDAY}`;

const countsOf = ({ counts }: { counts: Record<string, number> }) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

const leadsOf = async (actor: Actor): Promise<number> =>
  mongoose.connection
    .collection('leads')
    .countDocuments({ agencyId: actor.organisationId, state: { $ne: 'REJECTED' } });

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
  expect(lines[1]).toMatch(/^2,accepted,,,l:1000000000000001/);
  expect(lines[3]).toMatch(/^4,rejected,"This is the test lead/);
  expect(lines[4]).toMatch(/^5,duplicate,.*,row 2,l:1000000000000001/);
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
  expect(leads[0]!.capturedAt).toEqual(new Date(`${at.toISOString().slice(0, 10)}T15:05:00Z`));
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

test('the reasons are what decided against rows, not what accepted ones have noted too; the report tells both, that first', async () => {
  const [sound, other] = people(2) as [string, string];
  const joker = other.replace('Amina Odhiambo', 'Mickey Mouse');
  const batch = await importFile(world, agency, csv([sound, joker, NOBODY, sound]));
  expect(countsOf(batch)).toEqual({ rows: 4, accepted: 1, quarantined: 1, duplicates: 1, rejected: 1 });
  expect(batch.reasons.map(({ code, rows }: { code: string; rows: number }) => [code, rows])).toEqual([
    ['CONTACT_MISSING', 1],
    ['DUPLICATE', 1],
    ['NAME_JOKE', 1],
  ]);
  const report = (await getReport(world, agency, batch)).text;
  expect(report).toMatch(/4,rejected,"?There is neither a phone number.*The IP address from which consent was given/);
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
  expect(second.columns.slice(0, 4).map(({ field }: { field: string }) => field)).toEqual([
    'IGNORE',
    'IGNORE',
    'IGNORE',
    'IGNORE',
  ]);
  expect(await leadsOf(agency)).toBe(2);
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

describe('columns', () => {
  test('that no guess finds are said by a person, and only then the import begins', async () => {
    const batch = await startBatch(world, agency);
    const row = people(1)[0]!.split(',');
    const put = await putFile(world, agency, batch, Buffer.from(`who;reach\n${row[0]};wa ${row[1]}\n`));
    expect(put.body).toMatchObject({ state: 'AWAITING_COLUMNS' });
    for (const verb of ['importBatch', 'previewBatch']) {
      expect(await batchMutation(world, agency, verb, { batchId: batch.id })).toMatchObject({
        __typename: 'ColumnsNotMapped',
      });
    }
    const columns = [
      { index: 0, field: 'FULL_NAME' },
      { index: 1, field: 'PHONE' },
    ];
    const mapped = await batchMutation(world, agency, 'mapColumns', { batchId: batch.id, columns });
    expect(mapped.batch).toMatchObject({
      state: 'READY',
      columns: [{ field: 'FULL_NAME', confidence: 1 }, { field: 'PHONE' }],
    });
  });

  test('are refused when two get one meaning, when there is no such column, or no such question in the form', async () => {
    const batch = await startBatch(world, agency);
    await putFile(world, agency, batch, csv(people(1)));
    const map = (columns: object[]) => batchMutation(world, agency, 'mapColumns', { batchId: batch.id, columns });
    expect(
      await map([
        { index: 0, field: 'PHONE' },
        { index: 1, field: 'PHONE' },
      ]),
    ).toMatchObject({ __typename: 'InvalidInput' });
    expect(
      await map([
        { index: 2, field: 'CITY' },
        { index: 2, field: 'COMMENT' },
      ]),
    ).toMatchObject({ __typename: 'InvalidInput' });
    expect(await map([{ index: 9, field: 'PHONE' }])).toMatchObject({ __typename: 'InvalidInput' });
    expect(await map([{ index: 0, field: 'ANSWER', formFieldKey: 'noSuch' }])).toMatchObject({
      __typename: 'InvalidInput',
    });
    expect(await map([{ index: 0, field: 'EMAIL' }])).toMatchObject({
      batch: {
        columns: [
          { field: 'EMAIL' },
          { field: 'PHONE' },
          { field: 'IGNORE', lost: { field: 'EMAIL', takenByIndex: 0 } },
          { field: 'CITY' },
          { field: 'CREATED_AT' },
        ],
      },
    });
  });

  test('get a meaning back that was taken from them, as soon as no other column has it', async () => {
    const batch = await startBatch(world, agency);
    await putFile(world, agency, batch, csv(people(1)));
    const say = async (index: number, field: string) => {
      const { batch: said } = await batchMutation(world, agency, 'mapColumns', {
        batchId: batch.id,
        columns: [{ index, field }],
      });
      return said.columns.map((column: { field: string }) => column.field);
    };
    expect(await say(3, 'PHONE')).toEqual(['FULL_NAME', 'IGNORE', 'EMAIL', 'PHONE', 'CREATED_AT']);
    expect(await say(3, 'CITY')).toEqual(['FULL_NAME', 'PHONE', 'EMAIL', 'CITY', 'CREATED_AT']);
    await say(3, 'PHONE');
    expect(await say(1, 'COMMENT')).toEqual(['FULL_NAME', 'COMMENT', 'EMAIL', 'PHONE', 'CREATED_AT']);
    expect(await say(3, 'CITY')).toEqual(['FULL_NAME', 'COMMENT', 'EMAIL', 'CITY', 'CREATED_AT']);
  });

  test('said to have headings that are a person’s row: nothing of it lies open', async () => {
    const batch = await startBatch(world, agency);
    const rows = [
      'Hidden Canary,+254712777801,hc@canary-mail.co.ke',
      'Amina Otieno,+254712777802,ao@canary-mail.co.ke',
    ];
    await putFile(world, agency, batch, Buffer.from(rows.join('\n')));
    const said = await batchMutation(world, agency, 'mapColumns', {
      batchId: batch.id,
      columns: [],
      hasHeadings: true,
    });
    expect(said.batch.file.headingRow).toBe(1);
    expect(said.batch.columns).toMatchObject([
      { heading: '', field: 'FULL_NAME' },
      { heading: '', field: 'PHONE' },
      { heading: '', field: 'EMAIL' },
    ]);
    expect(JSON.stringify(await Batches.findById(batch.id).lean())).not.toMatch(/canary|712777801/i);
  });

  test('may be said to have no headings: then the first row is a lead too', async () => {
    const batch = await startBatch(world, agency);
    await putFile(world, agency, batch, Buffer.from('Name,+254\nAmina Otieno,+254712777666\n'));
    const said = await batchMutation(world, agency, 'mapColumns', {
      batchId: batch.id,
      columns: [],
      hasHeadings: false,
    });
    expect(said.batch.file.headingRow).toBeNull();
    const { preview } = await world.ask(agency, 'query ($id: ID!) { batch(id: $id) { preview { row } } }', {
      id: batch.id,
    });
    expect(preview).toEqual([{ row: 1 }, { row: 2 }]);
  });
});

describe('a batch', () => {
  test('started twice under one client key is one; with other input the key is refused', async () => {
    const key = clientKey();
    const first = await startBatch(world, agency, { clientKey: key });
    expect((await startBatch(world, agency, { clientKey: key })).id).toBe(first.id);
    const other = { clientKey: key, nicheSlug: 'motor-insurance', country: 'TZ' };
    expect(await batchMutation(world, agency, 'startBatch', other)).toMatchObject({ __typename: 'Conflict' });
  });

  test('of an unknown niche or country is not started', async () => {
    const input = { clientKey: clientKey(), nicheSlug: 'no-such-niche', country: 'KE' };
    expect(await batchMutation(world, agency, 'startBatch', input)).toMatchObject({ __typename: 'NotFound' });
    const abroad = { clientKey: clientKey(), nicheSlug: 'motor-insurance', country: 'XX' };
    expect(await batchMutation(world, agency, 'startBatch', abroad)).toMatchObject({
      __typename: 'InvalidInput',
      path: ['country'],
    });
  });

  test('that was cancelled takes nothing more, and its file is gone', async () => {
    const batch = await startBatch(world, agency);
    await putFile(world, agency, batch, csv(people(2)));
    expect(await batchMutation(world, agency, 'cancelBatch', { batchId: batch.id })).toMatchObject({
      batch: { state: 'CANCELLED', file: null },
    });
    expect(await batchMutation(world, agency, 'importBatch', { batchId: batch.id })).toMatchObject({
      __typename: 'Conflict',
    });
    expect((await putFile(world, agency, batch, csv(people(1)))).status).toBe(409);
    expect(await leadsOf(agency)).toBe(0);
  });

  test('of another agency reads as missing at every door', async () => {
    const batch = await importFile(world, agency, csv(people(1)));
    const other = await world.agency();
    expect(await readBatch(world, other, batch)).toBeNull();
    expect((await getReport(world, other, batch)).status).toBe(404);
    expect((await putFile(world, other, batch, csv(people(1)))).status).toBe(404);
    const columns = { batchId: batch.id, columns: [] };
    for (const verb of ['previewBatch', 'importBatch', 'cancelBatch']) {
      expect(await batchMutation(world, other, verb, { batchId: batch.id })).toMatchObject({ __typename: 'NotFound' });
    }
    expect(await batchMutation(world, other, 'mapColumns', columns)).toMatchObject({ __typename: 'NotFound' });
    const { nodes } = await world.ask(other, `{ batches { nodes { ${BATCH} } } }`);
    expect(nodes).toEqual([]);
  });
});

test('an agency that waits for its approval uploads and previews, but imports only once it is approved', async () => {
  const rows = people(2);
  await importFile(world, agency, csv(rows));
  const pending = await world.agency({ isApproved: false });
  const batch = await startBatch(world, pending);
  expect((await putFile(world, pending, batch, csv(rows))).status).toBe(200);
  await batchMutation(world, pending, 'previewBatch', { batchId: batch.id });
  await world.settle();
  // That others have these people is not told before.
  expect(countsOf((await readBatch(world, pending, batch)).dryRun)).toEqual({ rows: 2, accepted: 2 });
  expect(await batchMutation(world, pending, 'importBatch', { batchId: batch.id })).toMatchObject({
    __typename: 'Conflict',
    message: expect.stringContaining('not approved yet'),
  });
  expect(await readBatch(world, pending, batch)).toMatchObject({ state: 'READY', counts: { rows: 0 } });
});

test('the list of batches is paged, the newest first', async () => {
  const ids: string[] = [];
  for (let i = 0; i < 3; i++) {
    const batch = await startBatch(world, agency);
    await putFile(world, agency, batch, csv(people(1)));
    ids.unshift(batch.id);
  }
  const page = `query ($after: String) { batches(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const first = await world.ask(agency, page);
  const second = await world.ask(agency, page, { after: first.pageInfo.endCursor });
  expect([...first.nodes, ...second.nodes].map(({ id }: { id: string }) => id)).toEqual(ids);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  const after = Buffer.from('["never",1]').toString('base64url');
  const { errors } = await world.graphql(agency, page, { after });
  expect(errors).toMatchObject([{ message: '"after" is not a cursor of this list.' }]);
});

test('a list of batches costs the same commands however long it is, and shows no rows of the files', async () => {
  const file = csv(people(2));
  const first = await importFile(world, agency, file);
  for (let i = 0; i < 6; i++)
    await putFile(world, agency, await startBatch(world, agency, { correctsBatchId: first.id }), file);
  const list = (count: number) =>
    world.countCommands(() =>
      world.ask(
        agency,
        `{ batches(first: ${count}) { nodes { id sameFileAs { id } corrects { id } preview { row } } } }`,
      ),
    );
  const short = await list(2);
  const long = await list(50);
  expect(long.commands).toEqual(short.commands);
  expect(long.result.nodes).toHaveLength(7);
  for (const node of long.result.nodes.slice(0, 6)) {
    expect(node).toMatchObject({ sameFileAs: { id: first.id }, corrects: { id: first.id }, preview: null });
  }
  expect(long.result.nodes[6]).toMatchObject({ id: first.id, sameFileAs: null, corrects: null });
});

test('contacts of an upload lie nowhere plain: not in the batch, its rows, its file chunks or the leads', async () => {
  const batch = await importFile(
    world,
    agency,
    csv([
      `Canary Mwangi,+254712444333,canary-7351@example.com,Nairobi,${YESTERDAY}`,
      `Canary Otieno,,,Nairobi,${YESTERDAY}`,
    ]),
  );
  expect(countsOf(batch)).toEqual({ rows: 2, accepted: 1, rejected: 1 });
  for (const name of ['batches', 'batch_rows', 'files', 'file_chunks', 'leads', 'lead_contacts', 'outbox', 'tasks']) {
    for await (const row of mongoose.connection.collection(name).find()) {
      const text = JSON.stringify(row, (_key, value: unknown) =>
        value instanceof mongoose.mongo.Binary ? Buffer.from(value.buffer).toString('latin1') : value,
      );
      expect(`${name} ${/canary|254712444333/i.test(text)}`).toBe(`${name} false`);
    }
  }
});

test('a batch that never got a file is in no list, and is removed after a day', async () => {
  const batch = await startBatch(world, agency);
  expect((await world.ask(agency, '{ batches { nodes { id } } }')).nodes).toEqual([]);
  await world.runJob('leads.removeEmptyBatches');
  expect(await readBatch(world, agency, batch)).toMatchObject({ state: 'AWAITING_FILE' });
  await world.clock.move('25h');
  try {
    await world.runJob('leads.removeEmptyBatches');
  } finally {
    await world.clock.move('-25h');
  }
  expect(await readBatch(world, agency, batch)).toBeNull();
});

test('an upload is removed 30 days after the batch was last touched; counts and reasons stay', async () => {
  const batch = await importFile(world, agency, csv([...people(1), NOBODY]));
  await world.clock.move('31d');
  try {
    await world.runJob('leads.removeOldFiles');
  } finally {
    await world.clock.move('-31d');
  }
  const after = await readBatch(world, agency, batch);
  expect(after).toMatchObject({ state: 'IMPORTED', file: null, reportAddress: null, counts: { rows: 2 } });
  expect((await getReport(world, agency, batch)).status).toBe(404);
});

test('an upload that lost its batch by a stop of the process is swept away after a day; others stay', async () => {
  const batch = await startBatch(world, agency);
  await putFile(world, agency, batch, csv(people(2)));
  const kept = (await Batches.findById(batch.id).lean())!.file!.id;
  const { id } = await storeFile(Readable.from([csv(people(2))]), { maxBytes: 10_000 });
  await removeLostFiles.run(after(now(), HOUR));
  expect(await statFile(id)).not.toBeNull();
  await removeLostFiles.run(after(now(), 2 * DAY));
  expect(await statFile(id)).toBeNull();
  expect(await statFile(kept)).not.toBeNull();
});

test('the sweep of old uploads leaves a batch alone that was touched after it looked', async () => {
  const batch = await startBatch(world, agency);
  await putFile(world, agency, batch, csv(people(2)));
  const update = Batches.updateOne.bind(Batches) as (...args: unknown[]) => unknown;
  jest.spyOn(Batches, 'updateOne').mockImplementation((async (filter: { _id: string }, ...rest: unknown[]) => {
    const touched = { $set: { state: 'IMPORTING', changedAt: now() } };
    if (filter._id === batch.id) await Batches.collection.updateOne({ _id: batch.id as never }, touched);
    return update(filter, ...rest);
  }) as never);
  await world.clock.move('31d');
  try {
    await removeOldFiles.run(now());
  } finally {
    await world.clock.move('-31d');
    jest.restoreAllMocks();
  }
  expect(await readBatch(world, agency, batch)).toMatchObject({
    state: 'IMPORTING',
    file: { bytes: expect.anything() },
  });
});
