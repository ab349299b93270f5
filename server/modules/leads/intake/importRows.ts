import { now } from '../../../platform/clock';
import { UserError } from '../../../platform/errors';
import { enqueueTask } from '../../../platform/jobs';
import { ranOutOfTime } from '../../../platform/mongoose';
import { type TaskContext, type TaskKind } from '../../../platform/manifest';
import { emit } from '../../../platform/outbox';
import { inTransaction } from '../../../platform/transaction';
import { acceptRows } from '../accept/acceptRows';
import { type RowOutcome, type RowSignal } from '../candidate';
import { Leads } from '../model';
import { ChunkSize, FEWEST_ROWS } from './chunkSize';
import { UnreadableFile } from './file/fileKind';
import { isLastTry } from './lastTry';
import { type Batch, batchRowId, Batches, BatchRows, type BatchRow } from './model';
import { candidateBatch, type Chunk, rowChunks } from './rowChunks';
import { type Beat, beatOf, sliceAfter } from './slices';
import { notesOf, type RowEnd, tallyWith } from './tally';
import { dataRows } from './uploadedFile';

export const IMPORT_TASK = 'leads.importBatch';

/**
 * Judges and stores the rows of a batch from where it stopped. Each chunk is one transaction: its leads, its row
 * outcomes and the batch's own mark of how far it came, so that after a crash no row is missing and none is counted
 * twice, and of two workers one goes on.
 */
export const importTask: TaskKind = {
  name: IMPORT_TASK,
  async run({ batchId }: { batchId: string }, context) {
    const batch = await Batches.findById(batchId).lean<Batch>();
    if (batch?.state !== 'IMPORTING') return;
    try {
      await importRows(batch, context);
    } catch (error) {
      if (error instanceof Stopped && !(await isImporting(batchId))) return;
      if (error instanceof UnreadableFile) await fail(batchId, error.message);
      else {
        if (await isLastTry(context))
          await fail(batchId, 'Something failed on our side. Ask for the import again; it goes on where it stopped.');
        throw error;
      }
    }
  },
};

async function importRows(start: Batch, context: TaskContext): Promise<void> {
  let batch = start;
  const size = new ChunkSize();
  const watch = new StopWatch();
  const began = performance.now();
  const beat = beatOf(context);
  let sliceMs: number | null = null;
  for await (const chunk of rowChunks(dataRows(batch, batch.doneRow, beat), batch, () => size.rows)) {
    sliceMs ??= sliceAfter(performance.now() - began);
    batch = await storeInParts(batch, chunk, size, watch, beat);
    if (context.shouldStop() || performance.now() - began > sliceMs) return goOnLater(batch);
    await beat();
  }
  await finish(batch);
}

const goOnLater = ({ _id, importRuns, doneRow }: Batch): Promise<void> =>
  enqueueTask(IMPORT_TASK, { batchId: _id }, { key: `${_id}:${importRuns}:${doneRow}` });

const isImporting = async (batchId: string): Promise<boolean> =>
  (await Batches.exists({ _id: batchId, state: 'IMPORTING' })) !== null;

/** Milliseconds of work from one stored chunk to the next; a commit counts to the chunk that follows it. */
class StopWatch {
  private since = performance.now();
  private readAt = this.since;
  read(): number {
    this.readAt = performance.now();
    return this.readAt - this.since;
  }
  /** What was read last is stored: the next reading begins there. */
  keep(): void {
    this.since = this.readAt;
  }
}

/**
 * Stores a chunk; where the database is too busy for it, or too slow, in ever smaller parts. Answers with the batch as it
 * is then.
 */
async function storeInParts(batch: Batch, chunk: Chunk, size: ChunkSize, watch: StopWatch, beat: Beat): Promise<Batch> {
  try {
    const began = performance.now();
    const stored = await inTransaction(() => storeChunk(batch, chunk, watch), 'bulk');
    size.took(performance.now() - began, chunk.candidates.length + chunk.refused.length);
    watch.keep();
    return stored;
  } catch (error) {
    const isBusy = error instanceof UserError && error.typename === 'Busy';
    if (!(isBusy || ranOutOfTime(error)) || chunk.candidates.length <= FEWEST_ROWS) throw error;
    size.wasTooMuch();
    await beat();
    const [first, second] = halves(chunk);
    const done = await storeInParts(batch, first, size, watch, beat);
    return storeInParts(done, second, size, watch, beat);
  }
}

function halves(chunk: Chunk): [Chunk, Chunk] {
  const middle = chunk.candidates[Math.floor(chunk.candidates.length / 2)]!.row;
  const first = ({ row }: { row: number }): boolean => row < middle;
  const rest = (row: { row: number }): boolean => !first(row);
  return [
    { ...chunk, candidates: chunk.candidates.filter(first), refused: chunk.refused.filter(first), lastRow: middle - 1 },
    { ...chunk, candidates: chunk.candidates.filter(rest), refused: chunk.refused.filter(rest) },
  ];
}

/**
 * Another worker or a cancellation was there first: the chunk's transaction is undone as a whole. While the batch is
 * still being imported this is a failed try like any other, for the worker that was ahead may have lost the task and
 * stop at any moment: whoever holds the task goes on from the mark.
 */
class Stopped extends Error {}

/** Stores one chunk and moves the batch's mark past it. Throws Stopped when the mark is not where it was. */
async function storeChunk(batch: Batch, chunk: Chunk, watch: StopWatch): Promise<Batch> {
  const judged =
    chunk.candidates.length > 0 ? await acceptRows(chunk.candidates, candidateBatch(batch, batch.importAskedAt!)) : [];
  const ends = await markUnchanged([...judged, ...chunk.refused], batch);
  const rows = ends.flatMap((end) => rowOf(batch._id, end));
  if (rows.length > 0) await BatchRows.insertMany(rows, { lean: true });
  const tally = tallyWith(batch.tally, ends);
  const activeMs = batch.activeMs + Math.round(watch.read());
  const moved = await Batches.findOneAndUpdate(
    { _id: batch._id, state: 'IMPORTING', doneRow: batch.doneRow },
    { $set: { doneRow: chunk.lastRow, tally, progress: chunk.share, activeMs, changedAt: now() } },
    { returnDocument: 'after' },
  ).lean<Batch>();
  if (!moved) throw new Stopped();
  return moved;
}

/** In a corrected file, rows that the earlier files brought in already are neither new nor duplicates. */
async function markUnchanged(outcomes: RowOutcome[], batch: Batch): Promise<RowEnd[]> {
  const ids = outcomes.flatMap((end) => (end.outcome === 'DUPLICATE' && end.ofLeadId ? [end.ofLeadId] : []));
  if (batch.correctsIds.length === 0 || ids.length === 0) return outcomes;
  const earlier = await Leads.find({ _id: { $in: ids }, batchId: { $in: batch.correctsIds } }, { _id: 1 }).lean();
  const known = new Set(earlier.map(({ _id }) => _id));
  return outcomes.map((end) =>
    end.outcome === 'DUPLICATE' && end.ofLeadId && end.ofRow === undefined && known.has(end.ofLeadId)
      ? { row: end.row, outcome: 'UNCHANGED', leadId: end.ofLeadId }
      : end,
  );
}

/** What is kept of a row; nothing where there is no more to tell than that it was accepted. */
function rowOf(batchId: string, end: RowEnd): BatchRow[] {
  const notes = notesOf(end);
  if (end.outcome === 'ACCEPTED' && notes.length === 0) return [];
  const reasons = 'signals' in end ? end.signals.filter(({ isDeciding }) => isDeciding) : [];
  const leadId = end.outcome === 'DUPLICATE' ? (end.ofLeadId ?? null) : 'leadId' in end ? end.leadId : null;
  return [
    {
      _id: batchRowId(batchId, end.row),
      outcome: end.outcome,
      reasons: inWords(reasons),
      notes: inWords(notes),
      leadId,
      ofRow: 'ofRow' in end ? (end.ofRow ?? null) : null,
    },
  ];
}

const inWords = (signals: readonly RowSignal[]): BatchRow['reasons'] =>
  signals.map(({ code, message }) => ({ code, message }));

async function finish(batch: Batch): Promise<void> {
  const at = now();
  const { accepted, rejected, duplicates } = batch.tally.counts;
  await inTransaction(async () => {
    const { matchedCount } = await Batches.updateOne(
      { _id: batch._id, state: 'IMPORTING', doneRow: batch.doneRow },
      { $set: { state: 'IMPORTED', progress: 1, finishedAt: at, changedAt: at } },
    );
    if (matchedCount === 0) throw new Stopped();
    await emit('batch.imported', batch._id, {
      batchId: batch._id,
      agencyId: batch.agencyId,
      accepted,
      rejected,
      duplicates,
    });
  });
}

async function fail(batchId: string, problem: string): Promise<void> {
  const at = now();
  await Batches.updateOne(
    { _id: batchId, state: 'IMPORTING' },
    { $set: { state: 'FAILED', problem, changedAt: at }, $unset: { importKey: 1 } },
  );
}
