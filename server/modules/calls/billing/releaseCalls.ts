import { eachApart } from '../../../platform/eachApart';
import { inTransaction } from '../../../platform/transaction';
import { recordEntries } from '../../ledger';
import { callFrom, type CallRow, Calls } from '../model';
import { callReleased } from './entries';

const A_RUN = 2000;

/**
 * Frees the money of calls whose dispute window is over. A claim that was opened in time has moved its call out of HELD, so
 * it always beats the release. Answers with how many. Safe beside itself and beside claims.
 */
export async function releaseCalls(at: Date): Promise<number> {
  const rows = await Calls.find({ money: 'HELD', windowEndsAt: { $lte: at } }, { _id: 1 })
    .sort({ windowEndsAt: 1 })
    .limit(A_RUN)
    .lean();
  return eachApart(
    rows,
    ({ _id }) => inTransaction(() => releaseCall(_id, at, 'system'), 'bulk'),
    ({ _id }) => ({ callId: _id }),
    'a call was not released',
  );
}

/** Releases a call that is held and whose window is over at `at`, in the open transaction; false where it is not. */
export async function releaseCall(id: string, at: Date, actor: string): Promise<boolean> {
  const due = { _id: id, money: 'HELD' as const, windowEndsAt: { $lte: at } };
  const row = await Calls.findOne(due).lean<CallRow>();
  if (!row) return false;
  await recordEntries([callReleased(callFrom(row), at, actor)]);
  const { matchedCount } = await Calls.updateOne(due, {
    $set: { money: 'RELEASED', releasedAt: at },
    $inc: { news: 1 },
  });
  if (matchedCount === 0) throw new Error(`call ${id} was moved by another at the same moment`);
  return true;
}
