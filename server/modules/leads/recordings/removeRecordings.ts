import { after, DAY } from '../../../platform/clock';
import { removeFile } from '../../../platform/files';
import { type PeriodicJob } from '../../../platform/manifest';
import { type CallRecording, CallRecordings } from './model';

/**
 * Removes all recordings of these leads with their sound, as their contacts are: by erasure or after their time. That a
 * call was a proof, and when, stays with the lead. Called again it does the rest.
 */
export async function removeRecordings(leadIds: readonly string[]): Promise<number> {
  const rows = await CallRecordings.find({ leadId: { $in: [...leadIds] } }, { fileId: 1 }).lean<CallRecording[]>();
  return removeAll(rows);
}

/** The sound first: a stop between the two leaves a row by which the next call finds the rest. */
async function removeAll(rows: readonly Pick<CallRecording, '_id' | 'fileId'>[]): Promise<number> {
  for (const { _id, fileId } of rows) {
    if (fileId) await removeFile(fileId);
    await CallRecordings.deleteOne({ _id });
  }
  return rows.length;
}

/** Recordings whose sound never came. */
export const removeAnnounced: PeriodicJob = {
  name: 'leads.removeAnnouncedRecordings',
  everySeconds: 6 * 3600,
  async run(now) {
    const old = { state: 'ANNOUNCED', announcedAt: { $lt: after(now, -DAY) } } as const;
    return removeAll(await CallRecordings.find(old, { fileId: 1 }).limit(500).lean<CallRecording[]>());
  },
};
