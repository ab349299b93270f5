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
  /** Of an invitation only. */
  offer?: Offer | undefined;
}

/** Who offers a place where, told in the letter. */
interface Offer {
  organisation: string;
  inviter: string;
  role: string;
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
export async function requestMail(
  template: Template,
  { personId, expiresAt, to, link, offer }: MailRequest,
): Promise<void> {
  const _id = newId('mail');
  await Mails.insertMany([
    { _id, sealed: sealFields('mails', _id, { to, link, ...offer }), createdAt: now(), expiresAt },
  ]);
  await emit('mail.requested', _id, { template, personId, secretRef: _id });
}

/** A link itself where nothing can be mailed and nobody be hurt: without a mail server and outside of production. */
export const linkInPlaceOfMail = (link: string): string | null => (config.mailer || config.isProduction ? null : link);

/** What a `mail.requested` event is about; null when the mail is over its time. */
export async function readMail(secretRef: string): Promise<Mail | null> {
  const row = await Mails.findById(secretRef).lean();
  if (!row || row.expiresAt <= now()) return null;
  const { to, link, organisation, inviter, role } = openFields('mails', row._id, row.sealed);
  const offer = organisation && inviter && role ? { organisation, inviter, role } : undefined;
  return { to: to!, link: link!, expiresAt: row.expiresAt, offer };
}

/** Subject and text of a mail. */
export function letterOf(template: string, { link, expiresAt, offer }: Mail): { subject: string; text: string } {
  const { subject, text } = template === 'invitation' && offer ? letterWith(offer) : LETTERS[template as Template];
  return { subject, text: `${text}\n\n${link}\n\nIt is good for one use until ${expiresAt.toUTCString()}.\n` };
}

function letterWith({ organisation, inviter, role }: Offer): { subject: string; text: string } {
  const [where, who] = [asWords(organisation), asWords(inviter)];
  const as = `${/^[aeiou]/i.test(role) ? 'an' : 'a'} ${role.toLowerCase()}`;
  return {
    subject: `${who} invites you to ${where} on Leadbourse`,
    text: `${who} invites you to join ${where} on Leadbourse as ${as}. If you do not know them, nothing has to be done. Follow this link to take up the invitation:`,
  };
}

/** Names are anybody's words: one that holds an address of the web is not made a link by the program that shows the letter. */
const asWords = (name: string): string => name.replace(/:\/\//g, ' ').replace(/\.(?=\S)/g, '. ');
