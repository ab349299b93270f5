import { LIMIT } from '../../server/modules/accounts/rules';
import { personByPassword } from '../../server/modules/accounts/signIn/passwords';
import mongoose from '../../server/platform/mongoose';
import { type Limit } from '../../server/platform/limits';
import { createWorld, type World } from '../kit/world';
import { act, uniqueEmail } from './flows';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const STRANGER = '203.0.113.7';
const OWNER = '198.51.100.20';
const { points } = LIMIT.logInPerAccountAndIp;

/** How it ends when so many passwords are tried one after the other. */
async function endings(email: string, password: string, ip: string, times: number): Promise<string[]> {
  const ends: string[] = [];
  for (let time = 0; time < times; time++) {
    ends.push(
      await personByPassword(email, password, ip).then(
        () => 'right',
        ({ typename }: { typename: string }) => typename,
      ),
    );
  }
  return ends;
}

/** The first attempt of a network takes from a bucket; all of it but that many is taken then. */
async function spend({ bucket, points: all }: Limit, left: number, attempt: () => Promise<unknown>): Promise<void> {
  const buckets = mongoose.connection.collection('rate_limits');
  const ofBucket = { key: { $regex: `^${bucket}:` } };
  const before = await buckets.distinct('key', ofBucket);
  await attempt();
  const { modifiedCount } = await buckets.updateOne(
    { $and: [ofBucket, { key: { $nin: before } }] },
    { $set: { points: all - left } },
  );
  expect(modifiedCount).toBe(1);
}

const times = (count: number, what: string): string[] => Array.from({ length: count }, () => what);

test('a stranger who guesses is refused alone, for the whole network: the owner logs in from elsewhere', async () => {
  const { email, password } = await world.business();
  for (const [first, sameLine] of [
    [STRANGER, `::ffff:${STRANGER}`],
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9'],
  ] as const) {
    expect(await endings(email, 'a wrong guess', first, points + 5)).toEqual([
      ...times(points, 'BadCredentials'),
      ...times(5, 'TooManyRequests'),
    ]);
    expect(await endings(email, password, sameLine, 1)).toEqual(['TooManyRequests']);
  }
  expect(await endings(email, password, OWNER, 2)).toEqual(['right', 'right']);
});

test('who is refused already takes nothing from the account: hundreds of guesses do not shut the owner out', async () => {
  const { email, password } = await world.business();
  const guesses = Array.from({ length: LIMIT.logInPerAccount.points + 20 }, () =>
    personByPassword(email, 'a wrong guess', '203.0.113.8').catch(() => undefined),
  );
  await Promise.all(guesses);
  expect(await endings(email, password, OWNER, 1)).toEqual(['right']);
});

test('right passwords are not counted, however many, nor do they wipe out the wrong ones before them', async () => {
  const { email, password } = await world.business();
  const wrong = points - 2;
  expect(await endings(email, 'a wrong guess', OWNER, wrong)).toEqual(times(wrong, 'BadCredentials'));
  expect(await endings(email, password, OWNER, points * 2)).toEqual(times(points * 2, 'right'));
  expect(await endings(email, 'a wrong guess', OWNER, 3)).toEqual([...times(2, 'BadCredentials'), 'TooManyRequests']);
});

test('the right password many times at once through the API is right each time but for the limit of that moment', async () => {
  const { email, password } = await world.business();
  for (let round = 0; round < 3; round++) {
    const outcomes = await Promise.all(
      Array.from({ length: points - 2 }, () => act(world, null, 'logIn', { email, password })),
    );
    expect(outcomes.map(({ __typename }) => __typename)).toEqual(times(points - 2, 'LogInPayload'));
  }
});

test('right passwords too end somewhere for one network, since each costs a hash and a session', async () => {
  const [ip, { email, password }] = ['203.0.113.10', await world.business()];
  await spend(LIMIT.passwordsPerIp, 1, () => endings(email, password, ip, 1));
  expect(await endings(email, password, ip, 2)).toEqual(['right', 'TooManyRequests']);
  expect(await endings(email, password, OWNER, 1)).toEqual(['right']);
});

test('a network that tries many accounts is refused for all of them, an unknown address like a known one', async () => {
  const ip = '203.0.113.9';
  const { email, password } = await world.business();
  await spend(LIMIT.logInPerIp, points, () => endings(uniqueEmail(), 'a wrong guess', ip, 1));
  for (let account = 0; account < 4; account++) await endings(uniqueEmail(), 'a wrong guess', ip, points / 4);
  expect(await endings(uniqueEmail(), password, ip, 1)).toEqual(['TooManyRequests']);
  expect(await endings(email, password, ip, 1)).toEqual(['TooManyRequests']);
  expect(await endings(email, password, OWNER, 1)).toEqual(['right']);
});
