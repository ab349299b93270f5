import { now } from '../../../platform/clock';
import { enqueueTask } from '../../../platform/jobs';
import { type ProviderObject, StandInObjects } from './model';
import { newEvent } from './objects';

/** Keeps a new object, or a new state of a known one, in the open transaction. */
export async function keep(object: ProviderObject): Promise<void> {
  const paymentId = typeof object['payment_intent'] === 'string' ? object['payment_intent'] : null;
  const row = { object: object.object, paymentId, body: object };
  await StandInObjects.updateOne({ _id: object.id }, { $set: row, $setOnInsert: { at: now() } }, { upsert: true });
}

/**
 * Moves an object on if it is still in the state it was read in; answers whether it was. Two clicks on one page, or a
 * payment that meets its end of time, are settled here.
 */
export async function moveOn(
  object: ProviderObject,
  from: string,
  changes: Record<string, unknown>,
): Promise<ProviderObject | null> {
  const body = { ...object, ...changes };
  const { matchedCount } = await StandInObjects.updateOne({ _id: object.id, 'body.status': from }, { $set: { body } });
  return matchedCount === 1 ? body : null;
}

/** Writes an event and queues its delivery, both in the open transaction. */
export async function tell(type: string, object: ProviderObject): Promise<void> {
  const event = newEvent(type, object);
  await keep(event);
  await enqueueTask('standIn.deliverEvent', { eventId: event.id });
}
