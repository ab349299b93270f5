import { conflict } from '../../../platform/errors';
import { Sales } from './model';
import { mayMove } from './rules';

/**
 * Opens or ends the claim on a sale, in the open transaction and by a guarded update. Into DISPUTED only while its
 * window is open at `at`, so that exactly one of a claim in time and a release wins. Back in HELD, a sale whose window
 * is over is due: `releaseSales`. Throws Conflict when the sale is not in that state or the window is over.
 */
export async function moveSale(
  saleId: string,
  from: 'HELD' | 'DISPUTED',
  to: 'HELD' | 'DISPUTED',
  at: Date,
): Promise<void> {
  if (!mayMove(from, to)) throw new RangeError(`a sale does not move from ${from} to ${to}`);
  const isInTime = to === 'DISPUTED' ? { windowEndsAt: { $gt: at } } : {};
  const { matchedCount } = await Sales.updateOne({ _id: saleId, state: from, ...isInTime }, { $set: { state: to } });
  if (matchedCount === 0) {
    throw conflict('The sale is not in a state that allows this, or its window is over. Nothing was done.');
  }
}
