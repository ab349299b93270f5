import { after, DAY } from '../../../platform/clock';
import { removeFile } from '../../../platform/files';
import { type PeriodicJob } from '../../../platform/manifest';
import { type Batch, Batches } from './model';

/** Days that an uploaded file, which is full of personal data, is kept after the batch last changed. */
const FILE_DAYS = 30;
const A_SWEEP = 100;

/** Removes uploads that nobody will correct any more. The counts and the reasons of the batch stay. */
export const removeOldFiles: PeriodicJob = {
  name: 'leads.removeOldFiles',
  everySeconds: 3600,
  async run(now) {
    const old = await Batches.find({ 'file.id': { $exists: true }, changedAt: { $lt: after(now, -FILE_DAYS * DAY) } })
      .limit(A_SWEEP)
      .lean<Batch[]>();
    for (const { _id, file, state } of old) {
      const left = state === 'IMPORTED' || state === 'CANCELLED' ? state : 'CANCELLED';
      await removeFile(file!.id);
      await Batches.updateOne({ _id }, { $set: { file: null, dryRun: null, state: left } });
    }
    return old.length;
  },
};
