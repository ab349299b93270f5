import { openFields, sealFields, type SealedFields } from '../../platform/seal';
import { type Message, type MessageRow } from './model';

/** Seals to whom a message goes and what it says, bound to its place. */
export function sealMessage(collection: string, id: string, { to, subject, text }: Message): SealedFields {
  return sealFields(collection, id, { to, text, ...(subject === undefined ? {} : { subject }) });
}

/** Null for a message that was sent. */
export function openMessage(collection: string, { _id, channel, sealed }: MessageRow): Message | null {
  if (!sealed) return null;
  const { to, subject, text } = openFields(collection, _id, sealed);
  return { channel, to: to!, text: text!, ...(subject === undefined ? {} : { subject }) };
}
