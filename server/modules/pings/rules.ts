import { DAY, MINUTE } from '../../platform/clock';

/** For how long a bid stands. */
export const BID_MS = 2 * MINUTE;

/** A post that came in time and was cut off is gone on with for so long; after it nothing is sold any more. */
export const POST_MS = 10 * MINUTE;

/** How long pings are kept, and for how long an agency is told that it posted a person before. */
export const KEPT_MS = 30 * DAY;
export const PERSON_MS = 90 * DAY;

export const WISH = {
  mostOfBusiness: 20,
  longestName: 80,
  mostDailyCount: 1000,
  /** An amount over this is a slip of the hand: 100,000.00. */
  mostMinor: 10_000_000n,
} as const;

/** Why nobody bids, in words that name nobody. */
export const NO_BID = {
  NO_BUYER: 'No buyer wants such a lead now.',
  PRICE_TOO_HIGH: 'The market’s price of such a lead is more than its buyers pay.',
  FLOOR_TOO_HIGH: 'Your floor is over the market’s price of such a lead, which is all that is bid.',
  LIMITS_REACHED: 'The buyers who want such a lead buy no more of them today.',
  DUPLICATE: 'You posted this person within the last 90 days.',
} as const;
export type NoBidReason = keyof typeof NO_BID;

/** Why a lead that was posted is not sold, in words. */
export const UNSOLD = {
  REJECTED: 'The checks refused the lead, so nothing was sold.',
  QUARANTINED: 'The lead waits for a moderator, so nothing was sold. Once it is released you may put it on sale.',
  DUPLICATE: 'The person is known, so nothing was sold.',
  BUYERS_GONE:
    'Those who bid cannot buy any more, and nobody else bids as much. The lead is accepted and yours: you may put it on sale.',
  TOO_LATE:
    'The post was finished after the bid’s time, so nothing was sold. The lead is yours: you may put it on sale.',
  NOT_FOR_SALE: 'The lead was put on sale or taken back meanwhile, so it was not sold at the bid.',
} as const;
export type UnsoldReason = keyof typeof UNSOLD;

/**
 * How often within a day an agency's posts may pass over one buyer because it knows the person: a few, and more for what it
 * bought of the agency, since honest traffic meets customers too. Past it the agency has no bids of that buyer (0053).
 */
export const KNOWN = { withinMs: DAY, least: 5, boughtForOneMore: 5, keptMs: 30 * DAY } as const;

export const mostPasses = (bought: number): number => KNOWN.least + Math.floor(bought / KNOWN.boughtForOneMore);

/** The day, by UTC, that the limits of a wish count. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** What a wish bought on a day, and the limits that it bought under. */
export interface WishDay {
  day: string;
  count: number;
  spentMinor: bigint;
  mostCount: number;
  mostMinor: bigint;
}

interface Limits {
  dailyCount: number;
  dailyMinor: bigint;
  today: WishDay;
}

/** What was bought on the day of `at`: of an earlier day nothing counts. */
export const boughtOn = ({ today }: Pick<Limits, 'today'>, at: Date): { count: number; spentMinor: bigint } =>
  today.day === dayOf(at) ? today : { count: 0, spentMinor: 0n };

/** The day of a wish after one more purchase; null where its limits do not allow it. */
export function dayAfter(wish: Limits, priceMinor: bigint, at: Date): WishDay | null {
  const { dailyCount, dailyMinor } = wish;
  const { count, spentMinor } = boughtOn(wish, at);
  if (count >= dailyCount || spentMinor + priceMinor > dailyMinor) return null;
  return {
    day: dayOf(at),
    count: count + 1,
    spentMinor: spentMinor + priceMinor,
    mostCount: dailyCount,
    mostMinor: dailyMinor,
  };
}

interface Turn {
  _id: string;
  buyerId: string;
  lastBoughtAt: Date | null;
  createdAt: Date;
}

/**
 * Whose turn it is: the business that has waited longest for a lead by any of its wishes, those that never got one first;
 * of equals the one whose wish is older. Each business stands once, with its oldest wish.
 */
export function inTurnOf<W extends Turn>(wishes: readonly W[], lastOf: (buyerId: string) => Date | null): W[] {
  const oldestFirst = [...wishes].sort(
    (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a._id < b._id ? -1 : 1),
  );
  const oneEach = [...new Map([...oldestFirst].reverse().map((wish) => [wish.buyerId, wish])).values()];
  const waitsSince = ({ buyerId }: W): number => lastOf(buyerId)?.getTime() ?? -Infinity;
  return oneEach.sort((a, b) => {
    const [since, other] = [waitsSince(a), waitsSince(b)];
    if (since !== other) return since < other ? -1 : 1;
    return a.createdAt.getTime() - b.createdAt.getTime() || (a._id < b._id ? -1 : 1);
  });
}
