import { after, DAY, HOUR, MINUTE } from '../../platform/clock';
import { UserError } from '../../platform/errors';
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
 * does not keep it from the next, but a provider that is silent ends the run: waiting for it on each of hundreds would
 * hold up the other sweeps for hours.
 */
export async function reconcile(at: Date): Promise<number> {
  let looks = 0;
  for (const look of [lookAtTopUps, lookAtCardRefunds, actOnLateEvents]) {
    for await (const isAnswered of look(at)) {
      looks++;
      if (!isAnswered) return looks;
    }
  }
  return looks;
}

async function* lookAtTopUps(at: Date): AsyncGenerator<boolean> {
  const due = { isOpen: true, lookAt: { $lte: at } };
  const rows = await TopUps.find(due).sort({ lookAt: 1 }).limit(BATCH).lean<TopUpRow[]>();
  for (const row of rows) {
    await TopUps.updateOne({ _id: row._id }, { $set: { lookAt: nextLookAt(row.createdAt, at) } });
    yield await attempt(row._id, () => (row.sessionId === null ? giveUp(row, at) : settleTopUp(row._id)));
  }
}

async function* lookAtCardRefunds(at: Date): AsyncGenerator<boolean> {
  const due = { isOpen: true, lookAt: { $lte: at } };
  const rows = await CardRefunds.find(due).sort({ lookAt: 1 }).limit(BATCH).lean<CardRefundRow[]>();
  for (const row of rows) {
    await CardRefunds.updateOne({ _id: row._id }, { $set: { lookAt: nextLookAt(row.createdAt, at) } });
    yield await attempt(row._id, () => settleCardRefund(row._id));
  }
}

async function* actOnLateEvents(at: Date): AsyncGenerator<boolean> {
  const received = { $gt: after(at, -EVENT_IS_OLD_MS), $lte: after(at, -EVENT_IS_LATE_MS) };
  const rows = await PaymentEvents.find({ state: 'NEW', receivedAt: received }, { _id: 1 })
    .sort({ receivedAt: 1 })
    .limit(BATCH)
    .lean();
  for (const { _id } of rows) yield await attempt(_id, () => applyEvent({ eventId: _id }));
}

/** False when the provider is silent. */
async function attempt(id: string, work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
  } catch (error) {
    log.error({ error, id }, 'the payment provider could not be asked; it will be asked again');
    return !(error instanceof UserError && error.typename === 'PaymentProviderUnavailable');
  }
  return true;
}

async function giveUp(topUp: TopUpRow, at: Date): Promise<void> {
  if (after(topUp.createdAt, UNOPENED_MS) > at) return;
  await TopUps.updateOne(
    { _id: topUp._id, state: 'CREATED', sessionId: null },
    { $set: { state: 'EXPIRED', isOpen: false, settledAt: at } },
  );
}
