import { MINUTE } from '../../platform/clock';
import { dayIn, momentOfShare, nextStart, type Opening, shareOfDayGone, weekIn } from './hours';

/** What was spent in the latest day and week that something was spent in and in all, and the limits that it was under. */
export interface Spent {
  day: string;
  dayMinor: bigint;
  dayMostMinor: bigint;
  week: string;
  weekMinor: bigint;
  weekMostMinor: bigint;
  totalMinor: bigint;
  totalMostMinor: bigint;
}

export interface Budgets extends Opening {
  dayMinor: bigint;
  weekMinor: bigint | null;
  totalMinor: bigint | null;
  isSpread: boolean;
  spent: Spent;
}

export const BUDGETS = ['day', 'week', 'total'] as const;
export type Budget = (typeof BUDGETS)[number];

/** Spending of nothing, before the first visit. */
export const nothingSpent = (): Spent => ({
  day: '',
  dayMinor: 0n,
  dayMostMinor: 0n,
  week: '',
  weekMinor: 0n,
  weekMostMinor: 0n,
  totalMinor: 0n,
  totalMostMinor: 0n,
});

/**
 * What is spent at a moment of each budget. Days and weeks only go on: what comes late counts to the latest day that
 * something was spent in, so that no order of events spends a budget twice.
 */
export function spentAt({ timeZone, spent }: Pick<Budgets, 'timeZone' | 'spent'>, at: Date): Spent {
  const [day, week] = [dayIn(timeZone, at), weekIn(timeZone, at)];
  const isNewDay = day > spent.day;
  const isNewWeek = week > spent.week;
  return {
    ...spent,
    ...(isNewDay ? { day, dayMinor: 0n } : {}),
    ...(isNewWeek ? { week, weekMinor: 0n } : {}),
  };
}

const leftOf = (limit: bigint | null, spent: bigint): bigint | null => (limit === null ? null : limit - spent);

/** What is left of a budget at a moment; null where it has no limit. May be negative where the limit was lowered. */
export function leftAt(budgets: Budgets, budget: Budget, at: Date): bigint | null {
  const spent = spentAt(budgets, at);
  if (budget === 'day') return leftOf(budgets.dayMinor, spent.dayMinor);
  if (budget === 'week') return leftOf(budgets.weekMinor, spent.weekMinor);
  return leftOf(budgets.totalMinor, spent.totalMinor);
}

/** The budget that a price does not fit in at a moment; null where it fits in all. */
export function spentOut(budgets: Budgets, priceMinor: bigint, at: Date): Budget | null {
  const over = (budget: Budget): boolean => {
    const left = leftAt(budgets, budget, at);
    return left !== null && left < priceMinor;
  };
  return [...BUDGETS].reverse().find(over) ?? null;
}

/** The least that is left of all budgets at a moment, never under 0. */
export function roomAt(budgets: Budgets, at: Date): bigint {
  const lefts = BUDGETS.map((budget) => leftAt(budgets, budget, at)).filter((left) => left !== null);
  const least = lefts.reduce((a, b) => (a < b ? a : b));
  return least > 0n ? least : 0n;
}

/** Spending after one more visit that fits: see `spentOut`. */
export function spentWith(budgets: Budgets, priceMinor: bigint, at: Date): Spent {
  const spent = spentAt(budgets, at);
  return {
    ...spent,
    dayMinor: spent.dayMinor + priceMinor,
    dayMostMinor: budgets.dayMinor,
    weekMinor: spent.weekMinor + priceMinor,
    weekMostMinor: budgets.weekMinor ?? NO_LIMIT,
    totalMinor: spent.totalMinor + priceMinor,
    totalMostMinor: budgets.totalMinor ?? NO_LIMIT,
  };
}

/** More than any campaign spends; a whole number that every database keeps exactly. */
const NO_LIMIT = 9_000_000_000_000_000n;

/** How far a spread budget may run ahead of the hour: a visit is not turned away for the unevenness of an hour. */
const AHEAD_SHARE = 0.05;
/** Shares of a day are reckoned to so many parts of it. */
const PARTS = 10_000n;

/** Whether what was spent today, with what is promised to visitors on their way, is further on than the day is. */
export function isAheadOfHour(budgets: Budgets, priceMinor: bigint, promisedMinor: bigint, at: Date): boolean {
  if (!budgets.isSpread) return false;
  const share = Math.min(1, shareOfDayGone(budgets, at) + AHEAD_SHARE);
  const allowed = (budgets.dayMinor * BigInt(Math.round(share * Number(PARTS)))) / PARTS;
  const taken = spentAt(budgets, at).dayMinor + promisedMinor;
  // The first visit of a day is always let in, or a budget of a few visits would begin late.
  return taken > 0n && taken + priceMinor > allowed;
}

/**
 * When a spread budget that is ahead of the hour has room for a visit of this price again, by a whole minute; where that is
 * no matter of this day, the next one.
 */
export function nextShareAt(budgets: Budgets, priceMinor: bigint, at: Date): Date {
  const wanted = spentAt(budgets, at).dayMinor + priceMinor;
  // Rounded up, as what `isAheadOfHour` allows is rounded down.
  const parts = (wanted * PARTS + budgets.dayMinor - 1n) / budgets.dayMinor;
  const moment = parts > PARTS ? null : momentOfShare(budgets, Number(parts) / Number(PARTS) - AHEAD_SHARE, at);
  if (!moment) return nextStart('day', budgets.timeZone, at);
  return new Date(Math.ceil(Math.max(moment.getTime(), at.getTime()) / MINUTE) * MINUTE);
}

/** At these shares of a budget the business is told, in percent. */
const WARNING_SHARES = [75, 90, 100] as const;

/**
 * The highest share whose warning is due, in percent; null for none. A budget that leaves less than the least price is all
 * spent: nobody more is taken, though something is left.
 */
export function shareReached(limit: bigint | null, spent: bigint, leastPriceMinor = 0n): number | null {
  if (limit === null || limit <= 0n) return null;
  if (limit - spent < leastPriceMinor) return 100;
  return [...WARNING_SHARES].reverse().find((share) => spent * 100n >= limit * BigInt(share)) ?? null;
}
