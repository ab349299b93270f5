import { onChange } from '../../platform/changes';
import { type ModuleManifest } from '../../platform/manifest';
import { publish } from '../../platform/pubsub';
import { exportWallet } from './exportWallet';
import { handlers } from './handlers';
import { invariants } from './invariants';
import { collections, type WalletRow } from './model';
import { resolvers, walletChannel } from './resolvers';
import { walletFrom } from './wallets';

export { insufficientFunds } from './errors';
export {
  type AccountBalance,
  accountBalances,
  balanceOf,
  type EntriesPage,
  entriesAbout,
  entriesOf,
  forEachEntryOf,
  postEntries,
  recordEntries,
} from './journal';
export { accounts, amountOn, type EntryKind, type JournalEntry, kindOf, type Leg } from './rules';
export { moveWallets, openWallet, type Wallet, walletOf } from './wallets';

let stopListening: () => void = () => undefined;

export const manifest: ModuleManifest = {
  name: 'ledger',
  resolvers,
  collections,
  handlers,
  invariants,
  routes: (router) => void router.get('/api/exports/wallet.csv', exportWallet),
  start: async () => {
    stopListening = onChange<WalletRow>('wallets', ({ document }) => {
      if (document) publish(walletChannel(document.organisationId), walletFrom(document));
    });
  },
  stop: async () => stopListening(),
};
