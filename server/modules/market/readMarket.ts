import { type MarketFilter as FilterInput, type QueryMarketArgs } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { badUserInput, invalidInput } from '../../platform/errors';
import { MARKET_CURRENCY, type Money } from '../../platform/money';
import { encodeCursor, pageArgs } from '../../platform/pages';
import { type ListingFacts } from '../listings';
import { board, factsOfRow, type MarketFilter, type MarketSort, type Place } from './board';
import { tellNothingFound } from './tellNothingFound';

export interface MarketPage {
  filter: MarketFilter;
  totalCount: number;
  edges: { cursor: string; node: ListingFacts }[];
  nodes: ListingFacts[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A page of what is on sale, from the board: no database command, whatever the page size. */
export function readMarket(viewer: Viewer, { filter: input, sort, first, after }: QueryMarketArgs): MarketPage {
  const filter = boardFilter(input);
  const { limit, after: place } = pageArgs({ first, after });
  const at = now().getTime();
  const query = { filter, sort: sort ?? 'NEWEST', first: limit, now: at };
  const page = board().search({ ...query, after: placeFrom(query.sort, place) });
  const { total } = board().counts(filter, at);
  if (total === 0) tellNothingFound(viewer, filter);
  const nodes = page.rows.map(factsOfRow);
  const edges = nodes.map((node, index) => {
    const { key, id } = page.places[index]!;
    return { cursor: encodeCursor([query.sort, key, id]), node };
  });
  const pageInfo = { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null };
  return { filter, totalCount: total, edges, nodes, pageInfo };
}

function placeFrom(sort: MarketSort, cursor: unknown[] | null): Place | null {
  if (!cursor) return null;
  const [cursorSort, key, id] = cursor;
  if (cursorSort !== sort || typeof key !== 'number' || typeof id !== 'string') {
    throw badUserInput('"after" is a cursor of another order of the market.');
  }
  return { key, id };
}

/** A caller's filter as the board takes it: what is not asked for is left out. */
export function boardFilter(input: FilterInput | null | undefined): MarketFilter {
  const { isVerified, isExclusive, kind, priceMin, priceMax, maxAgeHours } = input ?? {};
  if (typeof maxAgeHours === 'number' && maxAgeHours < 1)
    throw invalidInput('The age is 1 hour or more.', ['filter', 'maxAgeHours']);
  return {
    ...choices(input),
    ...(typeof isVerified === 'boolean' ? { isVerified } : {}),
    ...(typeof isExclusive === 'boolean' ? { isExclusive } : {}),
    ...(kind ? { isLot: kind === 'LOT' } : {}),
    ...(priceMin ? { priceMinMinor: marketMinor(priceMin, ['filter', 'priceMin']) } : {}),
    ...(priceMax ? { priceMaxMinor: marketMinor(priceMax, ['filter', 'priceMax']) } : {}),
    ...(typeof maxAgeHours === 'number' ? { maxAgeHours } : {}),
  };
}

const MOST_CHOICES = 100;

function choices(input: FilterInput | null | undefined): MarketFilter {
  const { nicheIds, regionIds, models, temperatures, contactKinds, channels, grades, provenChannels } = input ?? {};
  const facts = { models, temperatures, contactKinds, channels, grades, provenChannels };
  const lists = { niches: nicheIds, regions: regionIds, ...facts };
  const chosen = Object.entries(lists).filter(([, list]) => list && list.length > 0);
  if (chosen.some(([, list]) => list!.length > MOST_CHOICES))
    throw invalidInput(`At most ${MOST_CHOICES} choices each.`, ['filter']);
  return Object.fromEntries(chosen);
}

/** Minor units as the board compares them. */
export function marketMinor({ minor, currency }: Money, path: string[]): number {
  if (currency !== MARKET_CURRENCY) throw invalidInput(`Prices are in ${MARKET_CURRENCY}.`, path);
  if (minor < 0n) throw invalidInput('The amount is 0 or more.', path);
  return Number(minor);
}
