import mongoose from '../../server/platform/mongoose';
import { type Change, changesLagMs, onChange, onGap, startChanges } from '../../server/platform/changes';
import { createBareDatabase } from '../kit/bareDatabase';
import { until } from '../kit/until';

let bare: Awaited<ReturnType<typeof createBareDatabase>>;
const heard: string[] = [];
let gaps = 0;
let onTold = async (): Promise<void> => undefined;
beforeAll(async () => {
  bare = await createBareDatabase([{ name: 'x', collections: [{ name: 'seen', indexes: [] }] }]);
  onChange('seen', ({ id, type }: Change) => heard.push(`${type} ${id}`));
  onGap(async () => {
    gaps += 1;
    await onTold();
  });
  await startChanges(['seen']);
});
afterAll(() => bare.close());
afterEach(() => jest.restoreAllMocks());

/** The next time that the stream asks the server, which it does twice a second, it is answered with an error. */
async function failOnce(code?: number): Promise<void> {
  const { topology } = mongoose.connection.getClient() as unknown as { topology: { selectServer(): Promise<unknown> } };
  const error = new mongoose.mongo.MongoServerError({ message: 'the stream is over', ...(code && { code }) });
  const asked = jest.spyOn(topology, 'selectServer').mockRejectedValueOnce(error);
  await until(() => asked.mock.calls.length > 0);
}

const seen = () => mongoose.connection.db!.collection('seen');

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

test('it hears from the database also while nothing happens, and so knows that it is not behind', async () => {
  let answers = 0;
  let last = changesLagMs();
  await until(() => {
    const lag = changesLagMs();
    if (lag < last) answers += 1;
    last = lag;
    return answers >= 2;
  });
  expect(answers).toBe(2);
});

test('a stream that breaks goes on where it was: nothing is missed and no gap is told of', async () => {
  await failOnce();
  await seen().insertOne({ _id: 'd' as never });
  await until(() => heard.includes('insert d'));
  expect(heard.filter((line) => line.endsWith(' d'))).toEqual(['insert d']);
  expect(gaps).toBe(0);
});

test.each([280, 286, 222, 260])(
  'after a lost token (%p) the gap is told of once the server keeps what happens, and what happens then is heard',
  async (code) => {
    const before = gaps;
    let opened = 0;
    const client = mongoose.connection.getClient();
    const hear = ({ commandName }: { commandName: string }): void => void (commandName === 'aggregate' && opened++);
    client.on('commandSucceeded', hear);
    let openedBefore = 0;
    onTold = async () => {
      openedBefore = opened;
      await seen().insertOne({ _id: `gap ${code}` as never });
    };
    await failOnce(code);
    await until(() => heard.includes(`insert gap ${code}`));
    client.off('commandSucceeded', hear);
    expect(heard).toContain(`insert gap ${code}`);
    expect(openedBefore).toBe(1);
    expect(gaps).toBe(before + 1);
  },
);

test('who cannot rebuild is told again until it can, and nothing else breaks by it', async () => {
  const before = gaps;
  onTold = () => (gaps < before + 3 ? Promise.reject(new Error('the database is away')) : Promise.resolve());
  await failOnce(286);
  await until(() => gaps === before + 3);
  expect(gaps).toBe(before + 3);
});
