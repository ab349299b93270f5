import { settleCardRefund } from './settleCardRefund';
import { PaymentEvents, type PaymentEventRow } from './model';
import { settleTopUp } from './settleTopUp';

/** Acts on a stored event by reading what it is about anew. May run any number of times. */
export async function applyEvent({ eventId }: { eventId: string }): Promise<void> {
  const event = await PaymentEvents.findById(eventId).lean<PaymentEventRow>();
  if (!event || event.state !== 'NEW') return;
  const isOurs = event.cardRefundId !== null || event.topUpId !== null;
  if (event.cardRefundId !== null) await settleCardRefund(event.cardRefundId);
  else if (event.topUpId !== null) await settleTopUp(event.topUpId, event.sessionId);
  await PaymentEvents.updateOne({ _id: eventId }, { $set: { state: isOurs ? 'DONE' : 'IGNORED' } });
}
