import { type EventHandler } from '../../platform/manifest';
import { openWallet } from './wallets';

export const handlers: EventHandler[] = [
  {
    topic: 'organisation.created',
    name: 'ledger.openWallet',
    async handle({ organisationId, kind, currency }) {
      if (kind === 'BUSINESS') await openWallet(organisationId, currency);
    },
  },
];
