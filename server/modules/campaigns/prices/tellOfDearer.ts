import { after, HOUR } from '../../../platform/clock';
import { eachApart } from '../../../platform/eachApart';
import { inTransaction } from '../../../platform/transaction';
import { spentAt, spentOut } from '../budgets';
import { type Campaign, Campaigns, PriceHistory } from '../model';
import { campaignsById } from '../readCampaigns';
import { campaignNow, tellOfBudgets } from '../spending';
import { leastPricesOf } from './leastPriceOf';

/** Prices that began to hold so lately are looked at, so that a job that comes late has them still. */
const LATELY_MS = HOUR;
const AT_ONCE = 500;

/**
 * Tells businesses of budgets that leave nothing for anybody since a dearer price began to hold: no visit comes that would.
 * Each is told once. Answers of how many campaigns.
 */
export async function tellOfDearerPrices(at: Date): Promise<number> {
  const began = { $gt: after(at, -LATELY_MS), $lte: at };
  const ids: string[] = await PriceHistory.distinct('campaignId', { from: began });
  let told = 0;
  for (let first = 0; first < ids.length; first += AT_ONCE) {
    const known = await campaignsById(ids.slice(first, first + AT_ONCE));
    told += await eachApart(
      await withoutRoom([...known.values()], at),
      ({ _id }) => inTransaction(() => tell(_id, at)),
      ({ _id }) => ({ campaignId: _id }),
      'a business was not told of a budget that a dearer price leaves nothing of',
    );
  }
  return told;
}

/** Those that run and have a budget that does not pay for the next visitor. */
async function withoutRoom(campaigns: readonly Campaign[], at: Date): Promise<Campaign[]> {
  const running = campaigns.filter(({ state }) => state === 'RUNNING');
  const least = await leastPricesOf(running, at);
  return running.filter((campaign, place) => {
    const price = least[place] ?? null;
    return price !== null && spentOut(campaign, price, at) !== null;
  });
}

async function tell(id: string, at: Date): Promise<boolean> {
  const campaign = await campaignNow(id);
  if (campaign?.state !== 'RUNNING') return false;
  const warned = await tellOfBudgets({ ...campaign, spent: spentAt(campaign, at) }, at);
  const { day, week, total } = campaign.warned;
  if (warned.day === day && warned.week === week && warned.total === total) return false;
  const { matchedCount } = await Campaigns.updateOne(
    { _id: id, version: campaign.version, spendSeq: campaign.spendSeq },
    { $set: { warned } },
  );
  if (matchedCount === 0) throw new Error(`campaign ${id} was changed by another at the same moment`);
  return true;
}
