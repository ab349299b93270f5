import { randomUUID } from 'node:crypto';
import mongoose from '../../server/platform/mongoose';
import { accounts } from '../../server/modules/ledger';
import { invariants } from '../../server/modules/ledger/invariants';
import { createWorld, type World } from '../kit/world';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

interface Row {
  _id: string;
  [field: string]: unknown;
}
const journal = () => mongoose.connection.collection<Row>('journal');

/** The codes of what is broken once the row is in the journal, by a way round its validator; the row is taken out again. */
async function brokenBy(fields: { legs: unknown[]; refs?: object }): Promise<string[]> {
  const row: Row = { _id: `adj:${randomUUID()}`, currency: 'USD', refs: {}, actor: 'test', at: new Date(), ...fields };
  await journal().insertOne(row, { bypassDocumentValidation: true });
  try {
    const broken = [];
    for (const { code, check } of invariants) if ((await check()).length > 0) broken.push(code);
    return broken;
  } finally {
    await journal().deleteOne({ _id: row._id });
  }
}

const leg = (account: string, amountMinor: bigint) => ({ account, amountMinor });
const both = (from: string, to: string) => [leg(from, -5n), leg(to, 5n)];

describe('each invariant of the ledger is broken by its own fault and by no other', () => {
  test('nothing is broken by what the market does', async () => {
    const business = await world.business({ funds: '10.00' });
    expect(await brokenBy({ legs: both(accounts.adjustment(), accounts.suspense('stripe')) })).toEqual([]);
    expect(business.organisationId).toMatch(/^org_/);
  });

  test('I1: an entry that does not sum to zero', async () => {
    expect(await brokenBy({ legs: [leg(accounts.adjustment(), -5n), leg(accounts.suspense('stripe'), 4n)] })).toEqual([
      'I1',
    ]);
  });

  test('I2: an entry that did not move its wallet', async () => {
    const { organisationId } = await world.business({ funds: '10.00' });
    expect(await brokenBy({ legs: both(accounts.adjustment(), accounts.wallet(organisationId)) })).toEqual(['I2']);
  });

  test('I3: a wallet below zero, even with entries that say so', async () => {
    const { organisationId } = await world.business({ funds: '10.00' });
    const wallets = mongoose.connection.collection('wallets');
    const set = (availableMinor: bigint) =>
      wallets.updateOne({ organisationId }, { $set: { availableMinor } }, { bypassDocumentValidation: true });
    await set(-5n);
    const wallet = accounts.wallet(organisationId);
    expect(await brokenBy({ legs: [leg(wallet, -10_05n), leg(accounts.adjustment(), 10_05n)] })).toEqual(['I3']);
    await set(10_00n);
  });

  test('I13: an entry on a wallet that is none', async () => {
    expect(await brokenBy({ legs: both(accounts.adjustment(), accounts.wallet('org_nobody')) })).toEqual(['I13']);
  });

  test('I6, I7, I16 and I22: money on accounts that no row of any module explains', async () => {
    const { organisationId } = await world.business({ funds: '10.00' });
    for (const [account, code] of [
      [accounts.hold('org_nobody'), 'I6'],
      [accounts.payable('org_nobody'), 'I7'],
      [accounts.revenue(), 'I16'],
    ] as const)
      expect(await brokenBy({ legs: both(accounts.adjustment(), account) })).toEqual([code]);
    expect(await brokenBy({ legs: both(accounts.adjustment(), accounts.reserved(organisationId)) })).toEqual([
      'I2',
      'I22',
    ]);
  });

  test('I14: an entry that refers to what does not exist, or to what nobody knows', async () => {
    const legs = both(accounts.adjustment(), accounts.suspense('stripe'));
    expect(await brokenBy({ legs, refs: { topUpId: 'topup_nowhere' } })).toEqual(['I14']);
    expect(await brokenBy({ legs, refs: { thing: 'thing_1' } })).toEqual(['I14']);
    expect(await brokenBy({ legs, refs: { paymentId: 'pi_of_the_provider' } })).toEqual([]);
  });
});
