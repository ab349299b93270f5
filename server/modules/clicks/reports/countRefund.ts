import { allocate, type Money, toMinor } from '../../../platform/money';
import { campaignsById } from '../../campaigns';
import { type ClickChoice } from '../../disputes';
import { chosenClicks } from '../disputes/chosenClicks';
import { type Click, type ClickBatch, ClickDays, Clicks } from '../model';
import { rowOf } from './countDays';

type Billed = Pick<Click, 'at' | 'campaignId' | 'agencyId' | 'linkId' | 'subId' | 'regionId' | 'priceMinor'>;

const OF_ROW = { at: 1, campaignId: 1, agencyId: 1, linkId: 1, subId: 1, regionId: 1, priceMinor: 1 };

/**
 * Adds what a dispute of a batch gave back to the sums of its days, in the open transaction: to the clicks that were named
 * what each cost; where a claim told only how many were none, to each billed click of the batch a share by its price.
 */
export async function countRefund(
  { _id: batchId, campaignId }: ClickBatch,
  amount: Money,
  named: readonly ClickChoice[],
): Promise<void> {
  const campaign = (await campaignsById([campaignId])).get(campaignId) ?? null;
  const clicks = await Clicks.find(chosenClicks(batchId, named), OF_ROW).lean<Billed[]>();
  const prices = new Map<string, bigint>();
  for (const click of clicks) {
    const { _id } = rowOf(click, campaign);
    prices.set(_id, (prices.get(_id) ?? 0n) + toMinor(click.priceMinor));
  }
  if (prices.size === 0) return;
  const parts = allocate(amount, [...prices.values()]);
  await ClickDays.bulkWrite(
    [...prices.keys()].map((_id, place) => ({
      updateOne: { filter: { _id }, update: { $inc: { refundedMinor: parts[place]!.minor } } },
    })),
  );
}
