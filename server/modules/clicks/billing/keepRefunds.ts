import { type Migration } from '../../../platform/manifest';
import { RULES_IN_FORCE } from '../../disputes';
import { ClickBatches } from '../model';

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
