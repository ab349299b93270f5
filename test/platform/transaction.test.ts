import mongoose from '../../server/platform/mongoose';
import { conflict } from '../../server/platform/errors';
import { duplicateKeyOf, inTransaction } from '../../server/platform/transaction';
import { createBareDatabase } from '../kit/bareDatabase';

interface Thing {
  _id: string;
  owner: string;
  slot: number;
  count: number;
}

const Things = mongoose.model(
  'Thing',
  new mongoose.Schema<Thing>(
    { _id: String, owner: String, slot: Number, count: Number },
    { collection: 'things', versionKey: false },
  ),
);

let bare: Awaited<ReturnType<typeof createBareDatabase>>;
beforeAll(async () => {
  const collections = [{ name: 'things', indexes: [{ key: { owner: 1, slot: 1 } as const, unique: true }] }];
  bare = await createBareDatabase([{ name: 'things', collections }]);
});
afterAll(() => bare.close());

test('a refusal thrown inside leaves nothing behind', async () => {
  const refused = inTransaction(async () => {
    await Things.insertMany([{ _id: 'a', owner: 'x', slot: 1, count: 0 }]);
    throw conflict('no');
  });
  await expect(refused).rejects.toMatchObject({ typename: 'Conflict' });
  expect(await Things.countDocuments({ _id: 'a' })).toBe(0);
});

test('a transaction within a transaction joins it', async () => {
  const refused = inTransaction(async () => {
    await inTransaction(async () => {
      await Things.insertMany([{ _id: 'inner', owner: 'x', slot: 9, count: 0 }]);
    });
    throw conflict('no');
  });
  await expect(refused).rejects.toMatchObject({ typename: 'Conflict' });
  expect(await Things.countDocuments({ _id: 'inner' })).toBe(0);
});

test('twenty transactions that read and write one document lose no update', async () => {
  await Things.insertMany([{ _id: 'counter', owner: 'c', slot: 1, count: 0 }]);
  await Promise.all(
    Array.from({ length: 20 }, () =>
      inTransaction(async () => {
        const row = await Things.findById('counter').lean();
        await Things.updateOne({ _id: 'counter' }, { $set: { count: row!.count + 1 } });
      }),
    ),
  );
  expect((await Things.findById('counter').lean())!.count).toBe(20);
});

test('of fifty that want one document at once each needs few tries: retries take turns', async () => {
  await Things.insertMany([{ _id: 'wanted', owner: 'w', slot: 1, count: 0 }]);
  let tries = 0;
  const wanting = (): Promise<void> =>
    inTransaction(async () => {
      tries++;
      const row = await Things.findById('wanted').lean();
      await Things.updateOne({ _id: 'wanted' }, { $set: { count: row!.count + 1 } });
    });
  await Promise.all(Array.from({ length: 50 }, wanting));
  expect((await Things.findById('wanted').lean())!.count).toBe(50);
  expect(tries).toBeLessThan(3 * 50);
});

test.each([
  ['one insert', () => Things.insertMany([{ _id: 'd2', owner: 'dup', slot: 1, count: 0 }]), 'owner,slot'],
  [
    'an insert of many',
    () =>
      Things.insertMany([
        { _id: 'd3', owner: 'n', slot: 1, count: 0 },
        { _id: 'd4', owner: 'dup', slot: 1, count: 0 },
      ]),
    'owner,slot',
  ],
  ['an id', () => Things.insertMany([{ _id: 'd1', owner: 'other', slot: 7, count: 0 }]), '_id'],
])('the caller can tell which unique index refused %s', async (_title, insert, keyPattern) => {
  await Things.updateOne({ _id: 'd1' }, { $set: { owner: 'dup', slot: 1 } }, { upsert: true });
  const error: unknown = await inTransaction(insert).catch((caught: unknown) => caught);
  expect(duplicateKeyOf(error)?.keyPattern).toBe(keyPattern);
});

test('other errors are no duplicate keys', () => {
  expect(duplicateKeyOf(new Error('x'))).toBeNull();
});

test('a transaction that conflicts without end is Busy within seconds and leaves nothing', async () => {
  await Things.insertMany([{ _id: 'held', owner: 'h', slot: 1, count: 0 }]);
  const session = await mongoose.startSession();
  session.startTransaction();
  await Things.collection.updateOne({ _id: 'held' as never }, { $inc: { count: 1 } }, { session });
  const startedAt = performance.now();
  const refused = inTransaction(async () => {
    await Things.insertMany([{ _id: 'trace', owner: 'h', slot: 2, count: 0 }]);
    await Things.updateOne({ _id: 'held' }, { $inc: { count: 1 } });
  });
  await expect(refused).rejects.toMatchObject({ typename: 'Busy' });
  expect(performance.now() - startedAt).toBeLessThan(20_000);
  await session.abortTransaction();
  await session.endSession();
  expect(await Things.countDocuments({ _id: 'trace' })).toBe(0);
  expect((await Things.findById('held').lean())!.count).toBe(0);
});
