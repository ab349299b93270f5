import { after, DAY } from '../../../platform/clock';
import { type PeriodicJob } from '../../../platform/manifest';
import { Batches } from './model';

/** Removes batches that were begun and got no file within a day: nothing was ever in them. */
export const removeEmptyBatches: PeriodicJob = {
  name: 'leads.removeEmptyBatches',
  everySeconds: 3600,
  async run(now) {
    const { deletedCount } = await Batches.deleteMany({
      state: 'AWAITING_FILE',
      changedAt: { $lt: after(now, -DAY) },
    });
    return deletedCount;
  },
};
