import { now } from '../../../platform/clock';
import { enqueueTask } from '../../../platform/jobs';
import { type TaskContext, type TaskKind } from '../../../platform/manifest';
import { acceptRows } from '../acceptRows';
import { type RowOutcome } from '../candidate';
import { UnreadableFile } from './file/fileKind';
import { isLastTry } from './lastTry';
import { type Batch, Batches } from './model';
import { candidateBatch, rowChunks } from './rowChunks';
import { SeenHashes } from './seenHashes';
import { emptyTally, tallyWith } from './tally';
import { dataRows } from './uploadedFile';

export const PREVIEW_TASK = 'leads.previewBatch';

const CHUNK_ROWS = 1000;
/** How often the progress is written, and the queue told that the work goes on. */
const TELL_MS = 1000;

/** Goes through all rows of a batch and counts what an import would do; stores nothing but the counts. */
export const previewTask: TaskKind = {
  name: PREVIEW_TASK,
  async run({ batchId, runId }: { batchId: string; runId: string }, context) {
    const batch = await Batches.findOne({ _id: batchId, 'dryRun.runId': runId }).lean<Batch>();
    if (!batch || batch.dryRun?.isDone) return;
    try {
      await previewRows(batch, runId, context);
    } catch (error) {
      if (error instanceof UnreadableFile) await giveUp(batchId, runId, { state: 'FAILED', problem: error.message });
      else {
        if (await isLastTry(context)) await giveUp(batchId, runId, { problem: OUR_FAULT });
        throw error;
      }
    }
  },
};

const OUR_FAULT = 'The preview failed on our side; nothing was stored by it. Ask for it again.';

/** Ends a dry run without an answer, so that it may be asked for anew. */
async function giveUp(batchId: string, runId: string, why: Partial<Pick<Batch, 'state' | 'problem'>>): Promise<void> {
  await Batches.updateOne(
    { _id: batchId, state: 'READY', 'dryRun.runId': runId },
    { $set: { ...why, dryRun: null, changedAt: now() } },
  );
}

async function previewRows(batch: Batch, runId: string, context: TaskContext): Promise<void> {
  const asked = candidateBatch(batch, now());
  const seen = new SeenHashes();
  let tally = emptyTally();
  let toldAt = performance.now();
  const tell = async (isDone: boolean, progress: number): Promise<boolean> => {
    const { matchedCount } = await Batches.updateOne(
      { _id: batch._id, state: 'READY', 'dryRun.runId': runId },
      { $set: { dryRun: { runId, isDone, progress, tally }, changedAt: now() } },
    );
    return matchedCount === 1;
  };
  for await (const { candidates, refused, share } of rowChunks(dataRows(batch), batch, () => CHUNK_ROWS)) {
    const judged = candidates.length > 0 ? await acceptRows(candidates, asked, { isDryRun: true }) : [];
    tally = tallyWith(tally, [...judged.map((outcome) => asRepeat(outcome, seen)), ...refused]);
    if (context.shouldStop()) {
      // What was seen so far lives in this process only: the next one begins anew.
      await enqueueTask(PREVIEW_TASK, { batchId: batch._id, runId });
      return;
    }
    if (performance.now() - toldAt < TELL_MS) continue;
    if (!(await tell(false, share))) return;
    await context.heartbeat();
    toldAt = performance.now();
  }
  await tell(true, 1);
}

/** A dry run stores no hashes, so a person who stands in the file twice is found here. */
function asRepeat(outcome: RowOutcome, seen: SeenHashes): RowOutcome {
  if (outcome.outcome !== 'ACCEPTED' && outcome.outcome !== 'QUARANTINED') return outcome;
  const met = (outcome.contactHashes ?? []).map((hash) => seen.meet(hash));
  if (!met.includes(true)) return outcome;
  const message = 'The same person is in an earlier row of this file; the repeated request is noted there.';
  return {
    row: outcome.row,
    outcome: 'DUPLICATE',
    isOwn: true,
    signals: [{ code: 'DUPLICATE', message, isDeciding: true }],
  };
}
