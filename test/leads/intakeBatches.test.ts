import { Readable } from 'node:stream';
import mongoose from '../../server/platform/mongoose';
import { Batches } from '../../server/modules/leads/intake/model';
import { removeLostFiles } from '../../server/modules/leads/intake/removeLostFiles';
import { removeOldFiles } from '../../server/modules/leads/intake/removeOldFiles';
import { after, DAY, HOUR, now } from '../../server/platform/clock';
import { statFile, storeFile } from '../../server/platform/files';
import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import { BATCH, batchMutation, getReport, importFile, putFile, readBatch, startBatch } from './batches';
import { csv, countsOf, leadsOf, NOBODY, people, YESTERDAY } from './peopleFiles';

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
});
beforeEach(async () => {
  agency = await world.agency();
});
afterAll(() => world.close());

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
