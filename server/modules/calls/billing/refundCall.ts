import { conflict } from '../../../platform/errors';
import { type Money } from '../../../platform/money';
import { restAfter } from '../../campaigns';
import { moveWallets, recordEntries } from '../../ledger';
import { takeBackPaid } from '../judge/paidCallers';
import { callFrom, type CallRow, Calls } from '../model';
import { callRefunded } from './entries';
import { releaseCall } from './releaseCalls';

/**
 * Opens the claim on a call, in the open transaction and only while its window is open at `at`, so that exactly one of a
 * claim in time and a release wins. Throws Conflict.
 */
export async function moveToDisputed(callId: string, at: Date): Promise<void> {
  const { matchedCount } = await Calls.updateOne(
    { _id: callId, money: 'HELD', windowEndsAt: { $gt: at } },
    { $set: { money: 'DISPUTED' }, $inc: { news: 1 } },
  );
  if (matchedCount === 0)
    throw conflict('The call is not in a state that allows this, or its window is over. Nothing was done.');
}

/** Ends the claim with nothing given back: held again, or the agency's at once where the window is over. */
export async function endClaim(callId: string, at: Date, actor: string): Promise<void> {
  const { matchedCount } = await Calls.updateOne(
    { _id: callId, money: 'DISPUTED' },
    { $set: { money: 'HELD' }, $inc: { news: 1 } },
  );
  if (matchedCount === 0) throw notDisputed();
  await releaseCall(callId, at, actor);
}

interface Refund {
  callId: string;
  /** More than 0, at most what the business paid. */
  amount: Money;
  actor: string;
  at: Date;
  disputeId: string;
}

/**
 * Gives money of a disputed call back to its business, in the open transaction. In full: nothing of it is anyone's
 * earning, and the caller counts as new again.
 * In part: fee and agency's part are worked out anew from the rest, which is held again, or released at once when the window
 * is over. The wallet is the last write. What the campaign spent stays spent: a budget is for callers of its day.
 */
export async function refundCall({ callId, amount, actor, at, disputeId }: Refund): Promise<void> {
  const row = await Calls.findOne({ _id: callId, money: 'DISPUTED' }).lean<CallRow>();
  if (!row) throw notDisputed();
  const call = callFrom(row);
  const { state, ...rest } = restAfter(call, amount);
  const entry = callRefunded(call, amount.minor, { actor, at, disputeId });
  await recordEntries([entry]);
  const { matchedCount } = await Calls.updateOne(
    { _id: callId, money: 'DISPUTED' },
    { $set: { ...rest, money: state, refundedAt: at }, $inc: { news: 1 } },
  );
  if (matchedCount === 0) throw notDisputed();
  if (state === 'REFUNDED') await takeBackPaid(call);
  if (state === 'HELD') await releaseCall(callId, at, actor);
  await moveWallets([entry]);
}

const notDisputed = () => conflict('The call is in no state to be refunded from. Nothing was refunded.');
