import { type Invariant } from '../../platform/manifest';
import { toMinor } from '../../platform/money';
import { accounts, balanceOf, entriesAbout } from '../ledger';
import { CardRefunds, type CardRefundRow, TopUps, type TopUpRow } from './model';

/** I12, from the top-ups' side: each that succeeded has its one entry, of the same amount, currency and wallet. */
async function wronglyCredited(): Promise<string[]> {
  const violations: string[] = [];
  for await (const row of TopUps.find().lean<TopUpRow>().cursor() as AsyncIterable<TopUpRow>) {
    const credits = row.paymentId
      ? (await entriesAbout(row.paymentId)).filter(({ id }) => id === `top:${row.paymentId}`)
      : [];
    const expected = row.state === 'SUCCEEDED' ? 1 : 0;
    if (credits.length !== expected) violations.push(`${row._id} is ${row.state} and has ${credits.length} credits`);
    const wallet = accounts.wallet(row.organisationId);
    for (const { id, currency, legs } of credits) {
      const amount = legs.find(({ account }) => account === wallet)?.amountMinor;
      if (amount !== toMinor(row.amountMinor) || currency !== row.currency) {
        violations.push(
          `${id} credits ${amount ?? 'nothing'} ${currency} for the ${row.amountMinor} ${row.currency} of ${row._id}`,
        );
      }
    }
  }
  return violations;
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

export const invariants: Invariant[] = [
  {
    code: 'I12',
    title: 'each top-up that succeeded was credited once, in full, and no other; refunds never exceed it',
    check: async () => [...(await wronglyCredited()), ...(await wronglyRefundable())],
  },
  { code: 'I8', title: 'money in transit equals the open orders to the provider', check: wrongTransit },
];
