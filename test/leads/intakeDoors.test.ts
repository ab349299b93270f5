import http from 'node:http';
import { createClient } from 'graphql-ws';
import mongoose from '../../server/platform/mongoose';
import WebSocket from 'ws';
import { config } from '../../server/config';
import { takeFrom } from '../../server/platform/limits';
import { nameOfPerson } from '../kit/names';
import { scattered } from '../kit/scattered';
import { type Actor, createWorld, type World } from '../kit/world';

import { batchMutation, getReport, importFile, putFile, readBatch, startBatch } from './batches';
import { until } from '../kit/until';

let world: World;
let agency: Actor;
let port: number;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  port = await world.app.listen(0, '127.0.0.1');
});
afterAll(() => world.close());

const YESTERDAY = new Date(Date.now() - 86_400_000).toISOString();
const rowsOf = (from: number, count: number): Buffer =>
  Buffer.from(
    `name,phone,city,created\n${Array.from({ length: count }, (_, i) => `${nameOfPerson(from + i)},+25473${scattered(from + i)},Nairobi,${YESTERDAY}`).join('\n')}\n`,
  );

const chunksStored = (): Promise<number> => mongoose.connection.collection('file_chunks').countDocuments();

test.each([
  ['no token', {}, 401],
  ['a token that does not hold', { authorization: 'Bearer rubbish' }, 401],
])('an upload or a report with %s is refused', async (_name, headers, status) => {
  const batch = await startBatch(world, agency);
  expect((await world.http.put(batch.uploadAddress).set(headers).send(Buffer.from('a,b'))).status).toBe(status);
  expect((await world.http.get(`/api/batches/${batch.id}/report`).set(headers)).status).toBe(status);
});

test('a business has no batches: not by upload, not by report', async () => {
  const batch = await startBatch(world, agency);
  const business = await world.business();
  expect((await putFile(world, business, batch, Buffer.from('a,b'))).status).toBe(403);
  expect((await getReport(world, business, batch)).status).toBe(403);
});

test.each([
  ['a PDF', Buffer.from('%PDF-1.7 …'), 'PDF'],
  ['an empty file', Buffer.alloc(0), 'EMPTY'],
  ['a file of headings only', Buffer.from('name,phone,email\n'), 'NO_ROWS'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'OLD_EXCEL'],
])('%s is refused by its kind, keeps nothing, and the right file may follow', async (_name, bytes, problem) => {
  const batch = await startBatch(world, agency);
  const before = await chunksStored();
  const refused = await putFile(world, agency, batch, bytes);
  expect(refused.status).toBe(422);
  expect(refused.body).toEqual({ error: 'UnreadableFile', problem, message: expect.stringMatching(/\.$/) });
  expect(await chunksStored()).toBe(before);
  expect(await readBatch(world, agency, batch)).toMatchObject({ state: 'AWAITING_FILE', file: null });
  expect((await putFile(world, agency, batch, rowsOf(0, 1))).body).toMatchObject({ state: 'READY' });
});

test.each([
  ['in any script', `attachment; filename*=UTF-8''${encodeURIComponent('ασφάλεια μάιος.csv')}`, 'ασφάλεια μάιος.csv'],
  ['without its folders', 'attachment; filename="C:/leads/../may.csv"', 'may.csv'],
  ['without line breaks', `attachment; filename*=UTF-8''a%0d%0ab.csv`, 'ab.csv'],
  ['not at all where it says none', 'attachment', null],
  ['not at all where it is no such header', '"; filename=', null],
])('a file keeps the name that its sender gives it, %s', async (_name, header, name) => {
  const batch = await startBatch(world, agency);
  const put = await putFile(world, agency, batch, rowsOf(0, 1)).set('content-disposition', header);
  expect(put.status).toBe(200);
  const seen = await world.ask(agency, `query ($id: ID!) { batch(id: $id) { file { name } } }`, { id: batch.id });
  expect(seen.file.name).toBe(name);
});

test('a form or a packed body is told to be sent as plain bytes', async () => {
  const batch = await startBatch(world, agency);
  const put = () => world.http.put(batch.uploadAddress).set('authorization', `Bearer ${agency.accessToken}`);
  expect((await put().set('content-type', 'multipart/form-data; boundary=x').send('--x--')).body).toMatchObject({
    error: 'InvalidInput',
  });
  expect((await put().set('content-encoding', 'gzip').send(Buffer.from('x'))).status).toBe(415);
});

describe('a file over the limit', () => {
  const limit = config.maxUploadBytes;
  beforeEach(() => void (config.maxUploadBytes = 2000));
  afterEach(() => void (config.maxUploadBytes = limit));

  test('is refused by its announced length, and as soon as it is over it, and keeps nothing', async () => {
    const batch = await startBatch(world, agency);
    const before = await chunksStored();
    expect((await putFile(world, agency, batch, rowsOf(0, 200))).status).toBe(413);
    expect(await sendPieces(batch, [rowsOf(0, 100), rowsOf(0, 100)])).toBe(413);
    expect(await sendPieces(batch, [rowsOf(0, 100)], 'NEVER')).toBe(413);
    expect(await chunksStored()).toBe(before);
    expect((await readBatch(world, agency, batch)).file).toBeNull();
  });
});

describe('the files that an agency keeps', () => {
  const { maxUploadBytes, maxKeptUploadBytes } = config;
  beforeEach(() => void Object.assign(config, { maxUploadBytes: 3000, maxKeptUploadBytes: 9000 }));
  afterEach(() => void Object.assign(config, { maxUploadBytes, maxKeptUploadBytes }));

  const send = async (sender: Actor, from: number): Promise<any> => {
    const batch = await startBatch(world, sender);
    const { status, body } = await putFile(world, sender, batch, rowsOf(from, 40));
    return { status, body, batch };
  };

  test.each([
    ['approved', true, 3, 'Cancel batches'],
    ['not approved yet', false, 2, 'wait until your agency is approved'],
  ])(
    'of one that is %s are bounded: one more is refused until a batch is cancelled',
    async (_state, isApproved, most, advice) => {
      const sender = await world.agency({ isApproved });
      const sent: any[] = [];
      for (let file = 0; file < most; file++) sent.push(await send(sender, 700_000 + file * 100));
      expect(sent.map(({ status }) => status)).toEqual(Array.from({ length: most }, () => 200));
      expect(sent[0].body.bytes).toBeGreaterThan(2000);
      const before = await chunksStored();
      const refused = await send(sender, 800_000);
      expect(refused).toMatchObject({
        status: 413,
        body: { error: 'StorageFull', message: expect.stringContaining(advice) },
      });
      expect(await chunksStored()).toBe(before);
      await batchMutation(world, sender, 'cancelBatch', { batchId: sent[0].batch.id });
      expect((await putFile(world, sender, refused.batch, rowsOf(800_000, 40))).status).toBe(200);
    },
  );

  test('that came at once are counted together', async () => {
    const sender = await world.agency({ isApproved: false });
    const sent = await Promise.all([1, 2, 3, 4].map((file) => send(sender, 900_000 + file * 100)));
    const statuses = sent.map(({ status }) => status as number);
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(2);
    expect(statuses.every((status) => status === 200 || status === 413)).toBe(true);
  });
});

/** Sends a body of unknown length piece by piece, then ends it, waits, or cuts the connection in time. Answers the status. */
function sendPieces(
  batch: { uploadAddress: string },
  pieces: readonly Buffer[],
  end: 'END' | 'NEVER' | Promise<void> = 'END',
): Promise<number | null> {
  return new Promise((resolve) => {
    const headers = { authorization: `Bearer ${agency.accessToken}` };
    const request = http.request({ port, method: 'PUT', path: batch.uploadAddress, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
      if (end === 'NEVER') request.destroy();
    });
    request.on('error', () => resolve(null));
    for (const piece of pieces) request.write(piece);
    if (end === 'END') request.end();
    else if (end !== 'NEVER') void end.then(() => request.destroy());
  });
}

test('an upload that breaks off leaves nothing behind, and can be sent again', async () => {
  const batch = await startBatch(world, agency);
  const before = await chunksStored();
  const isHalfStored = until(async () => (await chunksStored()) > before);
  const pieces = [Buffer.concat([rowsOf(0, 1), Buffer.alloc(1024 * 1024, 'x')])];
  expect(await sendPieces(batch, pieces, isHalfStored)).toBeNull();
  await until(async () => (await chunksStored()) === before);
  expect(await readBatch(world, agency, batch)).toMatchObject({ state: 'AWAITING_FILE' });
  expect(await sendPieces(batch, [rowsOf(0, 1)])).toBe(200);
});

test('the same bytes sent again change nothing; other bytes replace the file and void what was said of it', async () => {
  const batch = await startBatch(world, agency);
  await putFile(world, agency, batch, rowsOf(0, 2));
  await batchMutation(world, agency, 'mapColumns', { batchId: batch.id, columns: [{ index: 2, field: 'COMMENT' }] });
  const before = await chunksStored();
  expect((await putFile(world, agency, batch, rowsOf(0, 2))).body.columns[2]).toMatchObject({ field: 'COMMENT' });
  expect((await putFile(world, agency, batch, rowsOf(0, 3))).body.columns[2]).toMatchObject({ field: 'CITY' });
  expect(await chunksStored()).toBe(before);
});

test('the report of a batch that was not imported yet does not exist', async () => {
  const batch = await startBatch(world, agency);
  await putFile(world, agency, batch, rowsOf(0, 2));
  expect((await getReport(world, agency, batch)).status).toBe(404);
  expect((await readBatch(world, agency, batch)).reportAddress).toBeNull();
});

test('progress is told after every step by a subscription, to the agency only, and ends with the batch', async () => {
  const batch = await startBatch(world, agency);
  await putFile(world, agency, batch, rowsOf(1000, 900));
  const client = createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${agency.accessToken}` },
  });
  const seen: any[] = [];
  const query = `subscription ($id: ID!) { batchProgress(id: $id) { state progress rowsPerSecond counts { rows } } }`;
  let isFirst: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (isFirst = resolve));
  const ended = new Promise<void>((resolve, reject) =>
    client.subscribe<{ batchProgress: object }>(
      { query, variables: { id: batch.id } },
      { next: ({ data }) => (seen.push(data?.batchProgress), isFirst()), complete: resolve, error: reject },
    ),
  );
  await first;
  await batchMutation(world, agency, 'importBatch', { batchId: batch.id });
  await world.settle();
  await ended;
  await client.dispose();
  expect(seen[0]).toMatchObject({ state: 'READY', progress: 0, rowsPerSecond: null });
  expect(seen.at(-1)).toMatchObject({ state: 'IMPORTED', progress: 1, counts: { rows: 900 } });
  const rows = seen.map(({ counts }) => counts.rows);
  expect(rows).toEqual([...rows].sort((a, b) => a - b));
  expect(new Set(rows).size).toBeGreaterThan(2);
  expect(seen.at(-1).rowsPerSecond).toBeGreaterThan(0);

  const other = await world.agency();
  const refused = await world.graphql(other, `query ($id: ID!) { batch(id: $id) { id } }`, { id: batch.id });
  expect(refused.data).toEqual({ batch: null });
});

test('uploads are counted: an agency that sends without end is told to wait', async () => {
  const eager = await world.agency();
  const batch = await startBatch(world, eager);
  await Promise.all(Array.from({ length: 299 }, () => takeFrom('upload', eager.organisationId, 300, 3600)));
  expect((await putFile(world, eager, batch, rowsOf(0, 1))).status).toBe(200);
  expect((await putFile(world, eager, batch, rowsOf(0, 1))).status).toBe(429);
});

test('a whole import needs the same number of commands for each row, however many there are', async () => {
  const per = async (rows: number, from: number): Promise<number> => {
    const { commands } = await world.countCommands(() => importFile(world, agency, rowsOf(from, rows)));
    return commands.length;
  };
  await per(1, 90_000);
  const few = await per(5, 100_000);
  const [some, many] = [await per(25, 200_000), await per(50, 300_000)];
  // Whom more than 20 rows may be is asked once more for their contacts, however many rows there are (decision 43).
  expect([some, many]).toEqual([few + 1, few + 1]);
});
