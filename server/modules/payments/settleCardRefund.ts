import { after, DAY, now } from '../../platform/clock';
import { toMinor } from '../../platform/money';
import { duplicateKeyOf, inTransaction } from '../../platform/transaction';
import { accounts, type JournalEntry, moveWallets, recordEntries } from '../ledger';
import { CardRefunds, type CardRefundRow, TopUps, type TopUpRow } from './model';
import { nextLookAt, SENT_REFUND_MS } from './rules';
import { isFinalRefusal, readRefund, type RefundFacts, sendRefund } from './stripe';

/** What the provider says of an order that will not be carried out. */
const FAILED = new Set(['failed', 'canceled']);

/**
 * Sends a card refund to the provider, or asks after it, and books what it says. Runs from the queue, on events and
 * from the reconciler; the provider gets the order once whichever comes first. One that was sent may come back from the
 * card's bank days later: then it is in the wallet again. Throws while the provider is silent.
 */
export async function settleCardRefund(cardRefundId: string): Promise<void> {
  const refund = await CardRefunds.findById(cardRefundId).lean<CardRefundRow>();
  if (refund?.state === 'SENT') return lookAgain(refund);
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

async function lookAgain(refund: CardRefundRow): Promise<void> {
  if (refund.refundId === null) throw new Error(`card refund ${refund._id} was sent under no id of the provider`);
  const order = await readRefund(refund.refundId);
  if (FAILED.has(order.status)) return close(refund, 'RETURNED', order);
  const at = now();
  const isOpen = at < after(refund.createdAt, SENT_REFUND_MS);
  await CardRefunds.updateOne({ _id: refund._id, state: 'SENT' }, { $set: { isOpen, lookAt: after(at, DAY) } });
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
        { _id: refund._id, state: refund.state },
        {
          $set: { state, refundId: order?.id ?? null, settledAt: at, isOpen: state === 'SENT', lookAt: after(at, DAY) },
        },
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
  // What was sent and came back lies with the provider again.
  const from = refund.state === 'SENT' ? accounts.clearing('stripe') : accounts.transit('stripe');
  return {
    id: `${isSent ? 'sent' : 'back'}:${refund._id}`,
    currency: refund.currency,
    legs: [
      { account: from, amountMinor: -amountMinor },
      { account: isSent ? accounts.clearing('stripe') : accounts.wallet(refund.organisationId), amountMinor },
    ],
    refs: { cardRefundId: refund._id, topUpId: refund.topUpId },
    actor: 'system',
    at,
  };
}
