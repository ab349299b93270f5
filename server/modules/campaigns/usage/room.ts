import { now } from '../../../platform/clock';
import { walletsOf, type Wallet } from '../../ledger';
import { applicationOf } from '../applications/readApplications';
import { BUDGETS, leftAt } from '../budgets';
import { nextStart } from '../hours';
import { type Application, type Campaign } from '../model';
import { promisedTo } from '../promised';
import { freeReserve, stepAt } from '../rules';

type Limit = 'DAY' | 'WEEK' | 'TOTAL' | 'WALLET';

/** How many more visits or calls of an agency a campaign pays for, as far as one budget goes. */
interface LimitLeft {
  limit: Limit;
  count: number;
  /** When it begins anew; null where that is no matter of time. */
  renewsAt: Date | null;
}

/** How many more visits or calls of an agency a campaign pays for at least. */
export interface Room {
  priceMinor: bigint;
  count: number;
  limits: LimitLeft[];
}

/**
 * What is told of what is left: budgets are shared by all agencies, so that to the unit it would tell each of them what
 * the others take.
 */
const STEPS = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1] as const;

const told = (leftMinor: bigint, priceMinor: bigint): number =>
  STEPS.find((step) => BigInt(step) * priceMinor <= leftMinor) ?? 0;

const NAMES = { day: 'DAY', week: 'WEEK', total: 'TOTAL' } as const;

/**
 * What is left for an agency at a moment, at the dearest of its prices that fits: so many more are paid for wherever they
 * come from. Null where the campaign takes nobody of it at any price, and while it is stopped.
 */
export function roomOf(
  campaign: Campaign,
  application: Pick<Application, 'state' | 'prices'> | null,
  wallet: Pick<Wallet, 'available' | 'status'> | null,
  at: Date,
): Room | null {
  if (campaign.state !== 'RUNNING' || campaign.isSuspended || application?.state !== 'APPROVED') return null;
  const prices = application.prices
    .filter(({ regionId }) => campaign.regionIds.includes(regionId))
    .map((price) => stepAt(price, at).priceMinor)
    .filter((minor) => minor <= campaign.maxPriceMinor)
    .sort((one, other) => (one < other ? 1 : -1));
  if (prices.length === 0) return null;
  const promised = promisedTo(campaign._id);
  const budgets = BUDGETS.flatMap((budget) => {
    const left = leftAt(campaign, budget, at);
    const renewsAt = budget === 'total' ? null : nextStart(budget, campaign.timeZone, at);
    return left === null ? [] : [{ limit: NAMES[budget], left: left - promised, renewsAt }];
  });
  const inWallet = wallet && wallet.status !== 'FROZEN' ? wallet.available.minor : 0n;
  const money = { limit: 'WALLET' as const, left: freeReserve(campaign) + inWallet - promised, renewsAt: null };
  const leastOf = (lefts: readonly { left: bigint }[]): bigint =>
    lefts.map(({ left }) => left).reduce((one, other) => (one < other ? one : other));
  const least = leastOf([...budgets, money]);
  const priceMinor = prices.find((minor) => minor <= least) ?? prices.at(-1)!;
  // Of the wallet nothing is told beyond what the budgets leave.
  const limits = told(money.left, priceMinor) < told(leastOf(budgets), priceMinor) ? [...budgets, money] : budgets;
  return {
    priceMinor,
    count: told(least, priceMinor),
    limits: limits.map(({ left, ...limit }) => ({ ...limit, count: told(left, priceMinor) })),
  };
}

/** What is left for an agency as the database has it now, as one word to compare. */
async function wordOf(campaign: Campaign, agencyId: string): Promise<string> {
  const { _id, businessId } = campaign;
  const [application, wallets] = [await applicationOf(agencyId, _id), await walletsOf([businessId])];
  const room = roomOf(campaign, application, wallets.get(businessId) ?? null, now());
  return room ? [room.priceMinor, ...room.limits.map(({ limit, count }) => `${limit} ${count}`)].join() : '';
}

/** Answers, each time it is asked, whether what is left for an agency is another than the last time. */
export async function watchRoom(
  agencyId: string,
  campaign: Campaign,
): Promise<(campaign: Campaign) => Promise<boolean>> {
  let last = await wordOf(campaign, agencyId);
  return async (present) => {
    const before = last;
    last = await wordOf(present, agencyId);
    return last !== before;
  };
}
