import { type Viewer } from '../../graphql/viewer';
import { conflict, invalidInput, notFound } from '../../platform/errors';
import { after, now } from '../../platform/clock';
import { hashInput, keyReused } from '../../platform/idempotency';
import { idFrom } from '../../platform/ids';
import { together } from '../../platform/inputs';
import { enqueueTask } from '../../platform/jobs';
import { type Money, money, toMinor } from '../../platform/money';
import { requireReason } from '../../platform/reasons';
import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { requireLiveSession } from '../accounts';
import { accounts, type JournalEntry, moveWallets, recordEntries } from '../ledger';
import { refundExceedsTopUp } from './errors';
import { CardRefunds, type CardRefundRow, TopUps, type TopUpRow } from './model';
import { nextLookAt, REFUND_MS } from './rules';

export interface RefundTopUpInput {
  topUpId: string;
  amount: Money;
  reason: string;
  clientKey: string;
}

/**
 * Takes unspent money of a top-up out of the wallet and sends it back to the card it came from. The money leaves the
 * wallet at once; the order to the provider follows from the queue, and comes back into the wallet if it is refused.
 * Repeating with the same key and input gives the same refund; other input is a Conflict.
 */
export async function refundTopUp(viewer: Viewer, input: RefundTopUpInput): Promise<CardRefundRow> {
  await requireLiveSession(viewer);
  together(
    () => requireAmount(input.amount),
    () => requireReason(input.reason),
  );
  const { clientKey, ...wish } = input;
  const _id = idFrom('cardrefund', viewer.organisationId, clientKey);
  const inputHash = hashInput(wish);
  const replay = async (): Promise<CardRefundRow | null> => {
    // As it is now: a row that another call has just made must be found, even before it counts as majority-written.
    const row = await CardRefunds.findById(_id).readConcern('local').lean<CardRefundRow>();
    if (row && row.inputHash !== inputHash) throw keyReused();
    return row;
  };
  const earlier = await replay();
  if (earlier) return earlier;
  const topUp = await refundableTopUp(viewer, input);
  try {
    return await order(rowOf(_id, viewer, input, inputHash), topUp);
  } catch (error) {
    const other = duplicateKeyOf(error) === null ? null : await replay();
    if (!other) throw error;
    return other;
  }
}

function requireAmount({ minor }: Money): void {
  if (minor <= 0n) throw invalidInput('The amount must be above zero.', ['amount']);
}

async function refundableTopUp(viewer: Viewer, { topUpId, amount }: RefundTopUpInput): Promise<TopUpRow> {
  const topUp = await TopUps.findOne({ _id: topUpId, organisationId: viewer.organisationId }).lean<TopUpRow>();
  if (!topUp) throw notFound('top-up');
  if (topUp.currency !== amount.currency)
    throw invalidInput(`This top-up was paid in ${topUp.currency}.`, ['amount', 'currency']);
  if (topUp.state !== 'SUCCEEDED') throw conflict('Only a top-up that was paid can go back to its card.');
  if (after(topUp.createdAt, REFUND_MS) < now()) throw conflict('This top-up is too old to go back to its card.');
  return topUp;
}

function rowOf(_id: string, viewer: Viewer, input: RefundTopUpInput, inputHash: string): CardRefundRow {
  const at = now();
  return {
    _id,
    topUpId: input.topUpId,
    organisationId: viewer.organisationId,
    askedBy: viewer.personId,
    amountMinor: input.amount.minor,
    currency: input.amount.currency,
    reason: input.reason.trim(),
    inputHash,
    state: 'SENDING',
    refundId: null,
    createdAt: at,
    settledAt: null,
    isOpen: true,
    lookAt: nextLookAt(at, at),
  };
}

const order = (row: CardRefundRow, topUp: TopUpRow): Promise<CardRefundRow> =>
  inTransaction(async () => {
    const amountMinor = toMinor(row.amountMinor);
    const entries = [reservingEntry(row, amountMinor)];
    await CardRefunds.insertMany([row], { lean: true });
    await recordEntries(entries);
    await enqueueTask('payments.settleCardRefund', { cardRefundId: row._id }, { key: row._id });
    const { matchedCount } = await TopUps.updateOne(
      { _id: topUp._id, state: 'SUCCEEDED', refundableMinor: { $gte: amountMinor } },
      { $inc: { refundableMinor: -amountMinor } },
    );
    if (matchedCount === 0) throw refundExceedsTopUp(money(await refundableNow(topUp._id), topUp.currency));
    await moveWallets(entries);
    return row;
  });

async function refundableNow(topUpId: string): Promise<bigint> {
  const topUp = await TopUps.findById(topUpId, { refundableMinor: 1 }).lean();
  return toMinor(topUp?.refundableMinor);
}

function reservingEntry(row: CardRefundRow, amountMinor: bigint): JournalEntry {
  return {
    id: `card:${row._id}`,
    currency: row.currency,
    legs: [
      { account: accounts.wallet(row.organisationId), amountMinor: -amountMinor },
      { account: accounts.transit('stripe'), amountMinor },
    ],
    refs: { cardRefundId: row._id, topUpId: row.topUpId },
    actor: row.askedBy,
    at: row.createdAt,
  };
}
