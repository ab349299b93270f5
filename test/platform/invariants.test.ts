import { randomUUID } from 'node:crypto';
import mongoose from '../../server/platform/mongoose';
import { checkInvariants, describeInvariants } from '../../server/platform/invariants';
import { createBareDatabase } from '../kit/bareDatabase';

let database: { close: () => Promise<void> };
beforeAll(async () => {
  database = await createBareDatabase();
});
afterAll(() => database.close());

const Marks = mongoose.model('Mark', new mongoose.Schema({ _id: String }, { collection: 'marks', versionKey: false }));
const mark = () => Marks.insertMany([{ _id: randomUUID() }]);
const invariant = (check: () => Promise<string[]>) => ({ code: 'I0', title: 'a statement', check });

describe('checking invariants', () => {
  test('reads each statement on one snapshot: what is written between its reads is not seen', async () => {
    await mark();
    const [result] = await checkInvariants([
      invariant(async () => {
        const before = await Marks.countDocuments();
        await new Promise<void>((resolve, reject) => {
          // Outside of the check's own asynchronous context, as another client would.
          mongoose.connection
            .collection('marks')
            .insertOne({ _id: randomUUID() as never })
            .then(() => resolve(), reject);
        });
        const after = await Marks.countDocuments();
        return before === after ? [] : [`${before} became ${after}`];
      }),
    ]);
    expect(result?.violations).toEqual([]);
  });

  test('looks again at what is broken: only what still is, is told', async () => {
    let looks = 0;
    const results = await checkInvariants([
      invariant(async () => (looks++ === 0 ? ['not yet followed'] : [])),
      invariant(async () => ['broken for good']),
    ]);
    expect(results.map(({ violations }) => violations)).toEqual([[], ['broken for good']]);
  });

  test('is told a line for each statement and what breaks it, at most 20', () => {
    const text = describeInvariants([
      { code: 'I1', title: 'one', violations: [] },
      { code: 'I13', title: 'two', violations: Array.from({ length: 25 }, (_, index) => `wrong ${index}`) },
    ]);
    const lines = text.split('\n');
    expect(lines[0]).toBe('I1   holds   one');
    expect(lines[1]).toBe('I13  BROKEN  two');
    expect(lines).toHaveLength(2 + 20 + 1);
    expect(lines.at(-1)?.trim()).toBe('... 25 in all');
  });
});
