import { conflict } from '../../../platform/errors';
import { type Money } from '../../../platform/money';
import { restAfter } from '../../campaigns';
import { type ClickChoice } from '../../disputes';
import { moveWallets, recordEntries } from '../../ledger';
import { worthOfChosen } from '../disputes/chosenClicks';
import { batchFrom, ClickBatches, type ClickBatchRow } from '../model';
import { countRefund } from '../reports/countRefund';
import { batchRefunded } from './entries';
import { releaseBatch } from './releaseBatches';

/**
 * Opens the claim on a batch, in the open transaction and only while its window is open at `at`, so that exactly one of a
 * claim in time and a release wins. Throws Conflict.
 */
export async function moveToDisputed(batchId: string, at: Date): Promise<void> {
  const { matchedCount } = await ClickBatches.updateOne(
    { _id: batchId, state: 'HELD', windowEndsAt: { $gt: at } },
    { $set: { state: 'DISPUTED' } },
  );
  if (matchedCount === 0)
    throw conflict('The batch is not in a state that allows this, or its window is over. Nothing was done.');
}

/** Ends the claim with nothing given back: held again, or the agency's at once where the window is over. */
export async function endClaim(batchId: string, at: Date, actor: string): Promise<void> {
  const { matchedCount } = await ClickBatches.updateOne(
    { _id: batchId, state: 'DISPUTED' },
    { $set: { state: 'HELD' } },
  );
  if (matchedCount === 0) throw notDisputed();
  await releaseBatch(batchId, at, actor);
}

interface Refund {
  batchId: string;
  /** More than 0, at most what the business paid. */
  amount: Money;
  /** The clicks that it is for fit all of these choices; none: it is for some number of them. */
  named: readonly ClickChoice[];
  actor: string;
  at: Date;
  disputeId: string;
}

/**
 * Gives money of a disputed batch back to its business, in the open transaction. In full: nothing of it is anyone's
 * earning. In part: fee and agency's part are worked out anew from the rest, which is held again, or released at once when
 * the window is over. The wallet is the last write. What the campaign spent stays spent: a budget is for visitors of its
 * day, and what comes back may be given to a new one.
 */
export async function refundBatch({ batchId, amount, named, actor, at, disputeId }: Refund): Promise<void> {
  const row = await ClickBatches.findOne({ _id: batchId, state: 'DISPUTED' }).lean<ClickBatchRow>();
  if (!row) throw notDisputed();
  const batch = batchFrom(row);
  const rest = restAfter(batch, amount);
  const entry = batchRefunded(batch, amount.minor, { actor, at, disputeId });
  await recordEntries([entry]);
  const isWhole = named.length > 0 && (await worthOfChosen(batchId, named)).minor === amount.minor;
  const { matchedCount } = await ClickBatches.updateOne(
    { _id: batchId, state: 'DISPUTED' },
    { $set: { ...rest, refundedAt: at, ...(isWhole ? { refundedNamed: named } : {}) } },
  );
  if (matchedCount === 0) throw notDisputed();
  await countRefund(batch, amount, named);
  if (rest.state === 'HELD') await releaseBatch(batchId, at, actor);
  await moveWallets([entry]);
}

const notDisputed = () => conflict('The batch is in no state to be refunded from. Nothing was refunded.');
