import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { conflict } from '../../../platform/errors';
import { enqueueTask } from '../../../platform/jobs';
import { sha256 } from '../../../platform/seal';
import { duplicateKeyOf, inTransaction } from '../../../platform/transaction';
import { requireApproval } from '../policy';
import { columnsNotMapped, fileAlreadyImported } from './errors';
import { demandState, findBatch } from './findBatch';
import { IMPORT_TASK } from './importRows';
import { type Batch, Batches } from './model';

/**
 * Asks for all rows to be judged and stored; the work is a task that survives a stop. Asking again answers with the
 * batch as it is; a failed import goes on at the row where it stopped. A file that was imported before in the same way
 * adds nothing and is refused with the batch that has it. Waits for the approval of the agency.
 */
export async function importBatch(viewer: Viewer, { batchId }: { batchId: string }): Promise<{ batch: Batch }> {
  const batch = await findBatch(viewer, batchId);
  if (batch.state === 'IMPORTING' || batch.state === 'IMPORTED') return { batch };
  requireApproval(viewer, 'imported');
  if (batch.state === 'AWAITING_COLUMNS') throw columnsNotMapped();
  demandState(batch, ['READY', 'FAILED'], 'imported');
  if (!batch.file) throw conflict('The file of this batch is not kept any more. Start a new batch with it.');
  const importKey = importKeyOf(batch);
  try {
    return { batch: await inTransaction(() => begin(batch, importKey)) };
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error;
    const earlier = await Batches.findOne({ importKey }).lean<Batch>();
    throw earlier ? fileAlreadyImported(earlier) : error;
  }
}

async function begin(batch: Batch, importKey: string): Promise<Batch> {
  const at = now();
  const begun = await Batches.findOneAndUpdate(
    { _id: batch._id, state: batch.state, importRuns: batch.importRuns },
    {
      $set: { state: 'IMPORTING', importKey, importAskedAt: batch.importAskedAt ?? at, problem: null, changedAt: at },
      $inc: { importRuns: 1 },
    },
    { returnDocument: 'after' },
  ).lean<Batch>();
  if (!begun) throw conflict('The batch changed meanwhile. Look at it and import it again if need be.');
  await enqueueTask(IMPORT_TASK, { batchId: batch._id }, { key: `${batch._id}:${begun.importRuns}` });
  return begun;
}

/** The same for the same bytes read in the same way for the same niche; another reading may well make other leads. */
const importKeyOf = (batch: Batch): string =>
  sha256(
    JSON.stringify([
      batch.agencyId,
      batch.nicheId,
      batch.country,
      Object.entries(batch.defaults).sort(),
      batch.file!.sha256,
      batch.format?.kind === 'WORKBOOK' ? batch.format.sheet : batch.format?.dialect.delimiter,
      batch.format?.kind === 'TEXT' ? batch.format.encoding : null,
      batch.heading?.firstDataRow,
      batch.columns.map(({ field, answerKey }) => [field, answerKey]),
    ]),
  );
