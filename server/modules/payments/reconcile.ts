import { after, HOUR } from '../../platform/clock';
import { log } from '../../platform/log';
import { CardRefunds, type CardRefundRow, TopUps, type TopUpRow } from './model';
import { nextLookAt } from './rules';
import { settleCardRefund } from './settleCardRefund';
import { settleTopUp } from './settleTopUp';

const BATCH = 200;

/** A top-up whose checkout was never opened is given up after this time: its payer never saw a page to pay on. */
const UNOPENED_MS = HOUR;

/**
 * Asks the provider about everything that is overdue for news, so that a lost event delays money but never loses it.
 * Answers with how many it asked about. The provider's silence about one does not keep it from the next.
 */
export async function reconcile(at: Date): Promise<number> {
  const topUps = await TopUps.find({ isOpen: true, lookAt: { $lte: at } })
    .sort({ lookAt: 1 })
    .limit(BATCH)
    .lean<TopUpRow[]>();
  for (const topUp of topUps) {
    await TopUps.updateOne({ _id: topUp._id }, { $set: { lookAt: nextLookAt(topUp.createdAt, at) } });
    await attempt(topUp._id, () => (topUp.sessionId === null ? giveUp(topUp, at) : settleTopUp(topUp._id)));
  }
  const refunds = await CardRefunds.find({ isOpen: true, lookAt: { $lte: at } })
    .sort({ lookAt: 1 })
    .limit(BATCH)
    .lean<CardRefundRow[]>();
  for (const refund of refunds) {
    await CardRefunds.updateOne({ _id: refund._id }, { $set: { lookAt: nextLookAt(refund.createdAt, at) } });
    await attempt(refund._id, () => settleCardRefund(refund._id));
  }
  return topUps.length + refunds.length;
}

async function attempt(id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ error, id }, 'the payment provider could not be asked; it will be asked again');
  }
}

async function giveUp(topUp: TopUpRow, at: Date): Promise<void> {
  if (after(topUp.createdAt, UNOPENED_MS) > at) return;
  await TopUps.updateOne(
    { _id: topUp._id, state: 'CREATED', sessionId: null },
    { $set: { state: 'EXPIRED', isOpen: false, settledAt: at } },
  );
}
