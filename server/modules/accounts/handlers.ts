import { config } from '../../config';
import { type EventHandler } from '../../platform/manifest';
import { log } from '../../platform/log';
import { readMail } from './mail';

/**
 * There is no mailer yet. In development the link is shown where the developer looks; in production nothing is sent, and
 * the log says so for each mail.
 */
export const handlers: EventHandler[] = [
  {
    topic: 'mail.requested',
    name: 'accounts.showMail',
    async handle({ template, secretRef }) {
      if (config.isProduction) {
        log.error({ template, mail: secretRef }, 'no mailer is set up: this mail is not sent');
        return;
      }
      const mail = await readMail(secretRef);
      if (mail) log.info({ template, link: mail.link }, 'a mail that a mailer would send');
    },
  },
];
