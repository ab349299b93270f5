import { after } from '../../../platform/clock';
import { eachApart } from '../../../platform/eachApart';
import { feeOf, money } from '../../../platform/money';
import { inTransaction } from '../../../platform/transaction';
import { takeBilled } from '../../campaigns';
import { moveWallets, recordEntries } from '../../ledger';
import { RULES_IN_FORCE } from '../../disputes';
import { batchFrom, ClickBatches, type ClickBatchRow } from '../model';
import { batchBilled } from './entries';
import { CLOSING_MS, WINDOW_MS } from './rules';

const A_RUN = 2000;

/**
 * Bills the batches whose hour is over: what was set aside for them is held for their agencies, and their dispute window
 * begins. A batch that fails does not hold up the others. Answers with how many were closed.
 */
export async function closeBatches(at: Date): Promise<number> {
  const rows = await ClickBatches.find({ state: 'OPEN', to: { $lte: after(at, -CLOSING_MS) } }, { _id: 1 })
    .sort({ to: 1 })
    .limit(A_RUN)
    .lean();
  return eachApart(
    rows,
    ({ _id }) => inTransaction(() => closeBatch(_id, at), 'bulk'),
    ({ _id }) => ({ batchId: _id }),
    'a batch of clicks was not billed',
  );
}

async function closeBatch(id: string, at: Date): Promise<boolean> {
  const row = await ClickBatches.findOne({ _id: id, state: 'OPEN' }).lean<ClickBatchRow>();
  if (!row) return false;
  const batch = batchFrom(row);
  if (batch.grossMinor === 0n) {
    const { matchedCount } = await ClickBatches.updateOne({ _id: id, state: 'OPEN' }, { $set: { state: 'EMPTY' } });
    return matchedCount === 1;
  }
  const fee = feeOf(money(batch.grossMinor, batch.currency), batch.feeBps).minor;
  const entry = batchBilled(batch, at);
  await recordEntries([entry]);
  const { matchedCount } = await ClickBatches.updateOne(
    { _id: id, state: 'OPEN', clicks: batch.clicks },
    {
      $set: {
        state: 'HELD',
        feeMinor: fee,
        netMinor: batch.grossMinor - fee,
        heldAt: at,
        windowEndsAt: after(at, WINDOW_MS),
        disputeRules: RULES_IN_FORCE.CLICK_BATCH,
      },
    },
  );
  if (matchedCount === 0) throw new Error(`batch ${id} was added to while it was closed`);
  await takeBilled(batch.campaignId, batch.grossMinor);
  await moveWallets([entry]);
  return true;
}
