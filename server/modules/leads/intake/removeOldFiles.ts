import { after, DAY } from '../../../platform/clock';
import { removeFile } from '../../../platform/files';
import { type PeriodicJob } from '../../../platform/manifest';
import { type Batch, Batches } from './model';

/** Days that an uploaded file, which is full of personal data, is kept after the batch last changed. */
export const FILE_DAYS = 30;
const A_SWEEP = 100;

/** Removes uploads that nobody will correct any more. The counts and the reasons of the batch stay. */
export const removeOldFiles: PeriodicJob = {
  name: 'leads.removeOldFiles',
  everySeconds: 3600,
  async run(now) {
    const old = await Batches.find({ 'file.id': { $exists: true }, changedAt: { $lt: after(now, -FILE_DAYS * DAY) } })
      .limit(A_SWEEP)
      .lean<Batch[]>();
    let removed = 0;
    for (const { _id, file, state, changedAt } of old) {
      const isEnded = state === 'IMPORTED' || state === 'CANCELLED';
      // First the batch, so that no import begins while its file goes; `changedAt` stays, and a sweep that is stopped
      // here finds the batch again.
      const { matchedCount } = await Batches.updateOne(
        { _id, state, changedAt },
        isEnded
          ? { $set: { dryRun: null } }
          : { $set: { state: 'CANCELLED', finishedAt: now, dryRun: null }, $unset: { importKey: 1 } },
      );
      if (matchedCount === 0) continue;
      await removeFile(file!.id);
      await Batches.updateOne({ _id, 'file.id': file!.id }, { $set: { file: null } });
      removed++;
    }
    return removed;
  },
};
