import { randomUUID } from 'node:crypto';
import { clockMovedMs, moveClock, SECOND } from '../../server/platform/clock';
import {
  forgetLimiters,
  giveBackEach,
  takeFrom,
  takeOne,
  takeOneOfEach,
  wordsOfWait,
} from '../../server/platform/limits';
import { createBareDatabase } from '../kit/bareDatabase';

let database: { close: () => Promise<void> };
beforeAll(async () => {
  database = await createBareDatabase();
});
afterAll(async () => {
  forgetLimiters();
  await database.close();
});

test.each([
  [1, 'in a minute.'],
  [61, 'in 2 minutes.'],
  [3599, 'in an hour.'],
  [3601, 'in 2 hours.'],
  [86_400, 'in 24 hours.'],
])('%i seconds are said as people say them: %s', (seconds, words) => {
  expect(wordsOfWait(seconds)).toBe(`Too many attempts. Try again ${words}`);
});

describe('a bucket', () => {
  test('gives what it holds, then says when to come back', async () => {
    const key = randomUUID();
    for (let taken = 0; taken < 3; taken++) await takeFrom('test', key, 3, 60);
    await expect(takeFrom('test', key, 3, 60)).rejects.toMatchObject({
      typename: 'TooManyRequests',
      fields: { retryAfterSeconds: expect.any(Number) as number },
    });
    await takeFrom('test', randomUUID(), 3, 60);
    await takeFrom('other', key, 3, 60);
  });

  test('is full again after its time by the market’s clock, not before', async () => {
    const key = randomUUID();
    for (let taken = 0; taken < 3; taken++) await takeFrom('test', key, 3, 60);
    try {
      moveClock(30 * SECOND);
      await expect(takeFrom('test', key, 3, 60)).rejects.toMatchObject({ typename: 'TooManyRequests' });
      moveClock(30 * SECOND);
      await takeFrom('test', key, 3, 60);
    } finally {
      moveClock(-clockMovedMs());
    }
  });

  test('takes back what it gave, and never holds more than it did', async () => {
    const [key, limit] = [randomUUID(), { bucket: 'back', points: 2, seconds: 60 }];
    await giveBackEach([[limit, key]]);
    for (let round = 0; round < 2; round++) await takeOne(limit, key);
    await giveBackEach([[limit, key]]);
    await takeOne(limit, key);
    await expect(takeOne(limit, key)).rejects.toMatchObject({ typename: 'TooManyRequests' });
  });

  test('of several that one attempt takes from loses nothing where another is empty', async () => {
    const [full, empty] = [
      { bucket: 'full', points: 1, seconds: 60 },
      { bucket: 'empty', points: 1, seconds: 60 },
    ];
    const key = randomUUID();
    await takeOne(empty, key);
    const both = [
      [full, key],
      [empty, key],
    ] as const;
    await expect(takeOneOfEach(both)).rejects.toMatchObject({ typename: 'TooManyRequests' });
    await takeOne(full, key);
  });

  test.each([[1], [2], [3]])(
    'never gives more than it holds to many who come at once, and breaks for none of them (%p)',
    async () => {
      const key = randomUUID();
      const results = await Promise.allSettled(Array.from({ length: 24 }, () => takeFrom('test', key, 10, 60)));
      const refusals = results.flatMap((result) =>
        result.status === 'rejected' ? [result.reason as { typename?: string }] : [],
      );
      expect(refusals.every(({ typename }) => typename === 'TooManyRequests')).toBe(true);
      expect(refusals.length).toBeGreaterThanOrEqual(14);
    },
  );
});
