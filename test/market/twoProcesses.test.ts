import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createClient } from 'graphql-ws';
import mongoose from '../../server/platform/mongoose';
import path from 'node:path';
import WebSocket from 'ws';
import { listLead } from '../kit/trading';
import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import { acceptedLead } from '../leads/submitting';
import { BUY, boardHas, quoted } from './buying';
import { until } from '../kit/until';

/** Two API processes on one database: this one and a child, each with a board of its own. */

const ROOT = path.resolve(__dirname, '../..');

let world: World;
let agency: Actor;
let child: ChildProcess;
let port: number;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  child = fork(path.join(ROOT, 'server/main.ts'), {
    cwd: ROOT,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: '0',
      WORKER: 'false',
      MONGODB_URI: process.env.TEST_MONGODB_URI,
      DATABASE_NAME: mongoose.connection.name,
    },
  });
  const [message] = (await once(child, 'message')) as [{ port: number }];
  port = message.port;
});

afterAll(async () => {
  child.kill('SIGTERM');
  await once(child, 'exit');
  await world.close();
});

/** The root field's answer of the other process. */
async function askOther<T = any>(actor: Actor, query: string, variables: object = {}): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${actor.accessToken}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: Record<string, T>; errors?: unknown };
  if (errors) throw new Error(`The other process answered with errors: ${JSON.stringify(errors)}`);
  return Object.values(data)[0] as T;
}

/** What both subscriptions tell, as far as they ask for it. */
interface ListingEvent {
  kind: string;
  listing: { id: string; sold: number; maxSales?: number; status?: string };
}

/** Hears a subscription of the other process; `next` waits for the next event. */
function hearOther(actor: Actor, query: string, variables: Record<string, unknown>) {
  const client = createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${actor.accessToken}` },
  });
  const events = client.iterate<Record<string, ListingEvent>>({ query, variables });
  const next = async (): Promise<ListingEvent> => Object.values((await events.next()).value.data)[0] as ListingEvent;
  return {
    next,
    /** The next event about one listing, past those about others. */
    async nextOf(id: string) {
      for (;;) {
        const event = await next();
        if (event.listing.id === id) return event;
      }
    },
    stop: () => client.dispose(),
  };
}

const CHANGED = `subscription ($filter: MarketFilter) {
  marketChanged(filter: $filter) { kind listing { id sold maxSales status price { minor } } }
}`;
const LISTING_CHANGED = 'subscription ($ids: [ID!]!) { listingChanged(ids: $ids) { kind listing { id sold } } }';
const LISTING = 'query ($id: ID!) { listing(id: $id) { id sold status } }';

test('what one process lists and sells, the other one shows and tells its subscribers', async () => {
  const buyer = await world.business({ funds: '500.00' });
  const told = hearOther(buyer, CHANGED, { filter: { nicheIds: ['niche_insurance'], regionIds: ['region_KE'] } });
  // Until the subscription is open nothing is told: list until the first event is heard.
  const heard = told.next();
  let first: { listing: { id: string } } | undefined;
  void heard.then((event) => (first = event));
  let listingId = '';
  while (!first) {
    listingId = await listLead(world, agency, await acceptedLead(world, agency), { maxSales: 2 });
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  listingId = first.listing.id;
  expect(first).toMatchObject({ kind: 'LISTED', listing: { sold: 0, maxSales: 2 } });
  expect(await askOther(buyer, LISTING, { id: listingId })).toMatchObject({ status: 'LISTED', sold: 0 });

  const watched = hearOther(buyer, LISTING_CHANGED, { ids: [listingId] });
  const sold = watched.next();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const quote = await askOther(
    buyer,
    'query ($input: QuoteInput!) { quote(input: $input) { ... on QuotePayload { quote { id } } } }',
    { input: { listingIds: [listingId] } },
  );
  const bought = await askOther(buyer, BUY, { input: { quoteId: quote.quote.id, clientKey: clientKey() } });
  expect(bought.__typename).toBe('BuyPayload');
  expect(await told.nextOf(listingId)).toMatchObject({ kind: 'SOLD', listing: { id: listingId, sold: 1 } });
  expect(await sold).toMatchObject({ kind: 'SOLD', listing: { id: listingId, sold: 1 } });
  await watched.stop();
  await until(async () => (await world.ask(buyer, LISTING, { id: listingId })).sold === 1);

  await world.ask(
    agency,
    'mutation ($input: WithdrawListingsInput!) { withdrawListings(input: $input) { __typename } }',
    { input: { listingIds: [listingId] } },
  );
  expect(await told.nextOf(listingId)).toMatchObject({ kind: 'LEFT', listing: { id: listingId, status: 'WITHDRAWN' } });
  await told.stop();
});

test('buyers of both processes together take no more places than a lead has', async () => {
  const listingId = await listLead(world, agency, await acceptedLead(world, agency), { maxSales: 3 });
  const buyers: Actor[] = [];
  for (let n = 0; n < 16; n++) buyers.push(await world.business({ funds: '150.00' }));
  await boardHas(world, agency, [listingId]);
  const inputs: object[] = [];
  for (const buyer of buyers) {
    const quote = await quoted(world, buyer, { listingIds: [listingId] });
    inputs.push({ quoteId: quote.id, clientKey: clientKey() });
  }
  const answers = await Promise.all(
    buyers.map((buyer, n) =>
      n % 2 === 0 ? world.ask(buyer, BUY, { input: inputs[n] }) : askOther(buyer, BUY, { input: inputs[n] }),
    ),
  );
  const slots = answers.flatMap((answer) => (answer.items ?? []).map((item: any) => item.sales[0].slot));
  expect(slots.sort()).toEqual([1, 2, 3]);
  expect(answers.filter((answer) => answer.__typename === 'LeadAlreadySold')).toHaveLength(13);
});

test('one key sent to both processes at once has one effect and the same answer', async () => {
  const buyer = await world.business({ funds: '500.00' });
  const listingId = await listLead(world, agency, await acceptedLead(world, agency), {});
  await boardHas(world, agency, [listingId]);
  const quote = await quoted(world, buyer, { listingIds: [listingId] });
  const input = { quoteId: quote.id, clientKey: clientKey() };
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      n % 2 === 0 ? world.ask(buyer, BUY, { input }) : askOther(buyer, BUY, { input }),
    ),
  );
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0].__typename).toBe('BuyPayload');
});
