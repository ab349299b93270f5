import { config } from '../../config';
import { type EventHandler } from '../../platform/manifest';
import { log } from '../../platform/log';
import { sendLetter } from '../../platform/mailer';
import { letterOf, readMail } from './mail';

export const handlers: EventHandler[] = [
  {
    topic: 'mail.requested',
    name: 'accounts.sendMail',
    async handle({ template, secretRef }) {
      const mail = await readMail(secretRef);
      if (!mail) return;
      if (await sendLetter({ id: secretRef, to: mail.to, ...letterOf(template, mail) })) return;
      if (config.isProduction) log.error({ template, mail: secretRef }, 'SMTP_URL is not set: this mail is not sent');
      // Whoever develops follows the link from here.
      else log.warn({ template, openInBrowser: mail.link }, 'a mail that is not sent, since SMTP_URL is not set');
    },
  },
];
