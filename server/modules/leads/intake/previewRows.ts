import { Readable } from 'node:stream';
import { after, MINUTE, now } from '../../../platform/clock';
import { readFile, removeFile, storeFile } from '../../../platform/files';
import { enqueueTask } from '../../../platform/jobs';
import { type TaskContext, type TaskKind } from '../../../platform/manifest';
import { acceptRows } from '../accept/acceptRows';
import { type RowOutcome } from '../candidate';
import { UnreadableFile } from './file/fileKind';
import { isLastTry } from './lastTry';
import { type Batch, Batches, type DryRun } from './model';
import { candidateBatch, rowChunks } from './rowChunks';
import { SeenHashes } from './seenHashes';
import { beatOf, sliceAfter } from './slices';
import { emptyTally, type Tally, tallyWith } from './tally';
import { dataRows } from './uploadedFile';

export const PREVIEW_TASK = 'leads.previewBatch';

const CHUNK_ROWS = 1000;
/** How often the progress is written. */
const TELL_MS = 1000;
/** How long a dry run waits for another one of its agency before it looks again. */
const TURN_MS = 2000;
const FORGOTTEN_MS = 5 * MINUTE;

/**
 * Goes through all rows of a batch and counts what an import would do; stores nothing but the counts, and while others
 * have their turn the sealed hashes of whom it met.
 */
export const previewTask: TaskKind = {
  name: PREVIEW_TASK,
  async run({ batchId, runId }: { batchId: string; runId: string }, context) {
    const batch = await Batches.findOne({ _id: batchId, 'dryRun.runId': runId }).lean<Batch>();
    if (!batch || batch.dryRun?.isDone) return;
    if (await isOtherFirst(batch, runId)) {
      await enqueueTask(PREVIEW_TASK, { batchId, runId }, { runAt: after(now(), TURN_MS) });
      return;
    }
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

/**
 * An agency has one dry run at a time, so that those of others are not kept waiting: whether one that it asked for earlier
 * is under way. One that nobody has touched for minutes is none.
 */
const isOtherFirst = async ({ agencyId }: Batch, runId: string): Promise<boolean> =>
  (await Batches.exists({
    agencyId,
    state: 'READY',
    'dryRun.isDone': false,
    'dryRun.runId': { $lt: runId },
    changedAt: { $gt: after(now(), -FORGOTTEN_MS) },
  })) !== null;

const OUR_FAULT = 'The preview failed on our side; nothing was stored by it. Ask for it again.';

/** Ends a dry run without an answer, so that it may be asked for anew. */
async function giveUp(batchId: string, runId: string, why: Partial<Pick<Batch, 'state' | 'problem'>>): Promise<void> {
  await Batches.updateOne(
    { _id: batchId, state: 'READY', 'dryRun.runId': runId },
    { $set: { ...why, dryRun: null, changedAt: now() } },
  );
}

async function previewRows(batch: Batch, runId: string, context: TaskContext): Promise<void> {
  const run = await Run.of(batch, runId);
  const asked = candidateBatch(batch, now());
  const beat = beatOf(context);
  const began = performance.now();
  let sliceMs: number | null = null;
  let toldAt = began;
  for await (const chunk of rowChunks(dataRows(batch, run.row, beat), batch, () => CHUNK_ROWS)) {
    sliceMs ??= sliceAfter(performance.now() - began);
    const { candidates, refused, share } = chunk;
    const judged = candidates.length > 0 ? await acceptRows(candidates, asked, { isDryRun: true }) : [];
    run.count([...judged, ...refused], chunk.lastRow);
    if (context.shouldStop() || performance.now() - began > sliceMs) return run.pause(share);
    await beat();
    if (performance.now() - toldAt < TELL_MS) continue;
    if (!(await run.tell(share))) return;
    toldAt = performance.now();
  }
  await run.end();
}

/** How far one dry run is, and what it has met. */
class Run {
  private constructor(
    private readonly batch: Batch,
    private readonly runId: string,
    private readonly seen: SeenHashes,
    private tally: Tally,
    /** The last row that is counted. */
    public row: number,
  ) {}

  /** At its beginning, or where it was paused. */
  static async of(batch: Batch, runId: string): Promise<Run> {
    const mark = batch.dryRun?.mark;
    if (!mark) return new Run(batch, runId, new SeenHashes(), emptyTally(), 0);
    const packed: Buffer[] = [];
    for await (const chunk of readFile(mark.seenFileId) as AsyncIterable<Buffer>) packed.push(chunk);
    return new Run(batch, runId, await SeenHashes.unpacked(Buffer.concat(packed)), mark.tally, mark.row);
  }

  count(outcomes: readonly RowOutcome[], lastRow: number): void {
    const ends = outcomes.map((outcome) => asRepeat(outcome, this.seen));
    this.tally = tallyWith(this.tally, ends);
    this.row = lastRow;
  }

  /** Shows the counts so far; answers whether this run still counts: columns may have changed meanwhile. */
  tell(progress: number): Promise<boolean> {
    return this.write({ progress, ...this.mark });
  }

  async end(): Promise<void> {
    await this.write({ isDone: true, progress: 1 });
    await this.forgetMark();
  }

  /** Leaves the rest to a new task behind those of others, in whichever process. */
  async pause(progress: number): Promise<void> {
    const { row, tally } = this;
    const packed = await this.seen.packed();
    const { id } = await storeFile(Readable.from([packed]), { maxBytes: packed.length });
    if (!(await this.write({ progress, mark: { row, tally, seenFileId: id } }))) return removeFile(id);
    await enqueueTask(PREVIEW_TASK, { batchId: this.batch._id, runId: this.runId }, { key: `${this.runId}:${row}` });
    await this.forgetMark();
  }

  private get mark(): Pick<DryRun, 'mark'> {
    const mark = this.batch.dryRun?.mark;
    return mark ? { mark } : {};
  }

  private async forgetMark(): Promise<void> {
    if (this.mark.mark) await removeFile(this.mark.mark.seenFileId);
  }

  /** Of two workers at one run the one that is behind writes no more. */
  private async write(dryRun: Partial<DryRun>): Promise<boolean> {
    const { _id } = this.batch;
    const mark = this.mark.mark?.row ?? { $exists: false };
    const { matchedCount } = await Batches.updateOne(
      { _id, state: 'READY', 'dryRun.runId': this.runId, 'dryRun.isDone': false, 'dryRun.mark.row': mark },
      { $set: { dryRun: { runId: this.runId, isDone: false, tally: this.tally, ...dryRun }, changedAt: now() } },
    );
    return matchedCount === 1;
  }
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
