import { type EventHandler } from '../../platform/manifest';
import { now } from '../../platform/clock';
import { newId } from '../../platform/ids';
import { emit } from '../../platform/outbox';
import { deliver } from './deliver';
import { type Message, type MessageRow, Messages, WAITING } from './model';
import { openMessage, sealMessage } from './sealMessage';

interface Wanted extends Message {
  /** After this it is not sent any more. */
  expiresAt: Date;
  /** Given where news that comes twice asks for the same message: it is sent once. */
  id?: string;
}

/**
 * Asks for a message in the open transaction: it is sent if that commits. To whom and what lie sealed until then; the
 * event names only where.
 */
export async function requestMessage({ expiresAt, id, ...message }: Wanted): Promise<void> {
  const _id = id ?? newId('message');
  const row = { channel: message.channel, createdAt: now(), expiresAt };
  const sealed = sealMessage(WAITING, _id, message);
  const { upsertedCount } = await Messages.updateOne({ _id }, { $setOnInsert: { ...row, sealed } }, { upsert: true });
  if (upsertedCount > 0) await emit('message.requested', _id, { messageId: _id, channel: message.channel });
}

/** Sends what was asked for, and forgets what it said; that it was sent is known until its time is over. */
async function sendWaiting(messageId: string): Promise<void> {
  const row = await Messages.findById(messageId).lean<MessageRow>();
  const message = row && openMessage(WAITING, row);
  if (!message) return;
  if (row.expiresAt > now()) await deliver(messageId, message);
  await Messages.updateOne({ _id: messageId }, { $set: { sealed: null } });
}

export const handlers: EventHandler[] = [
  { topic: 'message.requested', name: 'messages.send', handle: ({ messageId }) => sendWaiting(messageId) },
];
