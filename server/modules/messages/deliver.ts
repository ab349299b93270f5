import { config } from '../../config';
import { log } from '../../platform/log';
import { sendLetter } from '../../platform/mailer';
import { sendText } from '../../platform/texter';
import { catchMessage } from './catcher';
import { type Message, type MessageChannel } from './model';

/** Whether a message by this channel would go anywhere: production does not pretend. */
export const canSend = (channel: MessageChannel): boolean =>
  !config.isProduction || (channel === 'EMAIL' ? config.mailer : config.texter) !== null;

/**
 * Sends a message by what is set up for its channel. Where nothing is, development keeps it in the catcher, which is as it
 * should be and no warning; production says in the log that it is not sent. Throws when it is not taken for now. Outside
 * of transactions.
 */
export async function deliver(id: string, message: Message): Promise<void> {
  if (await send(id, message)) return;
  const { channel } = message;
  if (config.isProduction) {
    const setting = channel === 'EMAIL' ? 'SMTP_URL' : 'TWILIO_ACCOUNT_SID';
    log.error({ channel, message: id }, `${setting} is not set: this message is not sent`);
    return;
  }
  await catchMessage(id, message);
  log.info({ channel, openInBrowser: `${config.publicUrl}/catcher` }, 'a message is not sent but shown in the catcher');
}

function send(id: string, { channel, to, subject = '', text }: Message): Promise<boolean> {
  return channel === 'EMAIL' ? sendLetter({ id, to, subject, text }) : sendText({ to, text });
}
