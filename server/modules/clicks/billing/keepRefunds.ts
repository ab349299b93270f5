import { type Migration } from '../../../platform/manifest';
import { RULES_IN_FORCE } from '../../disputes';
import { money } from '../../../platform/money';
import { batchFrom, ClickBatches, type ClickBatchRow, ClickDays } from '../model';
import { countRefund } from '../reports/countRefund';

/** Batches from before they could be disputed: nothing of them went back, and the first rules hold for them. */
export const keepRefunds: Migration = {
  name: '0090-batches-keep-refunds',
  async up() {
    const nothing = { refundedMinor: 0n, refundedAt: null };
    const earlier = { refundedMinor: { $exists: false } };
    await ClickBatches.updateMany({ ...earlier, state: 'OPEN' }, { $set: { ...nothing, disputeRules: null } });
    await ClickBatches.updateMany(earlier, { $set: { ...nothing, disputeRules: RULES_IN_FORCE.CLICK_BATCH } });
  },
};

/** What went back before the sums of days told of it. */
export const countEarlierRefunds: Migration = {
  name: '0090-days-count-refunds',
  async up() {
    // Broken off, it begins anew.
    await ClickDays.updateMany({}, { $unset: { refundedMinor: 1 } });
    const rows = ClickBatches.find({ refundedMinor: { $gt: 0 } })
      .lean<ClickBatchRow>()
      .cursor() as AsyncIterable<ClickBatchRow>;
    for await (const row of rows) {
      const batch = batchFrom(row);
      await countRefund(batch, money(batch.refundedMinor, batch.currency), []);
    }
  },
};
