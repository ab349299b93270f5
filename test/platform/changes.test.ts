import mongoose from 'mongoose';
import { type Change, onChange, onGap, startChanges } from '../../server/platform/changes';
import { createBareDatabase } from '../kit/bareDatabase';

let bare: Awaited<ReturnType<typeof createBareDatabase>>;
const heard: string[] = [];
let gaps = 0;
beforeAll(async () => {
  bare = await createBareDatabase([{ name: 'x', collections: [{ name: 'seen', indexes: [] }] }]);
  onChange('seen', ({ id, type }: Change) => heard.push(`${type} ${id}`));
  onGap(() => (gaps += 1));
  await startChanges(['seen']);
});
afterAll(() => bare.close());

const seen = () => mongoose.connection.db!.collection('seen');

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isTrue(); tries++) await new Promise((resolve) => setTimeout(resolve, 25));
}

test('each committed change is heard once, in order, and no gap is told of', async () => {
  await seen().insertOne({ _id: 'a' as never });
  await until(() => heard.length === 1);
  await seen().updateOne({ _id: 'a' as never }, { $set: { x: 1 } });
  await seen().deleteOne({ _id: 'a' as never });
  await until(() => heard.length === 3);
  expect(heard).toEqual(['insert a', 'update a', 'delete a']);
  expect(gaps).toBe(0);
});

test('changes of collections that nobody watches are not heard', async () => {
  await mongoose.connection.db!.collection('other').insertOne({ _id: 'b' as never });
  await seen().insertOne({ _id: 'c' as never });
  await until(() => heard.includes('insert c'));
  expect(heard.filter((line) => line.endsWith(' b'))).toEqual([]);
});
