import { now, SECOND } from '../../platform/clock';
import { MARKET_CURRENCY, money, type Money } from '../../platform/money';
import { nicheTree, regionTree } from '../catalog';
import { board } from './board';

export interface MarketSummary {
  listingCount: number;
  nicheCount: number;
  countryCount: number;
  medianPrice: Money | null;
}

/** Visitors come in any number: the figures are worked out once for all of them in so long. */
const KEPT_MS = 10 * SECOND;

let kept: { at: number; summary: MarketSummary } | null = null;

/** The market in figures for visitors, from the board. */
export function readMarketSummary(): MarketSummary {
  const at = now().getTime();
  // A test may move the clock back.
  if (!kept || Math.abs(at - kept.at) >= KEPT_MS) kept = { at, summary: summaryAt(at) };
  return kept.summary;
}

function summaryAt(at: number): MarketSummary {
  const { total, facets } = board().counts({}, at);
  const median = board().medianPrice({ isLot: false }, at);
  const above = new Set(facets.niches.map(({ value }) => nicheTree().byId(value)?.parentId));
  return {
    listingCount: total,
    // A group is no niche of its own: its listings are counted where they lie.
    nicheCount: facets.niches.filter(({ value }) => !above.has(value)).length,
    countryCount: facets.regions.filter(({ value }) => regionTree().byId(value)?.parentId === null).length,
    medianPrice: median === null ? null : money(BigInt(median), MARKET_CURRENCY),
  };
}
