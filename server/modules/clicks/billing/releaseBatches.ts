import { eachApart } from '../../../platform/eachApart';
import { inTransaction } from '../../../platform/transaction';
import { recordEntries } from '../../ledger';
import { batchFrom, ClickBatches, type ClickBatchRow } from '../model';
import { batchReleased } from './entries';

const A_RUN = 2000;

/**
 * Frees the money of batches whose dispute window is over. A claim that was opened in time has moved its batch out of HELD,
 * so it always beats the release. Answers with how many. Safe beside itself and beside claims.
 */
export async function releaseBatches(at: Date): Promise<number> {
  const rows = await ClickBatches.find({ state: 'HELD', windowEndsAt: { $lte: at } }, { _id: 1 })
    .sort({ windowEndsAt: 1 })
    .limit(A_RUN)
    .lean();
  return eachApart(
    rows,
    ({ _id }) => inTransaction(() => releaseBatch(_id, at, 'system'), 'bulk'),
    ({ _id }) => ({ batchId: _id }),
    'a batch of clicks was not released',
  );
}

/** Releases a batch that is held and whose window is over at `at`, in the open transaction; false where it is not. */
export async function releaseBatch(id: string, at: Date, actor: string): Promise<boolean> {
  const due = { _id: id, state: 'HELD' as const, windowEndsAt: { $lte: at } };
  const row = await ClickBatches.findOne(due).lean<ClickBatchRow>();
  if (!row) return false;
  await recordEntries([batchReleased(batchFrom(row), at, actor)]);
  const { matchedCount } = await ClickBatches.updateOne(due, { $set: { state: 'RELEASED', releasedAt: at } });
  if (matchedCount === 0) throw new Error(`batch ${id} was moved by another at the same moment`);
  return true;
}
