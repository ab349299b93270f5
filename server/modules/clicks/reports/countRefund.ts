import { allocate, type Money } from '../../../platform/money';
import { campaignsById } from '../../campaigns';
import { type Click, type ClickBatch, ClickDays, Clicks } from '../model';
import { rowOf } from './countDays';

type Billed = Pick<Click, 'at' | 'campaignId' | 'agencyId' | 'linkId' | 'subId' | 'regionId'>;

const OF_ROW = { at: 1, campaignId: 1, agencyId: 1, linkId: 1, subId: 1, regionId: 1 };

/**
 * Adds what a dispute of a batch gave back to the sums of its days, in the open transaction. A claim names how many clicks
 * were none, not which: so each billed click of the batch bears the same share of what came back.
 */
export async function countRefund({ _id: batchId, campaignId }: ClickBatch, amount: Money): Promise<void> {
  const campaign = (await campaignsById([campaignId])).get(campaignId) ?? null;
  const clicks = await Clicks.find({ batchId, priceMinor: { $gt: 0 } }, OF_ROW).lean<Billed[]>();
  if (clicks.length === 0) return;
  const counts = new Map<string, number>();
  for (const click of clicks) {
    const { _id } = rowOf(click, campaign);
    counts.set(_id, (counts.get(_id) ?? 0) + 1);
  }
  const parts = allocate(amount, [...counts.values()].map(BigInt));
  await ClickDays.bulkWrite(
    [...counts.keys()].map((_id, place) => ({
      updateOne: { filter: { _id }, update: { $inc: { refundedMinor: parts[place]!.minor } } },
    })),
  );
}
