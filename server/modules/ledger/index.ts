import { onChange } from '../../platform/changes';
import { type ModuleManifest } from '../../platform/manifest';
import { publish } from '../../platform/pubsub';
import { exportWallet } from './exportWallet';
import { handlers } from './handlers';
import { invariants } from './invariants';
import { collections, type WalletRow } from './model';
import { resolvers, walletChannel } from './resolvers';
import { type Wallet, walletFrom } from './wallets';

export { claimOn } from './claims';
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
export { nameRefs } from './namedRefs';
export { accounts, amountOn, type EntryKind, type JournalEntry, kindOf, type Leg, sameness } from './rules';
export { moveWallets, openWallet, type Wallet, walletOf, walletsOf } from './wallets';

/** Hears every change of a wallet, whichever process made it. Answers with how to stop. */
export const onWalletChange = (tell: (wallet: Wallet) => void): (() => void) =>
  onChange<WalletRow>('wallets', ({ document }) => document && tell(walletFrom(document)));

let stopListening: () => void = () => undefined;

export const manifest: ModuleManifest = {
  name: 'ledger',
  resolvers,
  collections,
  handlers,
  invariants,
  routes: (router) => void router.get('/api/exports/wallet.csv', exportWallet),
  start: async () => {
    stopListening = onWalletChange((wallet) => publish(walletChannel(wallet.organisationId), wallet));
  },
  stop: async () => stopListening(),
};
