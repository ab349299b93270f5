import { after, DAY, HOUR, MINUTE } from '../../platform/clock';
import { log } from '../../platform/log';
import { applyEvent } from './applyEvent';
import { CardRefunds, type CardRefundRow, PaymentEvents, TopUps, type TopUpRow } from './model';
import { nextLookAt } from './rules';
import { settleCardRefund } from './settleCardRefund';
import { settleTopUp } from './settleTopUp';

const BATCH = 200;

/** A top-up whose checkout was never opened is given up after this time: its payer never saw a page to pay on. */
const UNOPENED_MS = HOUR;

/** An event is the queue's matter for this long; then, while it may still bring news, it is tried here. */
const EVENT_IS_LATE_MS = 10 * MINUTE;
const EVENT_IS_OLD_MS = 7 * DAY;

/**
 * Asks the provider about everything that is overdue for news and acts on events that the queue gave up, so that a lost
 * event or a silent provider delays money but never loses it. Answers with how many things it looked at. A fault of one
 * does not keep it from the next.
 */
export async function reconcile(at: Date): Promise<number> {
  return (await lookAtTopUps(at)) + (await lookAtCardRefunds(at)) + (await actOnLateEvents(at));
}

async function lookAtTopUps(at: Date): Promise<number> {
  const due = { isOpen: true, lookAt: { $lte: at } };
  const rows = await TopUps.find(due).sort({ lookAt: 1 }).limit(BATCH).lean<TopUpRow[]>();
  for (const row of rows) {
    await TopUps.updateOne({ _id: row._id }, { $set: { lookAt: nextLookAt(row.createdAt, at) } });
    await attempt(row._id, () => (row.sessionId === null ? giveUp(row, at) : settleTopUp(row._id)));
  }
  return rows.length;
}

async function lookAtCardRefunds(at: Date): Promise<number> {
  const due = { isOpen: true, lookAt: { $lte: at } };
  const rows = await CardRefunds.find(due).sort({ lookAt: 1 }).limit(BATCH).lean<CardRefundRow[]>();
  for (const row of rows) {
    await CardRefunds.updateOne({ _id: row._id }, { $set: { lookAt: nextLookAt(row.createdAt, at) } });
    await attempt(row._id, () => settleCardRefund(row._id));
  }
  return rows.length;
}

async function actOnLateEvents(at: Date): Promise<number> {
  const received = { $gt: after(at, -EVENT_IS_OLD_MS), $lte: after(at, -EVENT_IS_LATE_MS) };
  const rows = await PaymentEvents.find({ state: 'NEW', receivedAt: received }, { _id: 1 })
    .sort({ receivedAt: 1 })
    .limit(BATCH)
    .lean();
  for (const { _id } of rows) await attempt(_id, () => applyEvent({ eventId: _id }));
  return rows.length;
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
