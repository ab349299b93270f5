/**
 * The caller of the benchmark, a process of its own so that its work is not counted as the server's. For each round it
 * prepares what the operation needs (which is not measured), says so, waits to be let go, and sends the times back.
 */
import { randomUUID } from 'node:crypto';
import { Caller } from '../api/marketClient';
import { DEMO_PASSWORD } from '../demoData/logins';
import { demoAgencies, demoBusinesses } from '../demoData/organisations';
import { PingCaller } from './pingPost';
import { type FromCaller, type Operation, type ToCaller } from './protocol';

const BROWSE = `query ($filter: MarketFilter) {
  market(filter: $filter, sort: PRICE_LOW, first: 25) {
    totalCount
    nodes {
      id kind temperature contactKind channel isVerified isExclusive sold maxSales grade listedAt
      price { minor currency text } niche { id name } region { id name } agency { id name } previews { text }
    }
    pageInfo { hasNextPage endCursor }
    facets { niches { niche { id } count } regions { region { id } count } temperatures { value count } verified { value count } }
  }
}`;
const QUOTE =
  'query ($input: QuoteInput!) { quote(input: $input) { ... on QuotePayload { quote { id total { minor } } } ... on UserError { message } } }';
const BUY = `mutation ($input: BuyInput!) { buy(input: $input) {
  __typename ... on BuyPayload { charged { minor } items { __typename ... on SaleHeld { sales { id } } } } ... on UserError { message }
} }`;

const FILTERS: object[] = [
  {},
  { nicheIds: ['niche_insurance'] },
  { nicheIds: ['niche_finance'], temperatures: ['WARM', 'HOT'] },
  { regionIds: ['region_GR'] },
  { nicheIds: ['niche_home-services'], isVerified: true },
];

/** Listings that this run has not bought yet, single ones from cheap to dear. */
const stock: string[] = [];
let turn = 0;

async function main(address: string): Promise<void> {
  const buyers: Caller[] = [];
  for (const { login } of demoBusinesses) {
    const buyer = new Caller(address);
    await buyer.logIn(`${login}@leadbourse.example`, DEMO_PASSWORD);
    buyers.push(buyer);
  }
  const agency = new Caller(address);
  await agency.logIn(`${demoAgencies[0]!.login}@leadbourse.example`, DEMO_PASSWORD);
  const program = await PingCaller.open(agency, buyers);
  process.on('message', (message: ToCaller) => {
    if (message.kind === 'prepare') void measure({ buyers, program }, message.operation, message.times).catch(fail);
  });
  send({ kind: 'started' });
}

/** Who calls the market. */
interface Callers {
  buyers: readonly Caller[];
  program: PingCaller;
}

async function measure(callers: Callers, operation: Operation, times: number): Promise<void> {
  const runs: (() => Promise<unknown>)[] = [];
  for (let run = 0; run < times; run += 1) runs.push(await prepare(callers, operation));
  send({ kind: 'ready' });
  await new Promise<void>((resolve) => process.once('message', () => resolve()));
  const milliseconds: number[] = [];
  for (const run of runs) {
    const startedAt = performance.now();
    await run();
    milliseconds.push(performance.now() - startedAt);
  }
  send({ kind: 'done', milliseconds });
}

/** What is measured of one operation; all before it is done here. */
async function prepare({ buyers, program }: Callers, operation: Operation): Promise<() => Promise<unknown>> {
  turn += 1;
  const buyer = buyers[turn % buyers.length];
  if (!buyer) throw new Error('There are no buyers');
  if (operation === 'ping') return () => buyer.ask('{ __typename }');
  if (operation === 'browse') return () => buyer.ask(BROWSE, { filter: FILTERS[turn % FILTERS.length] });
  if (operation === 'bid') return () => program.ping();
  if (operation === 'post') return program.preparePost();
  const input = { listingIds: await take(buyer, operation === 'buy25' ? 25 : 1) };
  if (operation === 'quote') return () => buyer.ask(QUOTE, { input });
  const { quote, message } = await buyer.ask<{ quote?: { id: string }; message?: string }>(QUOTE, { input });
  if (!quote) throw new Error(message);
  return () => buyAndCheck(buyer, quote.id);
}

async function buyAndCheck(buyer: Caller, quoteId: string): Promise<void> {
  const input = { quoteId, clientKey: randomUUID() };
  const answer = await buyer.ask<{ __typename: string; message?: string }>(BUY, { input });
  if (answer.__typename !== 'BuyPayload') throw new Error(`${answer.__typename}: ${answer.message}`);
}

async function take(buyer: Caller, count: number): Promise<string[]> {
  if (stock.length < count) await stockUp(buyer);
  if (stock.length < count) throw new Error('There is not enough on sale for the benchmark; give more by --leads');
  return stock.splice(0, count);
}

const seen = new Set<string>();

async function stockUp(buyer: Caller): Promise<void> {
  let after: string | null = null;
  for (let page = 0; page < 10; page += 1) {
    const query =
      'query ($after: String) { market(filter: { kind: SINGLE }, sort: PRICE_LOW, first: 100, after: $after) { nodes { id } pageInfo { endCursor hasNextPage } } }';
    const found: { nodes: { id: string }[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } =
      await buyer.ask(query, { after });
    const fresh = found.nodes.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    stock.push(...fresh.map(({ id }) => id));
    if (!found.pageInfo.hasNextPage) return;
    after = found.pageInfo.endCursor;
  }
}

const send = (message: FromCaller): void => void process.send?.(message);

function fail(error: unknown): void {
  send({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
}

void main(process.argv[2] ?? '').catch(fail);
