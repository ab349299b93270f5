import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Caller } from '../api/marketClient';

export interface Money {
  minor: number;
  currency: string;
  text: string;
}

export interface Listing {
  id: string;
  agency: { id: string };
  previews: { text: string }[];
  price: Money;
}

export interface Quote {
  id: string;
  total: Money;
  lines: { label: string; amount: Money }[];
}

export interface Card {
  id: string;
  contact: { name: string | null; phone: string | null; email: string | null } | null;
}

const MONEY = '{ minor currency text }';
const WAIT_MS = 15_000;

/** Pays on the provider's page, here the stand-in's, and waits until the money is in the wallet. */
export async function topUp(buyer: Caller, dollars: number): Promise<string> {
  const input = { amount: { minor: dollars * 100, currency: 'USD' }, clientKey: randomUUID() };
  const { checkoutUrl } = await buyer.mutate<{ checkoutUrl: string }>('startTopUp', input, 'checkoutUrl');
  await buyer.door('POST', new URL(checkoutUrl).pathname, { body: new URLSearchParams({ action: 'card' }) });
  return waitFor(async () => {
    const { available } = await buyer.ask<{ available: Money }>(`query { wallet { available ${MONEY} } }`);
    return available.minor > 0 ? available.text : null;
  });
}

/** What is on sale newest first, of one agency; the board has it a moment after it was listed. */
export async function browse(
  buyer: Caller,
  filter: object,
  agencyId: string,
): Promise<{ totalCount: number; nodes: Listing[] }> {
  const query = `query ($filter: MarketFilter) {
    market(filter: $filter, sort: NEWEST, first: 40) { totalCount nodes { id agency { id } previews { text } price ${MONEY} } }
  }`;
  return waitFor(async () => {
    const page = await buyer.ask<{ totalCount: number; nodes: Listing[] }>(query, { filter });
    const nodes = page.nodes.filter(({ agency }) => agency.id === agencyId).slice(0, 5);
    return nodes.length >= 2 ? { totalCount: page.totalCount, nodes } : null;
  });
}

export async function quote(buyer: Caller, listingIds: string[]): Promise<Quote> {
  const query = `query ($input: QuoteInput!) { quote(input: $input) {
    ... on QuotePayload { quote { id total ${MONEY} lines { label amount ${MONEY} } } } ... on UserError { message }
  } }`;
  const answer = await buyer.ask<{ quote?: Quote; message?: string }>(query, { input: { listingIds } });
  if (!answer.quote) throw new Error(answer.message);
  return answer.quote;
}

export interface Sale {
  id: string;
  windowEndsAt: string;
}

/** Buys what the quote shows. The same key again answers the same and charges nothing. */
export async function buy(buyer: Caller, quoteId: string, clientKey: string): Promise<Sale[]> {
  const fields = 'items { ... on SaleHeld { sales { id windowEndsAt } } }';
  const { items } = await buyer.mutate<{ items: { sales: Sale[] }[] }>('buy', { quoteId, clientKey }, fields);
  return items.flatMap(({ sales }) => sales);
}

/** The buyer's card of a sale; it is there as soon as the news of the sale has gone round. */
export async function cardOf(buyer: Caller, saleId: string): Promise<Card> {
  const query = 'query ($id: ID!) { sale(id: $id) { card { id contact { name phone email } } } }';
  return waitFor(async () => (await buyer.ask<{ card: Card | null }>(query, { id: saleId })).card);
}

async function waitFor<T>(look: () => Promise<T | null>): Promise<T> {
  for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline; await sleep(100)) {
    const found = await look();
    if (found !== null) return found;
  }
  throw new Error(`It did not happen within ${WAIT_MS / 1000} s`);
}
