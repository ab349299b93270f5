import { database } from '../../platform/database';
import { type Invariant } from '../../platform/manifest';
import { toMinor } from '../../platform/money';
import { wrongClaims } from './claims';
import { Journal, SUM_OF_LEGS, Wallets, type WalletRow } from './model';
import { ACCOUNT_KINDS } from './rules';

/** Sums of all accounts as the journal alone gives them, by `<account> <currency>`. */
async function rebuiltBalances(kinds: readonly string[]): Promise<Map<string, bigint>> {
  const rows = await Journal.aggregate<{ _id: { account: string; currency: string }; sum: bigint | number }>([
    { $unwind: '$legs' },
    { $match: { $or: kinds.map((kind) => ({ 'legs.account': { $gte: `${kind}:`, $lt: `${kind};` } })) } },
    { $group: { _id: { account: '$legs.account', currency: '$currency' }, sum: { $sum: '$legs.amountMinor' } } },
  ]);
  return new Map(rows.map(({ _id, sum }) => [`${_id.account} ${_id.currency}`, toMinor(sum)]));
}

async function unbalancedEntries(): Promise<string[]> {
  const entries = await Journal.aggregate<{ _id: string; sum: bigint | number }>([
    { $project: { sum: SUM_OF_LEGS } },
    { $match: { sum: { $ne: 0 } } },
    { $limit: 100 },
  ]);
  const currencies = await Journal.aggregate<{ _id: string; sum: bigint | number }>([
    { $unwind: '$legs' },
    { $group: { _id: '$currency', sum: { $sum: '$legs.amountMinor' } } },
    { $match: { sum: { $ne: 0 } } },
  ]);
  return [
    ...entries.map(({ _id, sum }) => `entry ${_id} sums to ${sum}`),
    ...currencies.map(({ _id, sum }) => `all entries in ${_id} sum to ${sum}`),
  ];
}

async function wrongWallets(): Promise<string[]> {
  const rebuilt = await rebuiltBalances([ACCOUNT_KINDS.WALLET, ACCOUNT_KINDS.RESERVED]);
  const violations: string[] = [];
  for await (const row of Wallets.find().lean<WalletRow>().cursor() as AsyncIterable<WalletRow>) {
    const stored = [
      [ACCOUNT_KINDS.WALLET, toMinor(row.availableMinor)],
      [ACCOUNT_KINDS.RESERVED, toMinor(row.reservedMinor)],
    ] as const;
    for (const [kind, minor] of stored) {
      const expected = rebuilt.get(`${kind}:${row.organisationId} ${row.currency}`) ?? 0n;
      if (minor !== expected) violations.push(`${row._id} stores ${kind} ${minor}, its entries sum to ${expected}`);
    }
  }
  return violations;
}

async function negativeWallets(): Promise<string[]> {
  const rows = await Wallets.find({ $or: [{ availableMinor: { $lt: 0 } }, { reservedMinor: { $lt: 0 } }] }).lean<
    WalletRow[]
  >();
  return rows.map(
    ({ _id, availableMinor, reservedMinor }) => `${_id} has ${availableMinor} available, ${reservedMinor} reserved`,
  );
}

/** I2 asks each wallet for its entries; this asks the entries for their wallets, so that no balance is without one. */
async function balancesWithoutWallet(): Promise<string[]> {
  const rebuilt = await rebuiltBalances([ACCOUNT_KINDS.WALLET, ACCOUNT_KINDS.RESERVED]);
  const stored = new Set<string>();
  for await (const row of Wallets.find().lean<WalletRow>().cursor() as AsyncIterable<WalletRow>) {
    stored.add(`${row.organisationId} ${row.currency}`);
  }
  return [...rebuilt].flatMap(([key, sum]) => {
    const [account = '', currency = ''] = key.split(' ');
    const [, organisationId = ''] = account.split(':');
    return stored.has(`${organisationId} ${currency}`)
      ? []
      : [`${account} has ${sum} ${currency} in the journal and no wallet`];
  });
}

/**
 * Where the things live that entries refer to, by the prefix of their ids: a collection, and the field where it is not
 * `_id` (a purchase is its sales). Ids of the provider have no row with us.
 */
const HOME_OF_ID: Readonly<Record<string, string>> = {
  org: 'organisations',
  person: 'people',
  topup: 'topups',
  cardrefund: 'card_refunds',
  listing: 'listings',
  lead: 'leads',
  sale: 'sales',
  purchase: 'sales.purchaseId',
  dispute: 'disputes',
  campaign: 'campaigns',
  clickbatch: 'click_batches',
  call: 'calls',
};
const IDS_OF_PROVIDER = new Set(['pi', 're', 'cs', 'ch']);

async function orphanRefs(): Promise<string[]> {
  const byPrefix = new Map<string, Map<string, string>>();
  for await (const { _id, refs } of Journal.find({}, { refs: 1 }).lean().cursor()) {
    for (const id of Object.values(refs)) {
      const prefix = id.slice(0, id.indexOf('_'));
      if (IDS_OF_PROVIDER.has(prefix)) continue;
      const ids = byPrefix.get(prefix) ?? new Map<string, string>();
      byPrefix.set(prefix, ids.set(id, _id));
    }
  }
  const violations: string[] = [];
  for (const [prefix, ids] of byPrefix) {
    const home = HOME_OF_ID[prefix];
    const found = home === undefined ? new Set<string>() : await idsIn(home, [...ids.keys()]);
    for (const [id, entry] of ids)
      if (!found.has(id)) violations.push(`entry ${entry} refers to ${id}, which does not exist`);
  }
  return violations;
}

const CHUNK = 1000;

async function idsIn(home: string, ids: readonly string[]): Promise<Set<string>> {
  const [collection = '', field = '_id'] = home.split('.');
  const found = new Set<string>();
  for (let from = 0; from < ids.length; from += CHUNK) {
    const filter = { [field]: { $in: ids.slice(from, from + CHUNK) } };
    const rows = database()
      .collection<Record<string, string>>(collection)
      .find(filter, { projection: { [field]: 1 } });
    for await (const row of rows) found.add(row[field] ?? '');
  }
  return found;
}

const MOST_SHOWN = 20;

const claimed =
  (...kind: Parameters<typeof wrongClaims>) =>
  async (): Promise<string[]> =>
    (await wrongClaims(...kind)).slice(0, MOST_SHOWN);

export const invariants: Invariant[] = [
  { code: 'I1', title: 'every entry, and each currency as a whole, sums to zero', check: unbalancedEntries },
  { code: 'I2', title: 'every wallet equals the sum of its entries', check: wrongWallets },
  { code: 'I3', title: 'no wallet is below zero', check: negativeWallets },
  { code: 'I13', title: 'every balance in the journal has its wallet', check: balancesWithoutWallet },
  {
    code: 'I6',
    title: 'each agency’s hold is what buyers paid for what is held and disputed',
    check: claimed('HOLD'),
  },
  { code: 'I7', title: 'each agency’s payable is its part of what was released', check: claimed('PAYABLE') },
  { code: 'I16', title: 'revenue is the fees of what was released', check: claimed('REVENUE') },
  { code: 'I22', title: 'what is set aside of a wallet is what its campaigns hold', check: claimed('RESERVED') },
  { code: 'I14', title: 'everything that an entry refers to exists', check: orphanRefs },
];
