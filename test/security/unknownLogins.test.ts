import { hashPassword } from '../../server/modules/accounts/signIn/passwords';
import { createWorld, type World } from '../kit/world';
import { act, type Outcome, uniqueEmail } from '../accounts/flows';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const ROUNDS = 9;
const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Runs both by turns, so that a slow moment of the machine strikes both alike; answers with the medians in ms. */
async function compare(known: () => Promise<unknown>, unknown: () => Promise<unknown>): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [list, run] of [[times[0], known] as const, [times[1], unknown] as const]) {
      const start = performance.now();
      await run();
      list.push(performance.now() - start);
    }
  }
  return [median(times[0]), median(times[1])];
}

/** What tells them apart by time would be the hash, which takes half of a login or more. */
function expectAlike([known, unknown]: [number, number]): void {
  expect(unknown).toBeGreaterThan(known * 0.6);
  expect(known).toBeGreaterThan(unknown * 0.6);
}

const logIn = (email: string): Promise<Outcome> => act(world, null, 'logIn', { email, password: 'a wrong guess' });
const askReset = (email: string): Promise<Outcome> => act(world, null, 'requestPasswordReset', { email }, 'minutes');

describe('S24: whether an address has a login is not told', () => {
  test('by a login’s answer or the work that it costs', async () => {
    const { email } = await world.business();
    const known = await world.countCommands(() => logIn(email));
    const unknown = await world.countCommands(() => logIn(uniqueEmail()));
    expect(unknown).toEqual(known);
    expect(known.result.__typename).toBe('BadCredentials');
  });

  test('by a login’s time', async () => {
    const { email } = await world.business();
    expectAlike(
      await compare(
        () => logIn(email),
        () => logIn(uniqueEmail()),
      ),
    );
  });

  test('by the answer to a forgotten password or the work that it costs', async () => {
    const { email } = await world.business();
    const known = await world.countCommands(() => askReset(email));
    const unknown = await world.countCommands(() => askReset(uniqueEmail()));
    expect(unknown).toEqual(known);
    expect(known.result.__typename).toBe('RequestPasswordResetPayload');
  });

  test('by the time that signing up takes: a taken address costs a hash as a new one does', async () => {
    const { email } = await world.business();
    const signUp = (address: string) =>
      act(world, null, 'signUp', {
        person: { name: 'Amina', email: address, password: 'a good long password' },
        organisation: { kind: 'BUSINESS', name: 'Motor Cover', country: 'KE' },
      });
    const [taken, fresh] = await compare(
      () => signUp(email),
      () => signUp(uniqueEmail()),
    );
    const [hash] = await compare(
      () => hashPassword('a good long password'),
      async () => undefined,
    );
    // A new one also writes; what matters is that a taken one is not refused before the hash.
    expect(taken).toBeGreaterThan(hash * 0.8);
    expect(fresh).toBeGreaterThan(taken * 0.6);
  });
});
