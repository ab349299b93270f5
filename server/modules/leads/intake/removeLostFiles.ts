import { after, DAY } from '../../../platform/clock';
import { filesStoredBefore, removeFile } from '../../../platform/files';
import { type PeriodicJob } from '../../../platform/manifest';
import { CallRecordings } from '../recordings/model';
import { Batches } from './model';

/**
 * Removes files that neither a batch nor a recorded call names (nothing else stores files): a process that was stopped
 * between the last byte of a file and the change of its batch leaves one behind, full of personal data. A day is longer
 * than any upload takes to come to its batch.
 */
export const removeLostFiles: PeriodicJob = {
  name: 'leads.removeLostFiles',
  everySeconds: 6 * 3600,
  async run(now) {
    let removed = 0;
    for await (const ids of filesStoredBefore(after(now, -DAY))) {
      const uploads = await Batches.find({ 'file.id': { $in: ids } }, { file: 1 }).lean();
      const paused = await Batches.find({ 'dryRun.mark.seenFileId': { $in: ids } }, { dryRun: 1 }).lean();
      const calls = await CallRecordings.find({ state: 'STORED', fileId: { $in: ids } }, { fileId: 1 }).lean();
      const known = new Set([
        ...calls.map(({ fileId }) => fileId!),
        ...uploads.map(({ file }) => file!.id),
        ...paused.map(({ dryRun }) => dryRun!.mark!.seenFileId),
      ]);
      for (const id of ids.filter((one) => !known.has(one))) {
        await removeFile(id);
        removed++;
      }
    }
    return removed;
  },
};
