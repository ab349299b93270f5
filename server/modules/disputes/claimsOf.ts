import mongoose from '../../platform/mongoose';
import { type CollectionSpec } from '../../platform/manifest';
import { after } from '../../platform/clock';
import { toMinor } from '../../platform/money';
import { boughtSince, type Sale } from '../market';
import { Disputes } from './model';
import { type Claims, type DisputeRules } from './rules';

/** One row a buyer that ever disputed, changed by each claim so that two claims at once meet. */
interface ClaimantRow {
  _id: string;
  opened: number;
}

const Claimants = mongoose.model(
  'Claimant',
  new mongoose.Schema<ClaimantRow>({ _id: String, opened: Number }, { collection: 'claimants', versionKey: false }),
);

export const claimantCollection: CollectionSpec = { name: 'claimants', indexes: [] };

/**
 * What the buyer of a sale bought and disputed in the period that the rules look at, with this sale counted as
 * disputed. Withdrawn claims do not count.
 */
export async function claimsOf(sale: Sale, rules: DisputeRules, at: Date): Promise<Claims> {
  const since = after(at, -rules.rateMs);
  const { sales, grossMinor } = await boughtSince(sale.buyerId, since);
  const [row] = await Disputes.aggregate<{ sum: bigint | number }>([
    {
      $match: {
        buyerId: sale.buyerId,
        openedAt: { $gte: since },
        soldAt: { $gte: since },
        state: { $ne: 'WITHDRAWN' },
        saleId: { $ne: sale._id },
      },
    },
    { $group: { _id: null, sum: { $sum: '$grossMinor' } } },
  ]);
  return { sales, boughtMinor: grossMinor, disputedMinor: toMinor(row?.sum) + sale.grossMinor };
}

/** Makes the row that `queueClaims` changes; outside a transaction, where two at once do no harm. */
export async function readyClaimant(buyerId: string): Promise<void> {
  await Claimants.updateOne({ _id: buyerId }, { $setOnInsert: { opened: 0 } }, { upsert: true });
}

/** Makes claims of one buyer queue, in the open transaction: each one counts those before it. */
export async function queueClaims(buyerId: string): Promise<void> {
  await Claimants.updateOne({ _id: buyerId }, { $inc: { opened: 1 } });
}
