import { now } from '../../platform/clock';
import { idFrom } from '../../platform/ids';
import { MARKET_CURRENCY, money, toMinor, type Money } from '../../platform/money';
import { duplicateKeyOf, isInTransaction } from '../../platform/transaction';
import { insufficientFunds, walletFrozen } from './errors';
import { Wallets, type WalletRow } from './model';
import { type JournalEntry, type WalletMovement, walletMovements } from './rules';

/** An organisation's wallet in one currency. */
export interface Wallet {
  id: string;
  organisationId: string;
  available: Money;
  /** Set aside for budgets: neither spent nor free to spend. */
  reserved: Money;
  status: 'ACTIVE' | 'FROZEN';
}

const walletId = (organisationId: string, currency: string): string => idFrom('wallet', organisationId, currency);

export function walletFrom(row: WalletRow): Wallet {
  return {
    id: row._id,
    organisationId: row.organisationId,
    available: money(toMinor(row.availableMinor), row.currency),
    reserved: money(toMinor(row.reservedMinor), row.currency),
    status: row.status,
  };
}

/** Before all news: a wallet that follows none yet takes the first, even if it is older than the wallet. */
const NO_NEWS = new Date(0);

/** Opens the organisation's wallet with nothing in it; does nothing when it is open already. Not in a transaction. */
export async function openWallet(organisationId: string, currency: string): Promise<void> {
  if (isInTransaction()) throw new Error('a wallet is opened outside of transactions');
  const _id = walletId(organisationId, currency);
  const row = { organisationId, currency, availableMinor: 0n, reservedMinor: 0n, status: 'ACTIVE' as const };
  const opened = { ...row, openedAt: now(), statusSince: NO_NEWS };
  try {
    await Wallets.updateOne({ _id }, { $setOnInsert: opened }, { upsert: true });
  } catch (error) {
    // Two callers opened it at the same moment: the other one's wallet is the wallet.
    if (!duplicateKeyOf(error)) throw error;
  }
}

/** The organisation's wallet; one that was never opened reads as empty. */
export async function walletOf(organisationId: string, currency: string = MARKET_CURRENCY): Promise<Wallet> {
  const _id = walletId(organisationId, currency);
  const row = await Wallets.findById(_id).lean<WalletRow>();
  if (row) return walletFrom(row);
  const nothing = money(0n, currency);
  return { id: _id, organisationId, available: nothing, reserved: nothing, status: 'ACTIVE' };
}

/** The wallets of these organisations that are open, by organisation. */
export async function walletsOf(organisationIds: readonly string[]): Promise<Map<string, Wallet>> {
  const ids = organisationIds.map((id) => walletId(id, MARKET_CURRENCY));
  const rows = await Wallets.find({ _id: { $in: ids } }).lean<WalletRow[]>();
  return new Map(rows.map((row) => [row.organisationId, walletFrom(row)]));
}

/**
 * Moves the running wallets as the entries' legs on `wallet:` and `reserved:` accounts say, inside the open
 * transaction and as its last writes: a wallet is the document that purchases meet on. A wallet pays only while it is
 * active and covers the amount; the condition is part of the update itself, and the collection's validator refuses a
 * negative balance on its own. Throws `InsufficientFunds` with the shortfall, or `WalletFrozen`.
 */
export async function moveWallets(entries: readonly JournalEntry[]): Promise<void> {
  for (const movement of walletMovements(entries)) {
    if (movement.available === 0n && movement.reserved === 0n) continue;
    await moveWallet(movement);
  }
}

async function moveWallet(movement: WalletMovement): Promise<void> {
  const { organisationId, currency, available, reserved } = movement;
  const _id = walletId(organisationId, currency);
  const pays = available < 0n;
  const { matchedCount } = await Wallets.updateOne(
    {
      _id,
      ...(pays ? { status: 'ACTIVE', availableMinor: { $gte: -available } } : {}),
      ...(reserved < 0n ? { reservedMinor: { $gte: -reserved } } : {}),
    },
    { $inc: { availableMinor: available, reservedMinor: reserved } },
  );
  if (matchedCount === 1) return;
  const row = await Wallets.findById(_id).lean<WalletRow>();
  if (!row && !pays) throw new Error(`organisation ${organisationId} has no ${currency} wallet to credit`);
  if (row?.status === 'FROZEN' && pays) throw walletFrozen();
  const missingAvailable = -available - toMinor(row?.availableMinor);
  const missingReserved = -reserved - toMinor(row?.reservedMinor);
  throw insufficientFunds(money(missingAvailable > 0n ? missingAvailable : missingReserved, currency));
}

/**
 * Stops an organisation's wallet from paying, or lets it pay again, as of `at`; money may still come in. News that is
 * older than what the wallet follows already is passed over, so it may arrive in any order and any number of times; a
 * wallet that is not open yet is opened, so that news which overtakes its opening is not lost. Not in a transaction.
 */
export async function setWalletStatus(organisationId: string, status: Wallet['status'], at: Date): Promise<void> {
  const _id = walletId(organisationId, MARKET_CURRENCY);
  await openWallet(organisationId, MARKET_CURRENCY);
  await Wallets.updateOne({ _id, statusSince: { $lt: at } }, { $set: { status, statusSince: at } });
}
