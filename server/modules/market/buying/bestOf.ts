import { type BestInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { invalidInput } from '../../../platform/errors';
import { MARKET_CURRENCY } from '../../../platform/money';
import { type Listing, listingsById } from '../../listings';
import { discounted, volumeDiscount, volumeFrom } from '../../pricing';
import { board, type MarketFilter, type MarketSort } from '../board';
import { nothingFound } from '../errors';
import { boardFilter, marketMinor } from '../readMarket';
import { isOnSale, MOST_LEADS } from './offers';
import { type OwnListAsked } from './ownListAsked';
import { knownPeopleAmong, ownedAmong } from './owned';

/** How many of the board's rows are looked at first; each further round looks at twice as many. */
const FIRST_ROUND = 50;

/** What a quote is made of. */
export interface Found {
  listings: Listing[];
  /** Whether somebody among their people is another lead as well. */
  haveOthers: boolean;
}

interface Search {
  buyerId: string;
  filter: MarketFilter;
  sort: MarketSort;
  count: number;
  budgetMinor: number;
  strangersNot: ReadonlySet<string>;
  /** Listings of people whom the buyer has as other leads, as far as they were met. */
  known: Set<string>;
}

/**
 * The best single leads of a search that fit the budget together, the first of the order. Enough of them make each
 * cheaper, so a budget is tried at the greatest discount that the count allows, and at a lesser one when it does not
 * buy so many: what is charged is never over it. Throws NothingFound, InvalidInput.
 */
export async function bestOf(
  viewer: Viewer,
  { filter, sort, count, budget }: BestInput,
  strangersNot: ReadonlySet<string>,
  ownList: OwnListAsked,
): Promise<Found> {
  if (count < 1 || count > MOST_LEADS) throw invalidInput(`Give a count of 1 to ${MOST_LEADS}.`, ['best', 'count']);
  if (filter.kind === 'LOT')
    throw invalidInput('The best of a search are single leads; a lot is quoted by its id.', ['best', 'filter', 'kind']);
  const search: Search = {
    buyerId: viewer.organisationId,
    filter: { ...boardFilter(filter), isLot: false },
    sort: sort ?? 'BEST_AGENCY',
    count,
    budgetMinor: budget ? marketMinor(budget, ['best', 'budget']) : Infinity,
    strangersNot,
    known: new Set(),
  };
  for (;;) {
    const found = budget ? await withinBudget(search) : await firstThatFit(search, 0);
    if (found.length === 0) throw nothingFound();
    const { known, haveOthers } = await knownPeopleAmong(search.buyerId, found);
    // Whom the buyer has as other leads, is left out first: the list is asked about those alone that it could buy.
    const bought = found.filter(({ leadIds }) => leadIds.some((id) => known.has(id)));
    const left = bought.length > 0 ? bought : await ownList.knownAmong(found);
    if (left.length === 0) return { listings: found, haveOthers };
    // Rarely any: only then the search begins anew without them.
    for (const { _id } of left) search.known.add(_id);
  }
}

async function withinBudget(search: Search): Promise<Listing[]> {
  for (let most = search.count; ; most = volumeFrom(most) - 1) {
    const found = await firstThatFit(search, volumeDiscount(most));
    if (found.length >= volumeFrom(most)) return found;
  }
}

/**
 * The first of the order that are on sale, new to the buyer, and within the budget at their price less the discount;
 * one too dear for what is left is passed over. The board knows no owners, so it is asked for more and more rows until
 * there are enough or it has no more: as the rounds double, they stay few for who has much.
 */
async function firstThatFit(search: Search, discountBps: number): Promise<Listing[]> {
  const { buyerId, filter, sort, count, strangersNot, known } = search;
  const seen = new Set<string>();
  const fit: Listing[] = [];
  let left = search.budgetMinor;
  for (let size = Math.max(FIRST_ROUND, count); ; size *= 2) {
    const rows = board().best({
      filter: { ...filter, ...upTo(filter, left, discountBps) },
      sort,
      count: size,
      now: now().getTime(),
      isExcluded: (row) => seen.has(row.id) || known.has(row.id) || strangersNot.has(row.agencyId),
    });
    for (const { id } of rows) seen.add(id);
    for (const listing of await toBeHad(
      buyerId,
      rows.map(({ id }) => id),
    )) {
      const price = Number(discounted(listing.priceMinor, listing.floorMinor, discountBps, MARKET_CURRENCY));
      if (price > left) continue;
      left -= price;
      if (fit.push(listing) === count) return fit;
    }
    if (rows.length < size) return fit;
  }
}

/** The highest list price that may still fit what is left once the discount is off, or the filter's own. */
function upTo({ priceMaxMinor = Infinity }: MarketFilter, left: number, discountBps: number): MarketFilter {
  const most = Math.min(priceMaxMinor, Math.ceil(((left + 1) * 10_000) / (10_000 - discountBps)));
  return most === Infinity ? {} : { priceMaxMinor: most };
}

/** Of these, in their order, what is on sale as it is now and holds no lead that the buyer has. */
async function toBeHad(buyerId: string, ids: readonly string[]): Promise<Listing[]> {
  if (ids.length === 0) return [];
  const found = await listingsById(ids);
  const listings = ids.flatMap((id) => found.get(id) ?? []).filter(isOnSale);
  const owned = await ownedAmong(
    buyerId,
    listings.flatMap(({ leadIds }) => leadIds),
  );
  return listings.filter(({ leadIds }) => !leadIds.some((id) => owned.has(id)));
}
