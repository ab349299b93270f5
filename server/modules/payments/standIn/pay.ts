import { after, now, SECOND } from '../../../platform/clock';
import { enqueueTask } from '../../../platform/jobs';
import { inTransaction } from '../../../platform/transaction';
import { findObject, type ProviderObject } from './model';
import { newCharge, newPayment, newSettlement, type Session } from './objects';
import { keep, moveOn, tell } from './store';

/** How long a bank debit takes to arrive; days with the real provider. */
const DEBIT_MS = 5 * SECOND;

export const findSession = (id: string): Promise<Session | null> =>
  findObject('checkout.session', id) as Promise<Session | null>;

async function paymentOf(session: Session): Promise<ProviderObject> {
  const known = session.payment_intent ? await findObject('payment_intent', session.payment_intent) : null;
  return known ?? newPayment(session);
}

/**
 * The card is charged: the session is complete and paid. Answers whether the session was still open. Cards of one name are
 * one card; without a name it is a card of this payment alone.
 */
export const payByCard = (sessionId: string, card = ''): Promise<boolean> =>
  inTransaction(async () => {
    const session = await findSession(sessionId);
    if (!session) return false;
    const payment = await paymentOf(session);
    const complete = { status: 'complete', payment_status: 'paid', payment_intent: payment.id, url: null };
    const paid = await moveOn(session, 'open', complete);
    if (!paid) return false;
    await receive(payment, card === '' ? `card_${session.id}` : `card_named_${card}`);
    await tell('checkout.session.completed', paid);
    return true;
  });

/** The payer ordered a bank debit: the session is complete, the money comes later. */
export const payByDebit = (sessionId: string): Promise<boolean> =>
  inTransaction(async () => {
    const session = await findSession(sessionId);
    if (!session) return false;
    const payment = { ...(await paymentOf(session)), status: 'processing' };
    const complete = await moveOn(session, 'open', { status: 'complete', payment_intent: payment.id, url: null });
    if (!complete) return false;
    await keep(payment);
    await tell('payment_intent.processing', payment);
    await tell('checkout.session.completed', complete);
    await enqueueTask('standIn.settleDebit', { sessionId }, { runAt: after(now(), DEBIT_MS) });
    return true;
  });

/** The card was declined: the session stays open for another attempt. */
export const declineCard = (sessionId: string): Promise<boolean> =>
  inTransaction(async () => {
    const session = await findSession(sessionId);
    if (!session) return false;
    const payment = await paymentOf(session);
    const open = await moveOn(session, 'open', { payment_intent: payment.id });
    if (!open) return false;
    await keep(payment);
    await tell('payment_intent.payment_failed', payment);
    return true;
  });

/** The debit arrives, or comes back unpaid. Answers whether it was still on its way. */
export const settleDebit = (sessionId: string, isPaid: boolean): Promise<boolean> =>
  inTransaction(async () => {
    const session = await findSession(sessionId);
    const payment = session?.payment_intent ? await findObject('payment_intent', session.payment_intent) : null;
    if (!session || payment?.['status'] !== 'processing') return false;
    if (isPaid) {
      const paid = { ...session, payment_status: 'paid' };
      await keep(paid);
      await receive(payment);
      await tell('checkout.session.async_payment_succeeded', paid);
    } else {
      const failed = { ...payment, status: 'requires_payment_method' };
      await keep(failed);
      await tell('payment_intent.payment_failed', failed);
      await tell('checkout.session.async_payment_failed', session);
    }
    return true;
  });

/** Money came in: the payment succeeded, with a charge and its settlement. */
async function receive(payment: ProviderObject, fingerprint: string | null = null): Promise<void> {
  const settlement = newSettlement(payment);
  const charge = newCharge(payment, settlement, fingerprint);
  const received = { ...payment, status: 'succeeded', amount_received: payment['amount'], latest_charge: charge.id };
  await keep(settlement);
  await keep(charge);
  await keep(received);
  await tell('charge.succeeded', charge);
  await tell('payment_intent.succeeded', received);
}

/** Ends a session that nobody paid. Answers with it, or null when it was not open. */
export const expireSession = (sessionId: string): Promise<ProviderObject | null> =>
  inTransaction(async () => {
    const session = await findSession(sessionId);
    const expired = session && (await moveOn(session, 'open', { status: 'expired', url: null }));
    if (expired) await tell('checkout.session.expired', expired);
    return expired;
  });

/** The session, ended if it is over its time. */
export async function expireIfDue(session: Session): Promise<Session> {
  if (session.status !== 'open' || session.expires_at * SECOND > now().getTime()) return session;
  return ((await expireSession(session.id)) ?? (await findSession(session.id))) as Session;
}
