import mongoose from '../../server/platform/mongoose';
import { accounts, postEntries } from '../../server/modules/ledger';
import { invariants } from '../../server/modules/payments/invariants';
import { inTransaction } from '../../server/platform/transaction';
import { createWorld, type World } from '../kit/world';
import { paidTopUp } from './checkout';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const violationsOf = async (code: string): Promise<string[]> =>
  (await Promise.all(invariants.filter((invariant) => invariant.code === code).map(({ check }) => check()))).flat();

const topups = () => mongoose.connection.collection<{ _id: string }>('topups');

test('I12 holds for what the verbs leave, and names each way of breaking it', async () => {
  const business = await world.business();
  const { topUpId } = await paidTopUp(world, business);
  expect(await violationsOf('I12')).toEqual([]);
  const change = (fields: object) => topups().updateOne({ _id: topUpId }, { $set: fields });

  await change({ state: 'FAILED' });
  expect(await violationsOf('I12')).toContain(`${topUpId} is FAILED and was credited`);
  await change({ state: 'SUCCEEDED', amountMinor: 100_01n });
  expect((await violationsOf('I12')).join()).toContain('credits 10000 USD for 10001 USD');
  await change({ amountMinor: 100_00n, refundableMinor: 99_99n });
  expect((await violationsOf('I12')).join()).toContain('its refunds leave 10000');
  await change({ refundableMinor: 100_00n });
  expect(await violationsOf('I12')).toEqual([]);
});

test('I12 and I8 name a credit without a top-up and money in transit without an order', async () => {
  const business = await world.business();
  await paidTopUp(world, business);
  const post = (id: string, from: string, to: string, minor: bigint) => {
    const legs = [
      { account: from, amountMinor: -minor },
      { account: to, amountMinor: minor },
    ];
    const entry = { id, currency: 'USD', legs, refs: {}, actor: 'test', at: world.clock.now() };
    return inTransaction(() => postEntries([entry]));
  };
  const [wallet, transit] = [accounts.wallet(business.organisationId), accounts.transit('stripe')];
  await post('top:pi_nobody', accounts.clearing('stripe'), wallet, 5_00n);
  await post('adj:transit', wallet, transit, 2_00n);
  expect(await violationsOf('I12')).toEqual(['top:pi_nobody credits a payment that no top-up has']);
  expect(await violationsOf('I8')).toEqual(['200 are in transit, the open card refunds are 0']);
  // The journal is never edited in the market; a test that broke it on purpose puts it right.
  await mongoose.connection
    .collection<{ _id: string }>('journal')
    .deleteMany({ _id: { $in: ['top:pi_nobody', 'adj:transit'] } });
  await mongoose.connection
    .collection('wallets')
    .updateOne({ organisationId: business.organisationId }, { $set: { availableMinor: 100_00n } });
});
