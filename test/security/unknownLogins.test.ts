import type * as Argon2 from '@node-rs/argon2';
import { hash, verify } from '@node-rs/argon2';
import { LIMIT } from '../../server/modules/accounts/rules';
import { createWorld, type World } from '../kit/world';
import { act, type Outcome, uniqueEmail } from '../accounts/flows';

jest.mock('@node-rs/argon2', () => {
  const argon2 = jest.requireActual<typeof Argon2>('@node-rs/argon2');
  return { ...argon2, hash: jest.fn(argon2.hash), verify: jest.fn(argon2.verify) };
});

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
const signUp = (email: string): Promise<Outcome> => {
  const organisation = { kind: 'BUSINESS', name: 'Motor Cover', country: 'KE' };
  return act(world, null, 'signUp', { person: { name: 'Amina', email }, organisation }, 'hours');
};

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

  test('by the answer to signing up or the work that it costs, in which there is no hash', async () => {
    const { email } = await world.business();
    jest.mocked(hash).mockClear();
    jest.mocked(verify).mockClear();
    const known = await world.countCommands(() => signUp(email));
    const unknown = await world.countCommands(() => signUp(uniqueEmail()));
    expect(unknown).toEqual(known);
    expect(known.result).toEqual({ __typename: 'SignUpPayload', hours: 24 });
    expect(known.commands.filter((command) => command.endsWith(' people'))).toEqual([]);
    expect(hash).not.toHaveBeenCalled();
    expect(verify).not.toHaveBeenCalled();
  });

  test('by signing up again and again, when no more is mailed', async () => {
    const { email } = await world.business();
    const addresses = [email, uniqueEmail()];
    for (const address of addresses)
      for (let time = 0; time < LIMIT.signUpPerAddress.points; time++) await signUp(address);
    const known = await world.countCommands(() => signUp(addresses[0]!));
    const unknown = await world.countCommands(() => signUp(addresses[1]!));
    expect(unknown).toEqual(known);
    expect(known.result).toEqual({ __typename: 'SignUpPayload', hours: 24 });
  });
});
