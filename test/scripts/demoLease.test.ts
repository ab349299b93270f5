import { MongoClient, type Db } from 'mongodb';
import { beginDemoData, clearBrokenDemoData, type DemoLease, demoDataState } from '../../scripts/demoData/state';

const uri = process.env.TEST_MONGODB_URI ?? '';
const silent = (_line: string): void => undefined;
let client: MongoClient;
let db: Db;
let count = 0;

beforeAll(async () => {
  client = await MongoClient.connect(uri);
});
beforeEach(() => {
  db = client.db(`demo_lease_${process.pid}_${(count += 1)}`);
});
afterEach(() => db.dropDatabase());
afterAll(() => client.close());

const begin = (say = silent, onLost: () => void = fail): Promise<DemoLease | null> =>
  beginDemoData(uri, db.databaseName, say, onLost);
const clear = (say = silent): Promise<void> => clearBrokenDemoData(uri, db.databaseName, say);
const state = () => demoDataState(uri, db.databaseName);

function fail(): void {
  throw new Error('The lease was lost');
}

/** What a making leaves that ended without a word, with its last sign of life some minutes ago. */
async function breakOff(): Promise<void> {
  await begin().then((lease) => lease?.giveUp());
  await marks().updateOne({ _id: 'demo' }, { $set: { aliveAt: minutesAgo(30) } });
  await db.collection('organisations').insertOne({ name: 'Harbour Leads' });
  await db.collection('people').insertOne({ email: 'agency@leadbourse.example' });
  await db.collection('sessions').insertOne({ lastUsedAt: minutesAgo(31) });
}

const marks = () => db.collection<{ _id: string }>('demo_marks');
const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);
const organisations = (): Promise<number> => db.collection('organisations').countDocuments();

test('one process makes the demo data: a second says whom it waits for, and then has nothing to do', async () => {
  const first = await begin();
  let second: Promise<DemoLease | null> | undefined;
  const said = await new Promise<string>((resolve) => (second = begin(resolve)));
  expect(said).toContain(`process ${process.pid} is making it`);
  await expect(clear()).rejects.toThrow('is making demo data');
  await first?.complete();
  expect(await second).toBeNull();
  expect(await state()).toBe('COMPLETE');
});

test('of several at once one gets the lease', async () => {
  const all = Promise.all([1, 2, 3].map(() => begin()));
  const first = await Promise.race([all, untilBegun()]);
  expect(first).toBe('BEGUN');
  await marks().updateOne({ _id: 'demo' }, { $set: { state: 'COMPLETE' } });
  const leases = (await all).filter((lease) => lease !== null);
  expect(leases).toHaveLength(1);
  await leases[0]?.giveUp();
});

async function untilBegun(): Promise<string> {
  for (;;) if ((await state()) === 'BEGUN') return 'BEGUN';
}

test('a making that broke off begins anew on an empty database', async () => {
  await breakOff();
  const lease = await begin();
  expect(lease).not.toBeNull();
  expect(await organisations()).toBe(0);
  await lease?.complete();
});

test('a maker whose lease went to another is told so and changes nothing', async () => {
  let isLost = false;
  const lease = await begin(silent, () => (isLost = true));
  await marks().updateOne({ _id: 'demo' }, { $set: { token: 'of another' } });
  await lease?.complete();
  expect(isLost).toBe(true);
  expect(await state()).toBe('BEGUN');
});

describe('what people made in a database whose demo data broke off is never thrown away', () => {
  const signedUp = () => db.collection('people').insertOne({ email: 'wanjiru@her-firm.example' });
  const loggedIn = () => db.collection('sessions').insertOne({ lastUsedAt: new Date() });

  test.each([
    ['a sign-up', signedUp, /signed up/],
    ['a login of the demo used later', loggedIn, /somebody logged in/],
  ])('by %s', async (_, work, words) => {
    await breakOff();
    await work();
    await expect(begin()).rejects.toThrow(words);
    await expect(begin()).rejects.toThrow('Nothing is thrown away');
    const said: string[] = [];
    await clear((line) => said.push(line));
    expect(said.join()).toMatch(words);
    expect(await organisations()).toBe(1);
    expect(await state()).toBe('OTHER');
    await expect(begin()).rejects.toThrow('a market of its own');
  });
});

test('without demo data, what broke off is thrown away and an empty market opens', async () => {
  await breakOff();
  await clear();
  expect(await organisations()).toBe(0);
  expect(await state()).toBe('NONE');
});

test('a database with a market of its own or with all of its demo data is left alone', async () => {
  await db.collection('organisations').insertOne({ name: 'Her firm' });
  await clear();
  expect(await state()).toBe('OTHER');
  await marks().insertOne({ _id: 'demo', state: 'COMPLETE' } as never);
  await clear();
  expect(await organisations()).toBe(1);
  expect(await state()).toBe('COMPLETE');
});
