import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { conflict } from '../../../platform/errors';
import { removeFile } from '../../../platform/files';
import { demandState, findBatch } from './findBatch';
import { type Batch, Batches, OPEN_STATES } from './model';

/** Gives a batch up: an import stops before its next rows, what it stored stays. Cancelling twice is no error. */
export async function cancelBatch(viewer: Viewer, { batchId }: { batchId: string }): Promise<{ batch: Batch }> {
  const batch = await findBatch(viewer, batchId);
  if (batch.state === 'CANCELLED') return { batch };
  demandState(batch, [...OPEN_STATES, 'IMPORTING', 'FAILED'], 'cancelled');
  const at = now();
  const isUntouched = batch.doneRow === 0 && batch.state !== 'IMPORTING';
  const cancelled = await Batches.findOneAndUpdate(
    { _id: batchId, state: batch.state },
    {
      $set: { state: 'CANCELLED', finishedAt: at, changedAt: at, dryRun: null, ...(isUntouched ? { file: null } : {}) },
      $unset: { importKey: 1 },
    },
    { returnDocument: 'after' },
  ).lean<Batch>();
  if (!cancelled) throw conflict('The batch changed meanwhile. Look at it and cancel it again if need be.');
  if (isUntouched && batch.file) await removeFile(batch.file.id);
  return { batch: cancelled };
}
