import { createHash } from 'node:crypto';
import mongoose from '../../server/platform/mongoose';
import { conflict } from '../../server/platform/errors';
import { once, onceTold } from '../../server/platform/idempotency';
import { createBareDatabase } from '../kit/bareDatabase';

let bare: Awaited<ReturnType<typeof createBareDatabase>>;
beforeAll(async () => {
  bare = await createBareDatabase();
});
afterAll(() => bare.close());

const key = (name: string, input: unknown = { a: 1 }) => ({ actor: 'org_1', operation: 'test', key: name, input });

test('the same key and input does the work once and answers the same', async () => {
  let runs = 0;
  const work = async () => ({ id: `r${++runs}` });
  expect(await once(key('k1', { a: 1, b: 2 }), work)).toEqual({ id: 'r1' });
  expect(await once(key('k1', { b: 2, a: 1 }), work)).toEqual({ id: 'r1' });
});

test('a repeat is told as one, and what comes first is done for new work only', async () => {
  let firsts = 0;
  const ask = () =>
    onceTold(
      key('k7'),
      async () => 'done',
      async () => void firsts++,
    );
  expect(await ask()).toEqual({ result: 'done', isRepeat: false });
  expect(await ask()).toEqual({ result: 'done', isRepeat: true });
  expect(firsts).toBe(1);
});

test('other input under the same key is a conflict', async () => {
  await once(key('k2'), async () => ({ id: 'x' }));
  await expect(once(key('k2', { a: 2 }), async () => ({ id: 'y' }))).rejects.toMatchObject({ typename: 'Conflict' });
});

test('a refusal leaves nothing, so the key may be sent again', async () => {
  await expect(
    once(key('k3'), async () => {
      throw conflict('empty wallet');
    }),
  ).rejects.toThrow('empty wallet');
  expect(await once(key('k3'), async () => ({ id: 'later' }))).toEqual({ id: 'later' });
});

test('thirty parallel sends of one key have one effect and equal answers', async () => {
  let runs = 0;
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => once(key('k4'), async () => ({ id: `r${++runs}` }))),
  );
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
});

test('the same key of another actor is another key', async () => {
  await once(key('k5'), async () => ({ id: 'mine' }));
  expect(await once({ ...key('k5'), actor: 'org_2' }, async () => ({ id: 'theirs' }))).toEqual({ id: 'theirs' });
});

test('what was sent cannot be guessed from what is stored', async () => {
  const input = { phone: '+254700000001' };
  await once(key('k6', input), async () => ({ id: 'x' }));
  const rows = await mongoose.connection.collection('idem').find().toArray();
  const guess = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  expect(rows.map(({ inputHash }) => String(inputHash))).not.toContain(guess);
});
