import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { conflict } from '../../../platform/errors';
import { newId } from '../../../platform/ids';
import { enqueueTask } from '../../../platform/jobs';
import { inTransaction } from '../../../platform/transaction';
import { columnsNotMapped } from './errors';
import { demandState, findBatch } from './findBatch';
import { type Batch, Batches, type DryRun } from './model';
import { PREVIEW_TASK } from './previewRows';
import { emptyTally } from './tally';

/**
 * Asks for a dry run over all rows: counts and reasons come on the batch as they are found. Asking while one is under
 * way or done for the same columns answers with that one.
 */
export async function previewBatch(viewer: Viewer, { batchId }: { batchId: string }): Promise<{ batch: Batch }> {
  const batch = await findBatch(viewer, batchId);
  if (batch.state === 'AWAITING_COLUMNS') throw columnsNotMapped();
  demandState(batch, ['READY'], 'previewed');
  if (batch.dryRun) return { batch };
  const dryRun: DryRun = { runId: newId('job'), isDone: false, progress: 0, tally: emptyTally() };
  const begun = await inTransaction(async () => {
    const changed = await Batches.findOneAndUpdate(
      { _id: batchId, state: 'READY', dryRun: null, changedAt: batch.changedAt },
      { $set: { dryRun, problem: null, changedAt: now() } },
      { returnDocument: 'after' },
    ).lean<Batch>();
    if (!changed) throw conflict('The batch changed meanwhile. Look at it and preview it again if need be.');
    await enqueueTask(PREVIEW_TASK, { batchId, runId: dryRun.runId }, { key: dryRun.runId });
    return changed;
  });
  return { batch: begun };
}
