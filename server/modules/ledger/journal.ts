import { MARKET_CURRENCY, money, toMinor, type Money } from '../../platform/money';
import { Journal, type JournalRow } from './model';
import { ACCOUNT_KINDS, type AccountKind, checkedEntry, ENTRY_KINDS, type JournalEntry } from './rules';
import { moveWallets } from './wallets';

/**
 * Writes entries to the journal in the open transaction. Each key is written once for ever: a second write of it is a
 * duplicate key on `_id`, to be read by the caller outside the transaction. Throws when an entry does not balance, and
 * the collection's validator refuses such an entry on its own.
 */
export async function recordEntries(entries: readonly JournalEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(checkedEntry).map(({ id, ...entry }) => ({ _id: id, ...entry, legs: [...entry.legs] }));
  await Journal.insertMany(rows, { lean: true });
}

/** Records the entries and then moves the wallets that they touch: see `recordEntries` and `moveWallets`. */
export async function postEntries(entries: readonly JournalEntry[]): Promise<void> {
  await recordEntries(entries);
  await moveWallets(entries);
}

function entryFrom(row: JournalRow): JournalEntry {
  const legs = row.legs.map(({ account, amountMinor }) => ({ account, amountMinor: toMinor(amountMinor) }));
  return { id: row._id, currency: row.currency, legs, refs: row.refs, actor: row.actor, at: row.at };
}

/** A place in a list of entries, newest first: at most `limit` entries after the one of this time and key. */
export interface EntriesPage {
  limit: number;
  after?: { at: Date; id: string } | null;
}

const isAfter = (after: EntriesPage['after']): object =>
  after ? { $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: after.id } }] } : {};

/** Entries with a leg on the account (or on any of several), newest first; of all accounts when none is named. */
export async function entriesOf(
  account: string | readonly string[] | null,
  page: EntriesPage,
): Promise<JournalEntry[]> {
  const onAccount =
    account === null ? {} : { 'legs.account': typeof account === 'string' ? account : { $in: [...account] } };
  const rows = await Journal.find({ ...onAccount, ...isAfter(page.after) })
    .sort({ at: -1, _id: -1 })
    .limit(page.limit)
    .lean<JournalRow[]>();
  return rows.map(entryFrom);
}

/**
 * Everything that was posted for one cause (a sale, a top-up's payment), oldest first: found through the keys
 * themselves, `<kind>:<id>` and `<kind>:<id>:<part>`.
 */
export async function entriesAbout(causeId: string): Promise<JournalEntry[]> {
  const kinds = Object.keys(ENTRY_KINDS);
  const wholes = { _id: { $in: kinds.map((kind) => `${kind}:${causeId}`) } };
  // The sign after the colon: up to it are the parts of this cause, and no cause whose id only begins like it.
  const parts = kinds.map((kind) => ({ _id: { $gte: `${kind}:${causeId}:`, $lt: `${kind}:${causeId};` } }));
  const rows = await Journal.find({ $or: [wholes, ...parts] })
    .sort({ at: 1, _id: 1 })
    .lean<JournalRow[]>();
  return rows.map(entryFrom);
}

/** Calls `visit` with each entry of an account, oldest first, without holding them all in memory. */
export async function forEachEntryOf(account: string, visit: (entry: JournalEntry) => Promise<void>): Promise<void> {
  const cursor = Journal.find({ 'legs.account': account }).sort({ at: 1, _id: 1 }).lean<JournalRow>().cursor();
  for await (const row of cursor) await visit(entryFrom(row));
}

/** The account's balance as its entries say. Walks them all: for wallets read the running balance, `walletOf`. */
export async function balanceOf(account: string, currency: string = MARKET_CURRENCY): Promise<Money> {
  const [row] = await Journal.aggregate<{ sum: bigint | number }>([
    { $match: { 'legs.account': account, currency } },
    { $unwind: '$legs' },
    { $match: { 'legs.account': account } },
    { $group: { _id: null, sum: { $sum: '$legs.amountMinor' } } },
  ]);
  return money(toMinor(row?.sum), currency);
}

/** An account and its balance in one currency. */
export interface AccountBalance {
  account: string;
  balance: Money;
}

/** Balances of the accounts of a kind, in the order of their names, from the one after `after`. */
export async function accountBalances(
  kind: AccountKind,
  limit: number,
  after: string | null,
): Promise<AccountBalance[]> {
  const prefix = ACCOUNT_KINDS[kind];
  const inKind = { ...(after === null ? { $gte: `${prefix}:` } : { $gt: after }), $lt: `${prefix};` };
  const rows = await Journal.aggregate<{ _id: { account: string; currency: string }; sum: bigint | number }>([
    { $match: { legs: { $elemMatch: { account: inKind } } } },
    { $unwind: '$legs' },
    { $match: { 'legs.account': inKind } },
    { $group: { _id: { account: '$legs.account', currency: '$currency' }, sum: { $sum: '$legs.amountMinor' } } },
    { $sort: { '_id.account': 1, '_id.currency': 1 } },
    { $limit: limit },
  ]);
  return rows.map(({ _id, sum }) => ({ account: _id.account, balance: money(toMinor(sum), _id.currency) }));
}
