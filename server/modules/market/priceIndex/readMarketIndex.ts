import { type QueryMarketIndexArgs } from '../../../generated/graphql';
import { MINUTE, now } from '../../../platform/clock';
import { invalidInput, notFound } from '../../../platform/errors';
import { MARKET_CURRENCY, type Money, toMinor } from '../../../platform/money';
import { nicheTree, regionTree, type Tree } from '../../catalog';
import { type PricingModel } from '../../pricing';
import { dateOf, lastDays } from './days';
import { type IndexCellRow, IndexCells, MOST_DAYS } from './model';
import { countIn, medianOf, type Prices, volumeOf } from './rules';

interface Figures {
  volume: number;
  medianPrice: Money | null;
}

export interface MarketIndex extends Figures {
  days: (Figures & { date: string })[];
}

/** What to read: null stands for all. */
interface Wish {
  nicheIds: (string | null)[];
  regionIds: (string | null)[];
  models: PricingModel[];
  days: Date[];
}

/** Niches times regions that may be named at once. */
const MOST_CELLS = 20;
/** Anybody may ask, also who is not logged in: the same is read once in so long. */
const KEPT_MS = MINUTE;
const MOST_KEPT = 500;

const kept = new Map<string, { at: number; answer: Promise<MarketIndex> }>();

/** After days were counted anew. */
export const forgetIndexes = (): void => kept.clear();

/** Median price and volume by day; one command, or none where the same was asked a moment ago. */
export function readMarketIndex(asked: QueryMarketIndexArgs): Promise<MarketIndex> {
  const at = now();
  const wish = wishOf(asked, at);
  const key = JSON.stringify(wish);
  const known = kept.get(key);
  // A test may move the clock back.
  if (known && Math.abs(at.getTime() - known.at) < KEPT_MS) return known.answer;
  const answer = read(wish);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, { at: at.getTime(), answer });
  answer.catch(() => kept.delete(key));
  return answer;
}

function wishOf({ nicheIds, regionIds, models, days }: QueryMarketIndexArgs, at: Date): Wish {
  const count = days ?? 30;
  if (count < 1 || count > MOST_DAYS) throw invalidInput(`The index is of 1 to ${MOST_DAYS} days.`, ['days']);
  const niches = topmost(nicheTree(), nicheIds ?? [], 'niche');
  const regions = topmost(regionTree(), regionIds ?? [], 'region');
  if (Math.max(1, niches.length) * Math.max(1, regions.length) > MOST_CELLS)
    throw invalidInput(`The index is of at most ${MOST_CELLS} pairs of a niche and a region at once.`);
  return {
    nicheIds: niches.length > 0 ? niches.flatMap(withChildren) : [null],
    regionIds: regions.length > 0 ? regions : [null],
    models: [...new Set(models)],
    days: lastDays(at, count),
  };
}

/** The ids without those that lie under another of them: nothing is counted twice. */
function topmost(tree: Tree<{ _id: string; parentId: string | null }>, ids: readonly string[], what: string): string[] {
  const named = [...new Set(ids)];
  if (named.some((id) => !tree.byId(id))) throw notFound(what);
  return named.filter((id) => !named.some((other) => other !== id && tree.isWithin(id, other)));
}

/** Niches are gathered when they are read: a niche that was moved takes its past along. */
function withChildren(nicheId: string): string[] {
  const [from, to] = nicheTree().rangeOf(nicheId);
  return nicheTree()
    .list()
    .slice(from, to + 1)
    .map(({ _id }) => _id);
}

async function read({ nicheIds, regionIds, models, days }: Wish): Promise<MarketIndex> {
  const rows = await IndexCells.find(
    {
      nicheId: { $in: nicheIds },
      regionId: { $in: regionIds },
      day: { $gte: days[0]!, $lte: days.at(-1)! },
      ...(models.length > 0 ? { model: { $in: models } } : {}),
    },
    { _id: 0, day: 1, pricesMinor: 1, counts: 1 },
  ).lean<Pick<IndexCellRow, 'day' | 'pricesMinor' | 'counts'>[]>();
  const whole: Prices = new Map();
  const byDate = new Map(days.map((day) => [dateOf(day), new Map() as Prices]));
  for (const { day, pricesMinor, counts } of rows) {
    for (const [place, minor] of pricesMinor.entries()) {
      for (const prices of [whole, byDate.get(dateOf(day))!]) countIn(prices, toMinor(minor), counts[place]!);
    }
  }
  return { ...figuresOf(whole), days: [...byDate].map(([date, prices]) => ({ date, ...figuresOf(prices) })) };
}

const figuresOf = (prices: Prices): Figures => ({
  volume: volumeOf(prices),
  medianPrice: medianOf(prices, MARKET_CURRENCY),
});
