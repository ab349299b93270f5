import { acceptedLead, type Told } from '../leads/submitting';
import { type Actor, clientKey, type World } from './world';

/** What agency and buyer do until a lead is sold, as they do it: over the API. */

export const usd = (decimal: string) => ({ minor: Math.round(Number(decimal) * 100), currency: 'USD' });

const LIST = `mutation ($input: ListLeadsInput!) {
  listLeads(input: $input) {
    __typename
    ... on ListLeadsPayload { listings { id price { minor } } refused { reason message } }
    ... on UserError { message }
  }
}`;

const QUOTE = `query ($input: QuoteInput!) {
  quote(input: $input) {
    __typename
    ... on QuotePayload { quote { id total { minor } } }
    ... on UserError { message }
  }
}`;

const BUY = `mutation ($input: BuyInput!) {
  buy(input: $input) {
    __typename
    ... on BuyPayload { purchaseId items { __typename ... on SaleHeld { sales { id leadId gross { minor } } } } }
    ... on UserError { message }
  }
}`;

export interface Terms {
  maxSales?: number;
  /** Far over what the formula gives, so that a story knows its price. */
  floor?: string;
}

/** Puts accepted leads on sale, at most 100; gives the ids of their listings. */
export async function listLeads(world: World, agency: Actor, leadIds: string[], terms: Terms = {}): Promise<string[]> {
  const { maxSales = 1, floor = '100.00' } = terms;
  const answer = await world.ask(agency, LIST, { input: { leadIds, terms: { maxSales, floor: usd(floor) } } });
  if (answer.listings?.length !== leadIds.length) throw new Error(`not listed: ${JSON.stringify(answer)}`);
  return answer.listings.map(({ id }: { id: string }) => id);
}

export async function listLead(world: World, agency: Actor, leadId: string, terms: Terms = {}): Promise<string> {
  const [listingId] = await listLeads(world, agency, [leadId], terms);
  return listingId!;
}

const CREATE_LOT = `mutation ($input: CreateLotInput!) {
  createLot(input: $input) { ... on CreateLotPayload { lot { id } } ... on UserError { message } }
}`;
const LIST_LOT = `mutation ($input: ListLotInput!) {
  listLot(input: $input) { ... on ListLotPayload { lot { id } } ... on UserError { message } }
}`;

/**
 * Puts leads on sale as one lot. With a person who is in it twice it is the way to buy one person as two leads: single
 * ones are refused before paying.
 */
export async function listLotOf(world: World, agency: Actor, leadIds: string[], terms: Terms = {}): Promise<string> {
  const { maxSales = 1, floor = '100.00' } = terms;
  const input = { name: 'Lot', leadIds, terms: { maxSales, floor: usd(floor) } };
  const created = await world.ask(agency, CREATE_LOT, { input });
  if (!created.lot) throw new Error(`no lot: ${JSON.stringify(created)}`);
  const listed = await world.ask(agency, LIST_LOT, { input: { lotId: created.lot.id } });
  if (!listed.lot) throw new Error(`lot not listed: ${JSON.stringify(listed)}`);
  return listed.lot.id;
}

export interface SoldLead {
  saleId: string;
  leadId: string;
  grossMinor: number;
}

/** Buys listings at the price of now; gives the sales. */
export async function buyListings(world: World, buyer: Actor, listingIds: string[]): Promise<SoldLead[]> {
  const quoted = await world.ask(buyer, QUOTE, { input: { listingIds } });
  if (quoted.__typename !== 'QuotePayload') throw new Error(`not quoted: ${JSON.stringify(quoted)}`);
  const bought = await world.ask(buyer, BUY, { input: { quoteId: quoted.quote.id, clientKey: clientKey() } });
  if (bought.__typename !== 'BuyPayload') throw new Error(`not bought: ${JSON.stringify(bought)}`);
  return bought.items.flatMap((item: { sales: { id: string; leadId: string; gross: { minor: number } }[] }) =>
    item.sales.map(({ id, leadId, gross }) => ({ saleId: id, leadId, grossMinor: gross.minor })),
  );
}

/** A lead submitted, listed and bought, with its card made. */
export async function soldLead(
  world: World,
  sides: { agency: Actor; buyer: Actor },
  told: Told = {},
  terms: Terms = {},
): Promise<SoldLead> {
  const leadId = await acceptedLead(world, sides.agency, told);
  const listingId = await listLead(world, sides.agency, leadId, terms);
  await world.settle();
  const [sale] = await buyListings(world, sides.buyer, [listingId]);
  await world.settle();
  return sale!;
}
