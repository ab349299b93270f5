import { config } from '../../config';
import { now } from '../../platform/clock';
import { newId } from '../../platform/ids';
import { emit } from '../../platform/outbox';
import { openFields, sealFields } from '../../platform/seal';
import { Mails } from './model';

interface Mail {
  to: string;
  /** The one thing that each of our mails is about. */
  link: string;
  /** After this the link is worth nothing, and neither is the mail. */
  expiresAt: Date;
}

interface MailRequest extends Mail {
  personId: string | null;
}

/** What each mail says, in front of its link. */
const LETTERS = {
  invitation: {
    subject: 'You are invited to Leadbourse',
    text: 'You are invited to join an organisation on Leadbourse. Follow this link to take up the invitation:',
  },
  signUp: {
    subject: 'Confirm your sign-up to Leadbourse',
    text: 'Somebody, probably you, signed an organisation up to Leadbourse with this address. If it was not you, nothing has to be done. Follow this link to confirm it and to give a password:',
  },
  passwordReset: {
    subject: 'Set a new password for Leadbourse',
    text: 'Somebody, probably you, asked to set a new password. If it was not you, nothing has to be done. The link:',
  },
} as const;

type Template = keyof typeof LETTERS;

/**
 * Asks for a mail in the open transaction. The event names only where the sealed address and link lie: whoever sends
 * mails opens them by `readMail`.
 */
export async function requestMail(template: Template, { personId, expiresAt, to, link }: MailRequest): Promise<void> {
  const _id = newId('mail');
  await Mails.insertMany([{ _id, sealed: sealFields('mails', _id, { to, link }), createdAt: now(), expiresAt }]);
  await emit('mail.requested', _id, { template, personId, secretRef: _id });
}

/** A link itself where nothing can be mailed and nobody be hurt: without a mail server and outside of production. */
export const linkInPlaceOfMail = (link: string): string | null => (config.mailer || config.isProduction ? null : link);

/** What a `mail.requested` event is about; null when the mail is over its time. */
export async function readMail(secretRef: string): Promise<Mail | null> {
  const row = await Mails.findById(secretRef).lean();
  if (!row || row.expiresAt <= now()) return null;
  const { to, link } = openFields('mails', row._id, row.sealed);
  return { to: to!, link: link!, expiresAt: row.expiresAt };
}

/** Subject and text of a mail. */
export function letterOf(template: string, { link, expiresAt }: Mail): { subject: string; text: string } {
  const { subject, text } = LETTERS[template as Template];
  return { subject, text: `${text}\n\n${link}\n\nIt is good for one use until ${expiresAt.toUTCString()}.\n` };
}
