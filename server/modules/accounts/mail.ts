import { now } from '../../platform/clock';
import { newId } from '../../platform/ids';
import { emit } from '../../platform/outbox';
import { openFields, sealFields } from '../../platform/seal';
import { Mails } from './model';

export interface Mail {
  to: string;
  /** The one thing that each of our mails is about. */
  link: string;
}

interface MailRequest extends Mail {
  personId: string | null;
  /** After this the link is worth nothing, and neither is the mail. */
  expiresAt: Date;
}

/**
 * Asks for a mail in the open transaction. The event names only where the sealed address and link lie: whoever sends
 * mails opens them by `readMail`.
 */
export async function requestMail(template: string, { personId, expiresAt, to, link }: MailRequest): Promise<void> {
  const _id = newId('mail');
  await Mails.insertMany([{ _id, sealed: sealFields('mails', _id, { to, link }), createdAt: now(), expiresAt }]);
  await emit('mail.requested', _id, { template, personId, secretRef: _id });
}

/** What a `mail.requested` event is about; null when the mail is over its time. */
export async function readMail(secretRef: string): Promise<Mail | null> {
  const row = await Mails.findById(secretRef).lean();
  if (!row || row.expiresAt <= now()) return null;
  const { to, link } = openFields('mails', row._id, row.sealed);
  return { to: to!, link: link! };
}
