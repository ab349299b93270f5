import { accounts, postEntries } from '../../server/modules/ledger';
import { inTransaction } from '../../server/platform/transaction';
import { colleague } from '../accounts/flows';
import { hear } from '../kit/ears';
import { until } from '../kit/until';
import { type Actor, clientKey, createWorld, type World } from '../kit/world';

let world: World;
let port: number;
beforeAll(async () => {
  world = await createWorld();
  port = await world.app.listen(0, '127.0.0.1');
});
afterAll(() => world.close());

const listen = (actor: Actor) =>
  hear<{ available: { minor: number } }>(
    { world, port },
    actor,
    'subscription { walletChanged { available { minor } } }',
  );

/** The balances that a subscriber heard. */
const balances = ({ heard }: Awaited<ReturnType<typeof listen>>): number[] =>
  heard.map(({ available }) => available.minor);

async function spend(actor: Actor, minor: bigint): Promise<void> {
  const legs = [
    { account: accounts.wallet(actor.organisationId), amountMinor: -minor },
    { account: accounts.adjustment(), amountMinor: minor },
  ];
  const entry = { id: `adj:${clientKey()}`, currency: 'USD', legs, refs: {}, actor: 'test', at: world.clock.now() };
  await inTransaction(() => postEntries([entry]));
}

test('a subscriber hears each new balance of its own wallet, in order, and of nobody else’s', async () => {
  const [one, other] = [await world.business({ funds: '10.00' }), await world.business({ funds: '10.00' })];
  const ears = [await listen(one), await listen(other)] as const;
  await spend(one, 1_00n);
  await spend(one, 2_00n);
  await until(() => ears[0].heard.length >= 2);
  expect(balances(ears[0]).slice(-2)).toEqual([900, 700]);
  await spend(other, 5_00n);
  await until(() => balances(ears[1]).includes(500));
  expect(balances(ears[1]).filter((minor) => minor !== 1000)).toEqual([500]);
  expect(balances(ears[0]).at(-1)).toBe(700);
  await Promise.all(ears.map(({ stop }) => stop()));
});

test('an agent hears nothing of the wallet', async () => {
  const owner = await world.business({ funds: '10.00' });
  const [ears, agentEars] = [await listen(owner), await listen(await colleague(world, owner, 'AGENT'))];
  await spend(owner, 1_00n);
  await until(() => balances(ears).includes(900));
  expect(balances(ears).at(-1)).toBe(900);
  expect(agentEars).toMatchObject({ heard: [], refused: [expect.anything()] });
  await Promise.all([ears.stop(), agentEars.stop()]);
});
