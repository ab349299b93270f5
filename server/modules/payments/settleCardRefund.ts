import { now } from '../../platform/clock';
import { toMinor } from '../../platform/money';
import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { accounts, type JournalEntry, moveWallets, recordEntries } from '../ledger';
import { CardRefunds, type CardRefundRow, TopUps, type TopUpRow } from './model';
import { nextLookAt } from './rules';
import { isFinalRefusal, type RefundFacts, sendRefund } from './stripe';

/** What the provider says of an order that will not be carried out. */
const FAILED = new Set(['failed', 'canceled']);

/**
 * Sends a card refund to the provider, or asks after it, and books what it says. Runs from the queue, on events and
 * from the reconciler; the provider gets the order once whichever comes first. Throws while the provider is silent.
 */
export async function settleCardRefund(cardRefundId: string): Promise<void> {
  const refund = await CardRefunds.findById(cardRefundId).lean<CardRefundRow>();
  if (refund?.state !== 'SENDING') return;
  const topUp = await TopUps.findById(refund.topUpId).lean<TopUpRow>();
  if (!topUp?.paymentId) throw new Error(`card refund ${cardRefundId} belongs to a top-up without a payment`);
  const order = await orderOf(refund, topUp.paymentId);
  if (order === null || FAILED.has(order.status)) return close(refund, 'RETURNED', order);
  if (order.status === 'succeeded') return close(refund, 'SENT', order);
  await CardRefunds.updateOne(
    { _id: refund._id, state: 'SENDING' },
    { $set: { refundId: order.id, lookAt: nextLookAt(refund.createdAt, now()) } },
  );
}

/** The provider's order; null when it refused for good. */
async function orderOf(refund: CardRefundRow, paymentId: string): Promise<RefundFacts | null> {
  try {
    return await sendRefund(refund, paymentId);
  } catch (error) {
    if (isFinalRefusal(error)) return null;
    throw error;
  }
}

/** Books that the money left for the card, or puts it back into the wallet; once, whoever comes first. */
async function close(refund: CardRefundRow, state: 'SENT' | 'RETURNED', order: RefundFacts | null): Promise<void> {
  const at = now();
  const entries = [closingEntry(refund, state, at)];
  const amountMinor = toMinor(refund.amountMinor);
  try {
    await inTransaction(async () => {
      const { matchedCount } = await CardRefunds.updateOne(
        { _id: refund._id, state: 'SENDING' },
        { $set: { state, refundId: order?.id ?? null, settledAt: at, isOpen: false } },
      );
      if (matchedCount === 0) return;
      await recordEntries(entries);
      if (state === 'RETURNED')
        await TopUps.updateOne({ _id: refund.topUpId }, { $inc: { refundableMinor: amountMinor } });
      await moveWallets(entries);
    });
  } catch (error) {
    if (duplicateKeyOf(error) === null) throw error;
  }
}

function closingEntry(refund: CardRefundRow, state: 'SENT' | 'RETURNED', at: Date): JournalEntry {
  const amountMinor = toMinor(refund.amountMinor);
  const isSent = state === 'SENT';
  return {
    id: `${isSent ? 'sent' : 'back'}:${refund._id}`,
    currency: refund.currency,
    legs: [
      { account: accounts.transit('stripe'), amountMinor: -amountMinor },
      { account: isSent ? accounts.clearing('stripe') : accounts.wallet(refund.organisationId), amountMinor },
    ],
    refs: { cardRefundId: refund._id, topUpId: refund.topUpId },
    actor: 'system',
    at,
  };
}
