import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { accounts, postEntries } from '../../server/modules/ledger';
import { inTransaction } from '../../server/platform/transaction';
import { colleague } from '../accounts/flows';
import { type Actor, clientKey, createWorld, type World } from '../kit/world';

let world: World;
let address: string;
beforeAll(async () => {
  world = await createWorld();
  address = `ws://127.0.0.1:${await world.app.listen(0, '127.0.0.1')}/graphql`;
});
afterAll(() => world.close());

/** The balances that a subscriber hears, and how to stop hearing. */
async function listen(actor: Actor): Promise<{ heard: number[]; stop: () => Promise<void> }> {
  const heard: number[] = [];
  const client = createClient({
    url: address,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${actor.accessToken}` },
  });
  await new Promise<void>((resolve) => {
    client.on('connected', () => resolve());
    client.subscribe<{ walletChanged: { available: { minor: number } } }>(
      { query: 'subscription { walletChanged { available { minor } } }' },
      {
        next: ({ data }) => heard.push(data?.walletChanged.available.minor ?? NaN),
        error: () => undefined,
        complete: () => undefined,
      },
    );
  });
  // The server opens the stream after it has greeted.
  await new Promise((resolve) => setTimeout(resolve, 200));
  return { heard, stop: async () => client.dispose() };
}

async function spend(actor: Actor, minor: bigint): Promise<void> {
  const legs = [
    { account: accounts.wallet(actor.organisationId), amountMinor: -minor },
    { account: accounts.adjustment(), amountMinor: minor },
  ];
  const entry = { id: `adj:${clientKey()}`, currency: 'USD', legs, refs: {}, actor: 'test', at: world.clock.now() };
  await inTransaction(() => postEntries([entry]));
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !isTrue(); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('a subscriber hears each new balance of its own wallet, in order, and of nobody else’s', async () => {
  const [one, other] = [await world.business({ funds: '10.00' }), await world.business({ funds: '10.00' })];
  const ears = [await listen(one), await listen(other)] as const;
  await spend(one, 1_00n);
  await spend(one, 2_00n);
  await until(() => ears[0].heard.length >= 2);
  expect(ears[0].heard.slice(-2)).toEqual([900, 700]);
  await spend(other, 5_00n);
  await until(() => ears[1].heard.includes(500));
  expect(ears[1].heard.filter((minor) => minor !== 1000)).toEqual([500]);
  expect(ears[0].heard.at(-1)).toBe(700);
  await Promise.all(ears.map(({ stop }) => stop()));
});

test('an agent hears nothing of the wallet', async () => {
  const owner = await world.business({ funds: '10.00' });
  const [ears, agentEars] = [await listen(owner), await listen(await colleague(world, owner, 'AGENT'))];
  await spend(owner, 1_00n);
  await until(() => ears.heard.includes(900));
  expect(ears.heard.at(-1)).toBe(900);
  // A refusal has no balance in it.
  expect(agentEars.heard).toEqual([NaN]);
  await Promise.all([ears.stop(), agentEars.stop()]);
});
