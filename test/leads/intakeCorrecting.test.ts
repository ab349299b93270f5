import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import { batchMutation, putFile, readBatch, startBatch } from './batches';
import { makeWorkbook } from './makeZip';
import { daysAgo } from './submitting';

/** What was found or said of a file wrongly, and is put right before the import. */

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());

const fieldsOf = ({ columns }: { columns: { field: string }[] }): string[] => columns.map(({ field }) => field);

async function received(bytes: Buffer): Promise<any> {
  const batch = await startBatch(world, agency);
  expect((await putFile(world, agency, batch, bytes)).status).toBe(200);
  return readBatch(world, agency, batch);
}

const reread = (batch: { id: string }, how: object): Promise<any> =>
  batchMutation(world, agency, 'rereadBatch', { batchId: batch.id, ...how });

const checked = async (batch: { id: string }): Promise<any> => {
  await batchMutation(world, agency, 'previewBatch', { batchId: batch.id });
  await world.settle();
  return readBatch(world, agency, batch);
};

describe('a text with a delimiter that was not found', () => {
  const TILDES = Buffer.from('full name~phone~e-mail\nAmina Odhiambo~+254712000111~amina@mail-of-kamau.co.ke\n');

  test('is read anew by the one that a person names; columns are guessed again and a check is void', async () => {
    const batch = await received(TILDES);
    expect(batch).toMatchObject({ file: { delimiter: ',' }, columns: [{ index: 0 }] });
    const said = await reread(batch, { delimiter: '~' });
    expect(said.batch).toMatchObject({ state: 'READY', file: { delimiter: '~', headingRow: 1 } });
    expect(fieldsOf(said.batch)).toEqual(['FULL_NAME', 'PHONE', 'EMAIL']);
    const { dryRun } = await checked(batch);
    expect((await reread(batch, { delimiter: '~' })).batch.dryRun).toEqual(dryRun);
    expect((await reread(batch, { delimiter: ';' })).batch).toMatchObject({ dryRun: null, file: { delimiter: ';' } });
  });

  test.each(['', '~~', 'a', '7', '"', '\n', 'é', '\u0000'])(
    'is not read by %j, which separates nothing',
    async (delimiter) => {
      const batch = await received(TILDES);
      expect(await reread(batch, { delimiter })).toMatchObject({ __typename: 'InvalidInput', path: ['delimiter'] });
      expect((await readBatch(world, agency, batch)).file.delimiter).toBe(',');
    },
  );

  test('has no sheets, is nobody else’s, and once imported stays as it was read', async () => {
    const batch = await received(TILDES);
    expect(await reread(batch, { sheet: 'Leads' })).toMatchObject({ __typename: 'InvalidInput', path: ['sheet'] });
    const other = await world.agency();
    const input = { batchId: batch.id, delimiter: '~' };
    expect(await batchMutation(world, other, 'rereadBatch', input)).toMatchObject({ __typename: 'NotFound' });
    await batchMutation(world, agency, 'cancelBatch', { batchId: batch.id });
    expect(await reread(batch, { delimiter: '~' })).toMatchObject({ __typename: 'Conflict' });
  });
});

describe('a text whose encoding was taken for another', () => {
  // "Győr" and "Szűcs" in windows-1250; by windows-1252 they are "Gyõr" and "Szûcs".
  const HUNGARIAN = Buffer.from('name;phone;city\nSz\xfbcs Anna;+36 30 318 9067;Gy\xf5r\n', 'latin1');
  const sampleOf = async (batch: { id: string }): Promise<string[]> => {
    const query = 'query ($id: ID!) { batch(id: $id) { preview(first: 1) { cells } } }';
    return (await world.ask(agency, query, { id: batch.id })).preview[0].cells;
  };

  test('is read anew in the one that a person names; the same one changes nothing', async () => {
    const batch = await received(HUNGARIAN);
    expect(batch.file.encodings).toEqual(expect.arrayContaining(['utf-8', 'utf-16le', 'windows-1250', 'windows-1252']));
    expect((await reread(batch, { encoding: 'windows-1252' })).batch.file).toMatchObject({ encoding: 'windows-1252' });
    expect(await sampleOf(batch)).toEqual(['Szûcs Anna', '+36 30 318 9067', 'Gyõr']);
    const said = await reread(batch, { encoding: ' Windows-1250' });
    expect(said.batch).toMatchObject({ state: 'READY', file: { encoding: 'windows-1250', delimiter: ';' } });
    expect(await sampleOf(batch)).toEqual(['Szűcs Anna', '+36 30 318 9067', 'Győr']);
    const { dryRun } = await checked(batch);
    expect((await reread(batch, { encoding: 'windows-1250' })).batch.dryRun).toEqual(dryRun);
  });

  test('is told as not sure, with another separator too, until a person names one', async () => {
    // "Gdańsk" in iso-8859-2 is a word in its neighbours as well.
    const batch = await received(Buffer.from('name;phone;city\nJan;+36 30 318 9067;Gda\xf1sk\n', 'latin1'));
    expect(batch.file).toMatchObject({ isEncodingSure: false });
    const said = [{ delimiter: '~' }, { delimiter: ';' }, { encoding: 'iso-8859-2' }, { delimiter: '~' }];
    const sure: boolean[] = [];
    for (const how of said) sure.push((await reread(batch, how)).batch.file.isEncodingSure);
    expect(sure).toEqual([false, false, true, true]);
    expect((await received(Buffer.from('name;phone\nAnna;+36 30 318 9067\n'))).file.isEncodingSure).toBe(true);
  });

  test('finds its separators anew, and keeps its byte order mark out of the first heading', async () => {
    const batch = await received(Buffer.from('\ufeffname;phone\nAnna;+36 30 318 9067\n', 'utf8'));
    const wrong = await reread(batch, { encoding: 'windows-1252' });
    expect(wrong.batch).toMatchObject({ file: { encoding: 'windows-1252' }, columns: [{ heading: 'ï»¿name' }, {}] });
    const right = await reread(batch, { encoding: 'utf-8' });
    expect(right.batch).toMatchObject({
      file: { delimiter: ';' },
      columns: [{ heading: 'name' }, { heading: 'phone' }],
    });
  });

  test('is not read in one that the reader does not know, and the answer names those that it does', async () => {
    const batch = await received(HUNGARIAN);
    const refused = await reread(batch, { encoding: 'klingon' });
    expect(refused).toMatchObject({ __typename: 'InvalidInput', path: ['encoding'] });
    expect(refused.message).toContain('windows-1250');
  });
});

describe('a workbook of several sheets', () => {
  const cell = (reference: string, value: string): string =>
    `<c r="${reference}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const sheetOf = (name: string, phone: string): string =>
    `<row r="1">${cell('A1', 'name')}${cell('B1', 'phone')}</row>` +
    `<row r="2">${cell('A2', name)}${cell('B2', phone)}</row>`;
  const book = makeWorkbook({
    sheets: {
      May: sheetOf('Amina Odhiambo', '+254712000222'),
      June: sheetOf('Grace Njeri', '+254712000333'),
      Empty: '',
    },
  });

  test('names them, and another one is read when it is chosen; each is imported for itself', async () => {
    const batch = await received(book);
    expect(batch.file).toMatchObject({ sheet: 'May', sheets: ['May', 'June', 'Empty'] });
    await batchMutation(world, agency, 'importBatch', { batchId: batch.id });
    const second = await received(book);
    expect((await reread(second, { sheet: 'June' })).batch).toMatchObject({ state: 'READY', file: { sheet: 'June' } });
    expect(await batchMutation(world, agency, 'importBatch', { batchId: second.id })).toMatchObject({
      __typename: 'ImportBatchPayload',
    });
    await world.settle();
    expect((await readBatch(world, agency, second)).counts).toMatchObject({ rows: 1, duplicates: 0 });
  });

  test('is not read by a sheet that it lacks, by one without rows, or by a delimiter', async () => {
    const batch = await received(book);
    for (const sheet of ['July', 'Empty'])
      expect(await reread(batch, { sheet })).toMatchObject({ __typename: 'InvalidInput', path: ['sheet'] });
    expect(await reread(batch, { delimiter: ';' })).toMatchObject({ __typename: 'InvalidInput', path: ['delimiter'] });
  });
});

describe('what holds for rows that say nothing themselves', () => {
  const LEADS = Buffer.from(`name,phone,created\nAmina Odhiambo,+254712000444,${daysAgo(30)}\n`);
  const CONSENT = { consentText: 'I agree that insurers call me about my request.', consentMethod: 'MESSENGER' };
  const change = (batch: { id: string }, defaults: object): Promise<any> =>
    batchMutation(world, agency, 'changeBatchDefaults', { batchId: batch.id, defaults });

  test('is changed until the import begins, without the file again; a check is void', async () => {
    const batch = await startBatch(world, agency, { defaults: {} });
    await putFile(world, agency, batch, LEADS);
    expect((await checked(batch)).dryRun.counts).toMatchObject({ rejected: 1 });
    expect((await change(batch, CONSENT)).batch).toMatchObject({ state: 'READY', dryRun: null });
    const { dryRun } = await checked(batch);
    expect(dryRun.counts).toMatchObject({ accepted: 1 });
    expect((await change(batch, CONSENT)).batch.dryRun).toEqual(dryRun);
    await batchMutation(world, agency, 'importBatch', { batchId: batch.id });
    await world.settle();
    expect((await readBatch(world, agency, batch)).counts).toMatchObject({ accepted: 1 });
    expect(await change(batch, {})).toMatchObject({ __typename: 'Conflict' });
    expect(
      await batchMutation(world, await world.agency(), 'changeBatchDefaults', { batchId: batch.id, defaults: {} }),
    ).toMatchObject({ __typename: 'NotFound' });
  });

  test.each([
    ['a time to come', { consentAt: '2099-01-01T00:00:00Z' }, 'consentAt'],
    ['a page that is none', { consentPage: 'our form' }, 'consentPage'],
    ['a page of no web', { consentPage: 'javascript:alert(1)' }, 'consentPage'],
    ['a text that says nothing', { consentText: 'I agree' }, 'consentText'],
  ])('is refused with %s, at its field, when a batch begins and later', async (_name, defaults, field) => {
    const refusal = { __typename: 'InvalidInput', path: ['defaults', field], message: expect.stringMatching(/\.$/) };
    const input = { clientKey: clientKey(), nicheSlug: 'motor-insurance', country: 'KE', defaults };
    expect(await batchMutation(world, agency, 'startBatch', input)).toMatchObject(refusal);
    expect(await change(await startBatch(world, agency), defaults)).toMatchObject(refusal);
  });

  test.each([
    ['too short', 'I agree', /too short.* at least 4 words and 20 letters\.$/],
    ['too long', 'I agree to calls. '.repeat(300), /at most 5,000 characters\.$/],
  ])('a text of consent that is %s is refused with the length that is needed', async (_name, consentText, message) => {
    const refused = await change(await startBatch(world, agency), { consentText });
    expect(refused.message).toMatch(message);
  });
});
