import { LIMIT } from '../../server/modules/accounts/rules';
import { forgetLimiters, takeFrom } from '../../server/platform/limits';
import { createWorld, type World } from '../kit/world';
import { act, latestMail, signUp, tokenOf, uniqueEmail, VIEWER } from '../accounts/flows';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const logIn = (email: string, password: string) => act(world, null, 'logIn', { email, password });
const { points } = LIMIT.logInPerAccountAndIp;
/** Where the tests' requests come from. */
const HERE = '127.0.0.1';
const fromHere = (email: string): string => `${email} ${HERE}`;

type Limit = { bucket: string; points: number; seconds: number };

const take = ({ bucket, points: most, seconds }: Limit, key: string) => takeFrom(bucket, key, most, seconds);

/** Takes all but `left` of a fresh bucket, as that many earlier attempts would have. */
async function drain(limit: Limit, key: string, left: number): Promise<void> {
  for (let taken = 0; taken < limit.points - left; taken++) await take(limit, key);
}

/** Empties a bucket that the logins of this file have taken from already. */
async function drainRest(limit: Limit, key: string): Promise<void> {
  for (let taken = 0; taken <= limit.points; taken++) {
    const isEmpty = await take(limit, key).then(
      () => false,
      () => true,
    );
    if (isEmpty) return;
  }
}

test.each([
  ['one network', LIMIT.logInPerAccountAndIp, fromHere],
  ['all networks', LIMIT.logInPerAccount, (email: string) => email],
])(
  'S25: an account takes so many guesses from %s, then refuses the right password too, told alike for an unknown address',
  async (_from, limit, keyOf) => {
    const { email, password } = await world.business();
    for (const address of [email, uniqueEmail()]) {
      await drain(limit, keyOf(address), 1);
      expect((await logIn(address, 'a wrong guess')).__typename).toBe('BadCredentials');
      const refused = await logIn(address, password);
      expect(refused.__typename).toBe('TooManyRequests');
    }
  },
);

test('S25: the count is the database’s, so a process that starts anew does not begin at nought', async () => {
  const { email, password } = await world.business();
  await drain(LIMIT.logInPerAccountAndIp, fromHere(email), 0);
  forgetLimiters();
  expect((await logIn(email, password)).__typename).toBe('TooManyRequests');
});

test('S25: a locked account is opened by a reset, which also logs in', async () => {
  const { email } = await world.business();
  await drain(LIMIT.logInPerAccountAndIp, fromHere(email), 0);
  const requested = await act(world, null, 'requestPasswordReset', { email });
  expect(requested.__typename).toBe('RequestPasswordResetPayload');
  await world.settle();
  const token = tokenOf((await latestMail('passwordReset'))!.link);
  const input = { token, newPassword: 'an entirely new password' };
  const reset = await act(world, null, 'resetPassword', input, VIEWER);
  expect(reset.viewer.person.email).toBe(email);
});

test('S20: fifteen logins as aliases of one request count as fifteen', async () => {
  const email = uniqueEmail();
  const one = `logIn(input: { email: "${email}", password: "a wrong guess" }) { __typename }`;
  const document = `mutation { ${Array.from({ length: 15 }, (_, n) => `a${n}: ${one}`).join(' ')} }`;
  const outcomes = async (): Promise<string[]> => {
    const { data, errors } = await world.graphql<Record<string, { __typename: string }>>(null, document);
    expect(errors).toBeUndefined();
    return Object.values(data).map(({ __typename }) => __typename);
  };
  expect(await outcomes()).toEqual(Array.from({ length: 15 }, () => 'BadCredentials'));
  const left = points - 15;
  expect(await outcomes()).toEqual(
    Array.from({ length: 15 }, (_, n) => (n < left ? 'BadCredentials' : 'TooManyRequests')),
  );
});

test('S25: of many guesses at once no more than the limit are looked at', async () => {
  const email = uniqueEmail();
  const outcomes = await Promise.all(Array.from({ length: points + 12 }, () => logIn(email, 'a wrong guess')));
  const looked = outcomes.filter(({ __typename }) => __typename === 'BadCredentials');
  expect(looked.length).toBeLessThanOrEqual(points);
});

test('S25: guessing the password of a taken address by confirming a sign-up counts as logging in', async () => {
  const { email } = await world.business();
  const guessers = { kind: 'BUSINESS', name: 'Guessers', country: 'KE' };
  const token = await signUp(world, { name: 'Guess', email }, guessers);
  await drain(LIMIT.logInPerAccountAndIp, fromHere(email), 0);
  const outcome = await act(world, null, 'confirmSignUp', { token, password: 'a guess of ten' });
  expect(outcome.__typename).toBe('TooManyRequests');
});

describe('S25: one network address', () => {
  test('takes so many logins over all accounts, and is told when to come back', async () => {
    const { email, password } = await world.business();
    const [{ ip }] = await world.ask(await world.business(), '{ sessions { ip } }');
    await drainRest(LIMIT.logInPerIp, ip);
    const refused = await act(world, null, 'logIn', { email, password });
    expect(refused.__typename).toBe('TooManyRequests');
    const query = `mutation { logIn(input: { email: "${email}", password: "x" }) { ... on TooManyRequests { retryAfterSeconds } } }`;
    const { retryAfterSeconds } = await world.ask(null, query);
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(LIMIT.logInPerIp.seconds);
  });

  test('may still ask for a reset', async () => {
    const { email } = await world.business();
    const outcome = await act(world, null, 'requestPasswordReset', { email });
    expect(outcome.__typename).toBe('RequestPasswordResetPayload');
  });
});
