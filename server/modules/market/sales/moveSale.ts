import { conflict } from '../../../platform/errors';
import { saleFrom, type SaleRow, Sales } from './model';
import { releaseAll } from './releaseSales';
import { mayMove } from './rules';

/**
 * Opens or ends the claim on a sale, in the open transaction and by a guarded update. Into DISPUTED only while its
 * window is open at `at`, so that exactly one of a claim in time and a release wins. Back to HELD, a sale whose window
 * is over meanwhile is released at once. Throws Conflict when the sale is not in that state or the window is over.
 */
export async function moveSale(
  saleId: string,
  from: 'HELD' | 'DISPUTED',
  to: 'HELD' | 'DISPUTED',
  at: Date,
  actor = 'system',
): Promise<void> {
  if (!mayMove(from, to)) throw new RangeError(`a sale does not move from ${from} to ${to}`);
  const isInTime = to === 'DISPUTED' ? { windowEndsAt: { $gt: at } } : {};
  const row = await Sales.findOneAndUpdate(
    { _id: saleId, state: from, ...isInTime },
    { $set: { state: to } },
    { returnDocument: 'after' },
  ).lean<SaleRow>();
  if (!row) throw conflict('The sale is not in a state that allows this, or its window is over. Nothing was done.');
  if (to === 'HELD' && row.windowEndsAt <= at) await releaseAll([saleFrom(row)], at, actor);
}
