import { type Spent, spentWith } from './budgets';
import { keepLater } from './campaignMemory';
import { type Campaign, Campaigns } from './model';
import { tellOfBudgets } from './spending';

/** Money that is kept ready for a call: how much, and in which day and week it counts. */
export interface Held {
  minor: bigint;
  day: string;
  week: string;
}

/** What is kept ready for a call of this price; nothing for one of none. */
export function heldFor(campaign: Campaign, priceMinor: bigint, at: Date): Held {
  if (priceMinor === 0n) return { minor: 0n, day: '', week: '' };
  const { day, week } = spentWith(campaign, priceMinor, at);
  return { minor: priceMinor, day, week };
}

/**
 * Keeps the price of a call ready, in the open transaction: it counts as spent of the budgets and of what is set aside
 * until the call is judged, so that calls that ring together never spend more than there is. The caller has asked
 * `hindrancesOf`. Throws when another booking came between.
 */
export async function hold(campaign: Campaign, { minor }: Held, at: Date): Promise<void> {
  if (minor > 0n) await write(campaign, spentWith(campaign, minor, at), { unbilledMinor: minor });
}

/** The call costs nothing: what was kept ready is free again, also in the budgets it counted in. */
export async function giveBackHeld(campaign: Campaign, held: Held): Promise<void> {
  if (held.minor === 0n) return;
  const { spent } = campaign;
  await write(
    campaign,
    {
      ...spent,
      dayMinor: spent.day === held.day ? spent.dayMinor - held.minor : spent.dayMinor,
      weekMinor: spent.week === held.week ? spent.weekMinor - held.minor : spent.weekMinor,
      totalMinor: spent.totalMinor - held.minor,
    },
    { unbilledMinor: -held.minor },
  );
}

/** The call is billed: what was kept ready leaves what is set aside. Budgets that are nearly spent are told of. */
export async function billHeld(campaign: Campaign, held: Held, at: Date): Promise<void> {
  const warned = await tellOfBudgets(campaign, at);
  await write({ ...campaign, warned }, campaign.spent, {
    unbilledMinor: -held.minor,
    reservedMinor: -held.minor,
    reserveSeq: 1,
  });
}

/** Guarded by the count of bookings; the collection's validator refuses what is over any limit on its own. */
async function write(
  campaign: Campaign,
  spent: Spent,
  change: { unbilledMinor: bigint; reservedMinor?: bigint; reserveSeq?: number },
): Promise<void> {
  const { _id, spendSeq, warned } = campaign;
  const { matchedCount } = await Campaigns.updateOne(
    { _id, spendSeq },
    { $set: { spent, warned }, $inc: { ...change, spendSeq: 1 } },
  );
  if (matchedCount === 0) throw new Error(`campaign ${_id} was spent from by another at the same moment`);
  const { unbilledMinor, reservedMinor = 0n, reserveSeq = 0 } = change;
  keepLater({
    ...campaign,
    spent,
    unbilledMinor: campaign.unbilledMinor + unbilledMinor,
    reservedMinor: campaign.reservedMinor + reservedMinor,
    reserveSeq: campaign.reserveSeq + reserveSeq,
    spendSeq: spendSeq + 1,
  });
}
