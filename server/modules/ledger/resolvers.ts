import { type Resolvers } from '../../generated/graphql';
import { access, subscription } from '../../graphql/access';
import { type Context } from '../../graphql/context';
import { money } from '../../platform/money';
import { subscribeTo } from '../../platform/pubsub';
import { ledgerHealth } from './health';
import { entriesAbout } from './journal';
import { journalEntries, ledgerAccounts, refsOf, walletEntries } from './reads';
import { kindOf } from './rules';
import { type Wallet, walletOf } from './wallets';

export const walletChannel = (organisationId: string): string => `wallet:${organisationId}`;

/** The organisation in the name of an account; null where the account is one of the platform. */
const ownerOf = ({ account }: { account: string }, loaders: Context['loaders']) => {
  const [, owner = ''] = account.split(':');
  return owner.startsWith('org_') ? loaders.organisationById.load(owner) : null;
};

export const resolvers: Resolvers = {
  Query: {
    wallet: access.business('OWNER', 'MANAGER')((_parent, _args, { viewer }) => walletOf(viewer.organisationId)),
    walletEntries: access.business(
      'OWNER',
      'MANAGER',
    )((_parent, args, { viewer }) => walletEntries(viewer.organisationId, args)),
    ledgerAccounts: access.admin('FINANCE')((_parent, { kind, ...page }) => ledgerAccounts(kind, page)),
    journalEntries: access.admin('FINANCE')((_parent, { account, ...page }) => journalEntries(account ?? null, page)),
    journalEntriesAbout: access.admin('FINANCE')((_parent, { id }) => entriesAbout(id)),
    ledgerHealth: access.admin('FINANCE')(() => ledgerHealth()),
  },
  Subscription: {
    walletChanged: subscription(access.business('OWNER', 'MANAGER'), (_parent, _args, { viewer }) =>
      subscribeTo<Wallet>(walletChannel(viewer.organisationId)),
    ),
  },
  WalletEntry: { kind: ({ id }) => kindOf(id), refs: refsOf },
  JournalEntry: {
    kind: ({ id }) => kindOf(id),
    refs: refsOf,
    legs: ({ legs, currency }) =>
      legs.map(({ account, amountMinor }) => ({ account, amount: money(amountMinor, currency) })),
    causedBy: ({ actor }, _args, { loaders }) => loaders.personById.load(actor),
  },
  EntryLeg: { owner: (leg, _args, { loaders }) => ownerOf(leg, loaders) },
  LedgerAccount: { owner: (account, _args, { loaders }) => ownerOf(account, loaders) },
};
