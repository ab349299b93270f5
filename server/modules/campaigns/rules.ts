import { DAY, HOUR, MINUTE } from '../../platform/clock';
import { isAheadOfHour, nextShareAt, spentOut } from './budgets';
import { isOpenAt, nextOpenAt, nextStart } from './hours';
import { type Campaign, type PriceStep, type RegionPrice } from './model';

export const CAMPAIGN = {
  mostOfBusiness: 100,
  mostRegions: 20,
  mostHours: 14,
  /** An amount over this is a slip of the hand: 100,000.00 for a day, ten times that in all. */
  mostMinor: 10_000_000n,
  mostTotalMinor: 100_000_000n,
} as const;

/** How long a call is talked at least to be paid, in seconds. */
export const CALL_LENGTH = { least: 10, usual: 90, most: 600 } as const;

/** After a refusal an agency may ask again after this. */
export const ASK_AGAIN_MS = 7 * DAY;

/** A price that changes is announced for this long before it holds. */
export const NOTICE_MS = 24 * HOUR;

/** What was set aside and not spent goes back this long after a campaign stopped: visits on their way are judged first. */
export const SETTLE_MS = 10 * MINUTE;

/** At least so many visits or calls, and at least this part of a day's budget, are set aside at a time. */
const AHEAD = { CLICK: 10n, CALL: 3n } as const;
const PART_OF_DAY = 10n;

/** How much is set aside at a time. */
export function chunkOf({
  model,
  maxPriceMinor,
  dayMinor,
}: Pick<Campaign, 'model' | 'maxPriceMinor' | 'dayMinor'>): bigint {
  const [visits, part] = [AHEAD[model] * maxPriceMinor, dayMinor / PART_OF_DAY];
  return visits > part ? visits : part;
}

/** The states that a campaign may be moved to from each; a pair that is not listed is a Conflict. */
const NEXT = { RUNNING: ['PAUSED', 'ENDED'], PAUSED: ['RUNNING', 'ENDED'], ENDED: [] } as const;

export const mayMove = (from: Campaign['state'], to: Campaign['state']): boolean =>
  (NEXT[from] as readonly string[]).includes(to);

/** Money that is set aside and not spent yet. */
export const freeReserve = ({ reservedMinor, unbilledMinor }: Pick<Campaign, 'reservedMinor' | 'unbilledMinor'>) =>
  reservedMinor - unbilledMinor;

export type Hindrance =
  | 'PAUSED'
  | 'SUSPENDED'
  | 'ENDED'
  | 'PRICE_OVER_MAX'
  | 'OUT_OF_HOURS'
  | 'DAY_BUDGET_SPENT'
  | 'WEEK_BUDGET_SPENT'
  | 'TOTAL_BUDGET_SPENT'
  | 'AHEAD_OF_HOUR'
  | 'NO_MONEY'
  | 'UNANSWERED'
  | 'PHONE_REFUSED';

/** How a campaign stands to whoever asks. */
export interface Standing {
  /** The least that it pays for a visit of theirs. */
  priceMinor: bigint;
  /** From when one that was announced is within its highest, where none is now; null where none was. */
  lowerFrom: Date | null;
}

const SPENT_OUT = { day: 'DAY_BUDGET_SPENT', week: 'WEEK_BUDGET_SPENT', total: 'TOTAL_BUDGET_SPENT' } as const;

/**
 * What keeps a campaign from taking a visitor of this price at a moment; empty where nothing does. What is promised to
 * visitors on their way is not left.
 */
export function hindrancesOf(campaign: Campaign, priceMinor: bigint, at: Date, promisedMinor = 0n): Hindrance[] {
  if (campaign.state === 'ENDED') return ['ENDED'];
  if (campaign.isSuspended) return ['SUSPENDED'];
  if (campaign.state === 'PAUSED') return [campaign.pausedBecause ?? 'PAUSED'];
  const found: Hindrance[] = [];
  // The business lowered its highest price: the lower one is announced for a day, and nobody is bought at the former meanwhile.
  if (priceMinor > campaign.maxPriceMinor) found.push('PRICE_OVER_MAX');
  if (!isOpenAt(campaign, at)) found.push('OUT_OF_HOURS');
  const budget = spentOut(campaign, priceMinor + promisedMinor, at);
  if (budget) found.push(SPENT_OUT[budget]);
  else if (freeReserve(campaign) < priceMinor + promisedMinor) found.push('NO_MONEY');
  if (!budget && isAheadOfHour(campaign, priceMinor, promisedMinor, at)) found.push('AHEAD_OF_HOUR');
  return found;
}

/**
 * When a hindered campaign takes visitors of a price again by itself: a budget begins anew, the next share of a spread one is
 * free, a lower price holds, or it opens. Null where one of its hindrances is no matter of time.
 */
export function goesOnAt(
  campaign: Campaign,
  hindrances: readonly Hindrance[],
  { priceMinor, lowerFrom }: Pick<Standing, 'priceMinor' | 'lowerFrom'>,
  at: Date,
): Date | null {
  const { timeZone } = campaign;
  const endOf = (hindrance: Hindrance): Date | null => {
    if (hindrance === 'OUT_OF_HOURS') return at;
    if (hindrance === 'DAY_BUDGET_SPENT') return nextStart('day', timeZone, at);
    if (hindrance === 'WEEK_BUDGET_SPENT') return nextStart('week', timeZone, at);
    if (hindrance === 'AHEAD_OF_HOUR') return nextShareAt(campaign, priceMinor, at);
    return hindrance === 'PRICE_OVER_MAX' ? lowerFrom : null;
  };
  const ends = hindrances.map(endOf);
  if (ends.length === 0 || ends.includes(null)) return null;
  return nextOpenAt(campaign, new Date(Math.max(...ends.map((end) => end!.getTime()))));
}

/** The step of a price that holds at a moment: the latest that has begun; the first where none has. */
export const stepAt = ({ steps }: Pick<RegionPrice, 'steps'>, at: Date): PriceStep =>
  steps.findLast(({ from }) => from <= at) ?? steps[0]!;

/** From when the first of some prices that were announced is within the highest; null where none was. */
export function firstWithinMost(
  { maxPriceMinor }: Pick<Campaign, 'maxPriceMinor'>,
  prices: readonly Pick<RegionPrice, 'steps'>[],
  at: Date,
): Date | null {
  const due = prices
    .flatMap(({ steps }) => steps)
    .filter(({ from, priceMinor }) => from > at && priceMinor <= maxPriceMinor)
    .map(({ from }) => from.getTime());
  return due.length === 0 ? null : new Date(Math.min(...due));
}
