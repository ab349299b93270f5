import { type Invariant } from '../../platform/manifest';
import { MARKET_CURRENCY, toMinor } from '../../platform/money';
import { accounts, amountOn, balanceOf, forEachEntryOf, type JournalEntry, kindOf } from '../ledger';
import { CardRefunds, type CardRefundRow, TopUps, type TopUpRow } from './model';

/** Every credit of a payment that the ledger has, by the payment's id. */
async function creditsByPayment(): Promise<Map<string, JournalEntry>> {
  const credits = new Map<string, JournalEntry>();
  await forEachEntryOf(accounts.clearing('stripe'), async (entry) => {
    if (kindOf(entry.id) === 'TOP_UP') credits.set(entry.id.slice('top:'.length), entry);
  });
  return credits;
}

/** Each top-up that succeeded has its one credit, of its amount, currency and wallet; no credit is without a top-up. */
async function wronglyCredited(): Promise<string[]> {
  const credits = await creditsByPayment();
  const violations: string[] = [];
  for await (const row of TopUps.find().lean<TopUpRow>().cursor() as AsyncIterable<TopUpRow>) {
    const credit = row.paymentId === undefined ? undefined : credits.get(row.paymentId);
    if (row.paymentId !== undefined) credits.delete(row.paymentId);
    if ((row.state === 'SUCCEEDED') !== (credit !== undefined)) {
      violations.push(`${row._id} is ${row.state} and ${credit ? 'was' : 'was not'} credited`);
    }
    if (credit === undefined) continue;
    const { minor, currency } = amountOn(credit, accounts.wallet(row.organisationId));
    if (minor !== toMinor(row.amountMinor) || currency !== row.currency) {
      violations.push(`${credit.id} credits ${minor} ${currency} for ${row.amountMinor} ${row.currency} of ${row._id}`);
    }
  }
  return [...violations, ...[...credits.values()].map(({ id }) => `${id} credits a payment that no top-up has`)];
}

/** What is refundable of each top-up is what was paid less the refunds that were not returned. */
async function wronglyRefundable(): Promise<string[]> {
  const taken = new Map<string, bigint>();
  for await (const row of CardRefunds.find().lean<CardRefundRow>().cursor() as AsyncIterable<CardRefundRow>) {
    if (row.state !== 'RETURNED') taken.set(row.topUpId, (taken.get(row.topUpId) ?? 0n) + toMinor(row.amountMinor));
  }
  const violations: string[] = [];
  for await (const row of TopUps.find({ state: 'SUCCEEDED' }).lean<TopUpRow>().cursor() as AsyncIterable<TopUpRow>) {
    const expected = toMinor(row.amountMinor) - (taken.get(row._id) ?? 0n);
    if (toMinor(row.refundableMinor) !== expected) {
      violations.push(`${row._id} says ${row.refundableMinor} can go back to its card, its refunds leave ${expected}`);
    }
  }
  return violations;
}

async function wrongTransit(): Promise<string[]> {
  const rows = await CardRefunds.find({ state: 'SENDING' }).lean<CardRefundRow[]>();
  const open = rows.reduce((sum, { amountMinor }) => sum + toMinor(amountMinor), 0n);
  const { minor } = await balanceOf(accounts.transit('stripe'));
  return minor === open ? [] : [`${minor} are in transit, the open card refunds are ${open}`];
}

/** Money in suspense, by currency, is what came in of top-ups that was not asked for. */
async function wrongSuspense(): Promise<string[]> {
  const rows = await TopUps.aggregate<{ _id: string; sum: bigint | number }>([
    { $match: { suspendedMinor: { $gt: 0 } } },
    { $group: { _id: '$suspendedCurrency', sum: { $sum: '$suspendedMinor' } } },
  ]);
  const expected = new Map(rows.map(({ _id, sum }) => [_id, toMinor(sum)]));
  const currencies = new Set([MARKET_CURRENCY, ...expected.keys()]);
  const violations: string[] = [];
  for (const currency of currencies) {
    const { minor } = await balanceOf(accounts.suspense('stripe'), currency);
    const wanted = expected.get(currency) ?? 0n;
    if (minor !== wanted) violations.push(`${minor} ${currency} are in suspense, top-ups say ${wanted}`);
  }
  return violations;
}

export const invariants: Invariant[] = [
  {
    code: 'I12',
    title: 'each top-up that succeeded was credited once, in full, and no other; refunds never exceed it',
    check: async () => [...(await wronglyCredited()), ...(await wronglyRefundable())],
  },
  { code: 'I12', title: 'money in suspense is what came in and was not asked for', check: wrongSuspense },
  { code: 'I8', title: 'money in transit equals the open orders to the provider', check: wrongTransit },
];
