import { settleTopUp } from '../../server/modules/payments/settleTopUp';
import { TopUps } from '../../server/modules/payments/model';
import { entriesOf, accounts, walletOf } from '../../server/modules/ledger';
import { clientKey, createWorld, type World } from '../kit/world';
import { press, start } from '../payments/checkout';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('top-ups in parallel', () => {
  test('one payment, seen by events, by queues and by the reconciler at the same moment, is credited once (F13)', async () => {
    const business = await world.business();
    const started = await start(world, business);
    await press(world, started, 'card');
    await world.clock.move('11m');
    await Promise.all([
      ...Array.from({ length: 10 }, () => settleTopUp(started.topUpId)),
      world.runJob('payments.reconcile'),
      world.settle(),
    ]);
    await world.settle();
    expect((await walletOf(business.organisationId)).available.minor).toBe(100_00n);
    expect(await entriesOf(accounts.wallet(business.organisationId), { limit: 10 })).toHaveLength(1);
  });

  test('ten payments into one wallet at once all arrive', async () => {
    const business = await world.business();
    const started = [];
    for (let index = 0; index < 10; index++) started.push(await start(world, business, 10_00));
    for (const one of started) await press(world, one, 'card');
    await Promise.all(started.map(({ topUpId }) => settleTopUp(topUpId)));
    expect((await walletOf(business.organisationId)).available.minor).toBe(100_00n);
    await world.settle();
  });

  test('one client key sent sixteen times at once opens one checkout', async () => {
    const business = await world.business();
    const key = clientKey();
    const answers = await Promise.all(Array.from({ length: 16 }, () => start(world, business, 50_00, key)));
    expect(new Set(answers.map(({ sessionId }) => sessionId)).size).toBe(1);
    expect(await TopUps.countDocuments({ organisationId: business.organisationId })).toBe(1);
  });
});
