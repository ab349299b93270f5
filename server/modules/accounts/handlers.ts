import { type EventHandler } from '../../platform/manifest';
import { deliver } from '../messages';
import { letterOf, readMail } from './mail';

export const handlers: EventHandler[] = [
  {
    topic: 'mail.requested',
    name: 'accounts.sendMail',
    async handle({ template, secretRef }) {
      const mail = await readMail(secretRef);
      if (mail) await deliver(secretRef, { channel: 'EMAIL', to: mail.to, ...letterOf(template, mail) });
    },
  },
];
