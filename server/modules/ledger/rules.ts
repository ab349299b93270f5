import { money, type Money } from '../../platform/money';

/** One side of an entry: a positive amount raises what is owed to the account's holder. */
export interface Leg {
  account: string;
  amountMinor: bigint;
}

/** A posting of the double-entry journal: at least two legs of one currency that sum to zero. */
export interface JournalEntry {
  /** The business key `<kind>:<id of the cause>`, such as `pur:sale_…`: the same cause is never posted twice. */
  id: string;
  currency: string;
  legs: readonly Leg[];
  /** Ids that explain the entry, by their role: `{ saleId, leadId }`. */
  refs: Readonly<Record<string, string>>;
  /** The person who caused it, or `system`. */
  actor: string;
  at: Date;
}

/**
 * Names of accounts. Wallets, holds, payables and revenue are owed to someone and rise with a positive amount; clearing
 * (our money at the provider), expense and receivable carry the opposite sign, so that every entry sums to zero.
 */
export const accounts = {
  /** Money that a business can spend. */
  wallet: (organisationId: string): string => `wallet:${organisationId}`,
  /** Money of a business that is set aside for a budget. */
  reserved: (organisationId: string): string => `reserved:${organisationId}`,
  /** Money paid for an agency's sales whose window is open or which are in dispute. */
  hold: (agencyId: string): string => `hold:${agencyId}`,
  /** Money that an agency has earned and not been paid out. */
  payable: (agencyId: string): string => `payable:${agencyId}`,
  /** The platform's fees. */
  revenue: (): string => 'revenue:fees',
  /** Money that lies with a provider for us. */
  clearing: (provider: 'stripe'): string => `clearing:${provider}`,
  /** Money on its way out through a provider, until the provider says that it went. */
  transit: (provider: 'stripe'): string => `transit:${provider}`,
  /** Money that came in and is nobody's yet: not what was asked for, so a person looks. */
  suspense: (provider: 'stripe'): string => `suspense:${provider}`,
  /** What a provider kept for its service. */
  expense: (provider: 'stripe'): string => `expense:${provider}`,
  /** What a business owes us. */
  receivable: (organisationId: string): string => `receivable:${organisationId}`,
  /** The other side of corrections. */
  adjustment: (): string => 'adjustment:market',
} as const;

/** The kinds of account, as the part of a name before the colon. */
export const ACCOUNT_KINDS = {
  WALLET: 'wallet',
  RESERVED: 'reserved',
  HOLD: 'hold',
  PAYABLE: 'payable',
  REVENUE: 'revenue',
  CLEARING: 'clearing',
  TRANSIT: 'transit',
  SUSPENSE: 'suspense',
  EXPENSE: 'expense',
  RECEIVABLE: 'receivable',
  ADJUSTMENT: 'adjustment',
} as const;
export type AccountKind = keyof typeof ACCOUNT_KINDS;

/** What an entry is, by the part of its key before the first colon. */
export const ENTRY_KINDS = {
  top: 'TOP_UP',
  mis: 'TOP_UP_MISMATCH',
  fee: 'PROVIDER_FEE',
  card: 'CARD_REFUND',
  sent: 'CARD_REFUND_SENT',
  back: 'CARD_REFUND_RETURNED',
  pur: 'PURCHASE',
  rel: 'RELEASE',
  ref: 'REFUND',
  cb: 'CHARGEBACK',
  pay: 'PAYOUT',
  set: 'SET_ASIDE',
  free: 'SET_FREE',
  use: 'USAGE',
  adj: 'CORRECTION',
} as const;
export type EntryKind = (typeof ENTRY_KINDS)[keyof typeof ENTRY_KINDS];

/** The kind of an entry by its key; throws on a key that names none. */
export function kindOf(entryId: string): EntryKind {
  const kind = (ENTRY_KINDS as Record<string, EntryKind>)[entryId.split(':')[0] ?? ''];
  if (!kind) throw new RangeError(`"${entryId}" names no kind of entry`);
  return kind;
}

/**
 * The entry as it is stored: legs of 0 are left out. Throws when it does not balance, has fewer than two legs left or a
 * key of no known kind: a mistake in our code, never the caller's.
 */
export function checkedEntry(entry: JournalEntry): JournalEntry {
  kindOf(entry.id);
  const legs = entry.legs.filter(({ amountMinor }) => amountMinor !== 0n);
  const total = legs.reduce((sum, leg) => sum + leg.amountMinor, 0n);
  if (total !== 0n) throw new RangeError(`entry ${entry.id} is out of balance by ${total}`);
  if (legs.length < 2) throw new RangeError(`entry ${entry.id} has fewer than two legs`);
  money(0n, entry.currency);
  return { ...entry, legs };
}

/** An entry by its key and legs, zeros left out: what two entries must agree in. */
export const sameness = ({ id, legs }: Pick<JournalEntry, 'id' | 'legs'>): string => {
  const moved = legs.filter(({ amountMinor }) => amountMinor !== 0n);
  return `${id} ${moved
    .map(({ account, amountMinor }) => `${account} ${amountMinor}`)
    .sort()
    .join(', ')}`;
};

/** What entries do to one wallet, in minor units. */
export interface WalletMovement {
  organisationId: string;
  currency: string;
  available: bigint;
  reserved: bigint;
}

/** What entries do to the running wallets, summed per wallet and in a fixed order, so that two posts never deadlock. */
export function walletMovements(entries: readonly JournalEntry[]): WalletMovement[] {
  const movements = new Map<string, WalletMovement>();
  for (const { currency, legs } of entries) {
    for (const { account, amountMinor } of legs) {
      const [kind = '', organisationId = ''] = account.split(':');
      if (kind !== ACCOUNT_KINDS.WALLET && kind !== ACCOUNT_KINDS.RESERVED) continue;
      const key = `${organisationId}:${currency}`;
      const movement = movements.get(key) ?? { organisationId, currency, available: 0n, reserved: 0n };
      if (kind === ACCOUNT_KINDS.WALLET) movement.available += amountMinor;
      else movement.reserved += amountMinor;
      movements.set(key, movement);
    }
  }
  return [...movements.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, movement]) => movement);
}

/** What an entry did to an account: the sum of its legs there. */
export function amountOn(entry: JournalEntry, account: string): Money {
  const legs = entry.legs.filter((leg) => leg.account === account);
  return money(
    legs.reduce((sum, leg) => sum + leg.amountMinor, 0n),
    entry.currency,
  );
}
