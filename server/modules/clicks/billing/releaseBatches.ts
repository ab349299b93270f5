import { log } from '../../../platform/log';
import { inTransaction } from '../../../platform/transaction';
import { recordEntries } from '../../ledger';
import { batchFrom, ClickBatches, type ClickBatchRow } from '../model';
import { releaseEntry } from './entries';

const A_RUN = 2000;

/** Frees the money of batches whose dispute window is over. Answers with how many. Safe beside itself. */
export async function releaseBatches(at: Date): Promise<number> {
  const rows = await ClickBatches.find({ state: 'HELD', windowEndsAt: { $lte: at } }, { _id: 1 })
    .sort({ windowEndsAt: 1 })
    .limit(A_RUN)
    .lean();
  let released = 0;
  const failures: unknown[] = [];
  for (const { _id } of rows) {
    try {
      if (await inTransaction(() => releaseBatch(_id, at), 'bulk')) released++;
    } catch (error) {
      log.error({ error, batchId: _id }, 'a batch of clicks was not released');
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} batches of clicks were not released`);
  return released;
}

async function releaseBatch(id: string, at: Date): Promise<boolean> {
  const due = { _id: id, state: 'HELD' as const, windowEndsAt: { $lte: at } };
  const row = await ClickBatches.findOne(due).lean<ClickBatchRow>();
  if (!row) return false;
  await recordEntries([releaseEntry(batchFrom(row), at)]);
  const { matchedCount } = await ClickBatches.updateOne(due, { $set: { state: 'RELEASED', releasedAt: at } });
  if (matchedCount === 0) throw new Error(`batch ${id} was moved by another at the same moment`);
  return true;
}
