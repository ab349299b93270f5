import { accounts, postEntries } from '../../server/modules/ledger';
import { now } from '../../server/platform/clock';
import { usd } from '../kit/trading';
import { type Actor, clientKey, type World } from '../kit/world';
import { acceptedLead } from '../leads/submitting';
import { until } from '../kit/until';

/** What the tests of the market ask again and again. */

export const QUOTE = `query ($input: QuoteInput!) {
  quote(input: $input) {
    __typename
    ... on QuotePayload {
      quote { id mode expiresAt total { minor } items { listingId leads price { minor } charged { minor } } lines { code amount { minor } } }
    }
    ... on LeadAlreadySold { message listingIds }
    ... on AlreadyOwned { message listingIds }
    ... on OwnLead { message listingIds }
    ... on UserError { message path }
  }
}`;

export const BUY = `mutation ($input: BuyInput!) {
  buy(input: $input) {
    __typename
    ... on BuyPayload {
      purchaseId
      charged { minor }
      items {
        __typename
        ... on SaleHeld { listingId charged { minor } sales { id leadId slot state gross { minor } } }
        ... on LeadAlreadySold { listingIds }
        ... on AlreadyOwned { listingIds }
        ... on InsufficientFunds { shortfall { minor } }
        ... on UserError { message }
      }
    }
    ... on LeadAlreadySold { listingIds }
    ... on AlreadyOwned { listingIds }
    ... on PriceChanged { listingIds }
    ... on OwnLead { listingIds }
    ... on InsufficientFunds { shortfall { minor } }
    ... on UserError { message }
  }
}`;

interface Quoted {
  id: string;
  mode: string;
  total: { minor: number };
  items: { listingId: string; leads: number; price: { minor: number }; charged: { minor: number } }[];
  lines: { code: string; amount: { minor: number } }[];
}

/** A quote; fails the test when it is refused. */
export async function quoted(world: World, buyer: Actor, input: object): Promise<Quoted> {
  const answer = await world.ask(buyer, QUOTE, { input });
  if (answer.__typename !== 'QuotePayload') throw new Error(`not quoted: ${JSON.stringify(answer)}`);
  return answer.quote;
}

export async function wallet(world: World, buyer: Actor): Promise<{ available: number; held: number }> {
  const { available, held } = await world.ask(buyer, '{ wallet { available { minor } held { minor } } }');
  return { available: available.minor, held: held.minor };
}

const ON_BOARD = `query ($id: ID!) { listing(id: $id) { id status sold } }`;

/** Waits until the change feed has brought the listings to the board. */
export async function boardHas(world: World, actor: Actor, listingIds: readonly string[]): Promise<void> {
  for (const id of listingIds) await until(async () => (await world.ask(actor, ON_BOARD, { id }))?.status === 'LISTED');
}

/** Buys at a quote of now; fails the test when it is refused. */
export async function buy(world: World, buyer: Actor, input: object): Promise<any> {
  const quote = await quoted(world, buyer, input);
  const answer = await world.ask(buyer, BUY, { input: { quoteId: quote.id, clientKey: clientKey() } });
  if (answer.__typename !== 'BuyPayload') throw new Error(`not bought: ${JSON.stringify(answer)}`);
  return answer;
}

/** Money into a wallet through the ledger's door, as the world's own funds come. */
export async function fund(buyer: Actor, decimal: string): Promise<void> {
  const minor = BigInt(Math.round(Number(decimal) * 100));
  await postEntries([
    {
      id: `adj:test-${clientKey()}`,
      currency: 'USD',
      legs: [
        { account: accounts.adjustment(), amountMinor: -minor },
        { account: accounts.wallet(buyer.organisationId), amountMinor: minor },
      ],
      refs: {},
      actor: 'test',
      at: now(),
    },
  ]);
}

const LIST = `mutation ($input: ListLeadsInput!) {
  listLeads(input: $input) {
    ... on ListLeadsPayload { listedCount listings { id } refused { reason } }
    ... on UserError { message }
  }
}`;

/** Accepts and lists that many leads in one call; gives the listings. */
export async function listLeads(
  world: World,
  agency: Actor,
  count: number,
  { floor = '10.00', maxSales = 1 }: { floor?: string; maxSales?: number } = {},
  told: object = {},
): Promise<string[]> {
  const leadIds: string[] = [];
  for (let n = 0; n < count; n++) leadIds.push(await acceptedLead(world, agency, told as Record<string, unknown>));
  const answer = await world.ask(agency, LIST, { input: { leadIds, terms: { maxSales, floor: usd(floor) } } });
  if (answer.listedCount !== count) throw new Error(`not listed: ${JSON.stringify(answer)}`);
  const ids = answer.listings.map(({ id }: { id: string }) => id);
  await boardHas(world, agency, ids);
  return ids;
}

/** A lot of new leads that is on sale. */
export async function makeLot(
  world: World,
  agency: Actor,
  size: number,
  { floor = '10.00', maxSales = 1 }: { floor?: string; maxSales?: number } = {},
): Promise<string> {
  const leadIds: string[] = [];
  for (let n = 0; n < size; n++) leadIds.push(await acceptedLead(world, agency));
  const created = await world.ask(
    agency,
    `mutation ($input: CreateLotInput!) { createLot(input: $input) { ... on CreateLotPayload { lot { id } } ... on UserError { message } } }`,
    { input: { name: 'Lot', leadIds, terms: { maxSales, floor: usd(floor) } } },
  );
  if (!created.lot) throw new Error(`no lot: ${JSON.stringify(created)}`);
  const listed = await world.ask(
    agency,
    `mutation ($input: ListLotInput!) { listLot(input: $input) { ... on ListLotPayload { lot { id } } ... on UserError { message } } }`,
    { input: { lotId: created.lot.id } },
  );
  if (!listed.lot) throw new Error(`lot not listed: ${JSON.stringify(listed)}`);
  return listed.lot.id;
}

/** Makes the person a manager of the agency too, by invitation. */
export async function joins(world: World, person: Actor, agency: Actor): Promise<void> {
  const invited = await world.ask(
    agency,
    `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { ... on InviteMemberPayload { link } ... on UserError { message } } }`,
    { input: { email: person.email, role: 'MANAGER' } },
  );
  const token =
    new URL(invited.link, 'http://localhost').hash.replace(/^#token=/, '') ||
    new URL(invited.link, 'http://localhost').searchParams.get('token');
  const joined = await world.ask(
    person,
    `mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { __typename ... on UserError { message } } }`,
    { input: { token } },
  );
  if (joined.__typename !== 'AcceptInvitationPayload') throw new Error(`not joined: ${JSON.stringify(joined)}`);
}
