import { type EventHandler } from '../../platform/manifest';
import { openWallet, setWalletStatus } from './wallets';

export const handlers: EventHandler[] = [
  {
    topic: 'organisation.created',
    name: 'ledger.openWallet',
    async handle({ organisationId, kind, currency }) {
      if (kind === 'BUSINESS') await openWallet(organisationId, currency);
    },
  },
  // The verbs of a suspended organisation are refused already; with the flag on the wallet itself no payment that was
  // let in a moment earlier can pass either.
  {
    topic: 'organisation.suspended',
    name: 'ledger.freezeWallet',
    async handle({ organisationId, kind }, { at }) {
      if (kind === 'BUSINESS') await setWalletStatus(organisationId, 'FROZEN', at);
    },
  },
  {
    topic: 'organisation.reinstated',
    name: 'ledger.thawWallet',
    async handle({ organisationId, kind }, { at }) {
      if (kind === 'BUSINESS') await setWalletStatus(organisationId, 'ACTIVE', at);
    },
  },
];
