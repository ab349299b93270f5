import { badUserInput } from '../../platform/errors';
import { type Money } from '../../platform/money';
import { connection, pageArgs, type Connection, type PageArgs } from '../../platform/pages';
import { accountBalances, type AccountBalance, entriesOf, type EntriesPage } from './journal';
import { type AccountKind, accounts, amountOn, type JournalEntry } from './rules';

/** An entry as one account sees it. */
export interface AccountEntry extends JournalEntry {
  account: string;
  /** What the entry did to that account. */
  amount: Money;
}

export const refsOf = ({ refs }: JournalEntry): { role: string; id: string }[] =>
  Object.entries(refs).map(([role, id]) => ({ role, id }));

const entryCursor = ({ at, id }: JournalEntry): readonly unknown[] => [at.getTime(), id];

function entriesPage(args: PageArgs): EntriesPage {
  const { limit, after } = pageArgs(args);
  if (!after) return { limit: limit + 1 };
  const [at, id] = after;
  if (typeof at !== 'number' || typeof id !== 'string') throw badUserInput('"after" is not a cursor of this list.');
  return { limit: limit + 1, after: { at: new Date(at), id } };
}

/** Movements of an organisation's wallet, newest first. */
export async function walletEntries(organisationId: string, args: PageArgs): Promise<Connection<AccountEntry>> {
  const account = accounts.wallet(organisationId);
  const page = entriesPage(args);
  const entries = await entriesOf(account, page);
  const rows = entries.map((entry) => ({ ...entry, account, amount: amountOn(entry, account) }));
  return connection(rows, page.limit - 1, entryCursor);
}

/** Entries of one account or of the whole journal, newest first. */
export async function journalEntries(account: string | null, args: PageArgs): Promise<Connection<JournalEntry>> {
  const page = entriesPage(args);
  return connection(await entriesOf(account, page), page.limit - 1, entryCursor);
}

/** Accounts of a kind with their balances, by name. */
export async function ledgerAccounts(kind: AccountKind, args: PageArgs): Promise<Connection<AccountBalance>> {
  const { limit, after } = pageArgs(args);
  const [name] = after ?? [];
  if (name !== undefined && typeof name !== 'string') throw badUserInput('"after" is not a cursor of this list.');
  const rows = await accountBalances(kind, limit + 1, name ?? null);
  return connection(rows, limit, ({ account }) => [account]);
}
