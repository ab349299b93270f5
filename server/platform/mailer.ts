import { createTransport } from 'nodemailer';
import { config } from '../config';

export interface Letter {
  /** Tells a letter that is sent again from another one. */
  id: string;
  to: string;
  subject: string;
  text: string;
}

/**
 * Hands a letter over to the mail server of SMTP_URL. Answers false where none is set up. Throws when it is not taken,
 * so that the event that asked for it is tried again; both tries bear one Message-ID.
 */
export async function sendLetter({ id, ...letter }: Letter): Promise<boolean> {
  const { mailer } = config;
  if (!mailer) return false;
  const transport = createTransport({ url: mailer.url, connectionTimeout: 10_000, socketTimeout: 20_000 });
  const host = new URL(config.publicUrl).hostname;
  await transport.sendMail({ from: mailer.from, messageId: `<${id}@${host}>`, ...letter });
  return true;
}
