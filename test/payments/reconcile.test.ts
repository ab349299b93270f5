import fc from 'fast-check';
import { settleTopUp } from '../../server/modules/payments/settleTopUp';
import { PaymentEvents, TopUps } from '../../server/modules/payments/model';
import { StandInObjects } from '../../server/modules/payments/standIn/model';
import { settleDebit } from '../../server/modules/payments/standIn/pay';
import { setStandInPort, standInClientOptions } from '../../server/modules/payments/standIn/secrets';
import { isSettled, statesBefore, TOP_UP_STATES } from '../../server/modules/payments/rules';
import { forgetClient } from '../../server/modules/payments/stripe';
import { walletOf } from '../../server/modules/ledger';
import { clientKey, createWorld, logIn, type World } from '../kit/world';
import { press, start, START, type Started } from './checkout';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const stateOf = async ({ topUpId }: Started) => (await TopUps.findById(topUpId).lean())?.state;
const available = async (organisationId: string) => (await walletOf(organisationId)).available.minor;

describe('a top-up whose event never came (F15)', () => {
  test.each([['10m'], ['3d']])('is credited by one look at the provider, %s later', async (span) => {
    const business = await world.business();
    const started = await start(world, business);
    await press(world, started, 'card');
    await world.clock.move(span);
    expect(await world.runJob('payments.reconcile')).toBeGreaterThanOrEqual(1);
    expect(await stateOf(started)).toBe('SUCCEEDED');
    expect(await available(business.organisationId)).toBe(100_00n);
  });

  test('and when it comes after all, changes nothing', async () => {
    const business = await world.business();
    const started = await start(world, business);
    await press(world, started, 'card');
    await world.clock.move('3d');
    await world.runJob('payments.reconcile');
    await world.settle();
    expect(await available(business.organisationId)).toBe(100_00n);
  });

  test('expires when nobody paid, and is looked at no more', async () => {
    const started = await start(world, await world.business());
    await world.clock.move('2h');
    await world.runJob('payments.reconcile');
    expect(await TopUps.findById(started.topUpId).lean()).toMatchObject({ state: 'EXPIRED', isOpen: false });
  });

  test('fails when the bank debit came back', async () => {
    const business = await world.business();
    const started = await start(world, business);
    await press(world, started, 'debit');
    await settleDebit(started.sessionId, false);
    await settleTopUp(started.topUpId);
    expect(await stateOf(started)).toBe('FAILED');
    expect(await available(business.organisationId)).toBe(0n);
  });

  test('is credited even if the fee is in a currency we do not know; the fee is booked when it is known', async () => {
    const business = await world.business();
    const started = await start(world, business);
    await press(world, started, 'card');
    const charge = await StandInObjects.findOne({
      object: 'charge',
      'body.metadata.topUpId': started.topUpId,
    }).lean();
    const settlement = { _id: String(charge!.body['balance_transaction']) };
    await StandInObjects.updateOne(settlement, { $set: { 'body.currency': 'isk' } });
    await settleTopUp(started.topUpId);
    expect(await available(business.organisationId)).toBe(100_00n);
    expect(await TopUps.findById(started.topUpId).lean()).toMatchObject({ state: 'SUCCEEDED', isOpen: true });
    await StandInObjects.updateOne(settlement, { $set: { 'body.currency': 'usd' } });
    await settleTopUp(started.topUpId);
    expect(await TopUps.findById(started.topUpId).lean()).toMatchObject({ isOpen: false });
    expect(await available(business.organisationId)).toBe(100_00n);
  });

  test('waits without loss while the provider is silent, which ends a run at its first question', async () => {
    const business = await world.business();
    const started = await start(world, business);
    await press(world, started, 'card');
    const other = await start(world, business);
    const { port } = standInClientOptions();
    setStandInPort(1);
    forgetClient();
    await world.clock.move('20m');
    expect(await world.runJob('payments.reconcile')).toBe(1);
    expect([await stateOf(started), await stateOf(other)]).toEqual(['CREATED', 'CREATED']);
    const refused = await world.ask(await world.business(), START, {
      input: { amount: { minor: 5000, currency: 'USD' }, clientKey: clientKey() },
    });
    expect(refused.__typename).toBe('PaymentProviderUnavailable');
    setStandInPort(port);
    forgetClient();
    await world.clock.move('30m');
    await world.runJob('payments.reconcile');
    expect(await available(business.organisationId)).toBe(100_00n);
  });
});

describe('what died half-way', () => {
  /** As if the process had died after it stored the wish and before the provider answered. */
  async function halfStarted() {
    const business = await world.business();
    const key = clientKey();
    const started = await start(world, business, 50_00, key);
    await TopUps.updateOne({ _id: started.topUpId }, { $set: { sessionId: null, checkoutUrl: null } });
    return { business, key, started };
  }

  test('a start is taken up again by its key, at the same checkout', async () => {
    const { business, key, started } = await halfStarted();
    expect(await start(world, business, 50_00, key)).toEqual(started);
  });

  test('a start that comes too late to be paid is a Conflict, and is given up in the end', async () => {
    const { business, key, started } = await halfStarted();
    await world.clock.move('30m');
    const again = await world.ask(await logIn(world, business), START, {
      input: { amount: { minor: 5000, currency: 'USD' }, clientKey: key },
    });
    expect(again.__typename).toBe('Conflict');
    await world.clock.move('31m');
    await world.runJob('payments.reconcile');
    expect(await stateOf(started)).toBe('EXPIRED');
  });

  test('an event that the queue gave up while the provider was silent is acted on by the sweep', async () => {
    const business = await world.business();
    const started = await start(world, business);
    await press(world, started, 'card');
    // Given up as unopened a moment before, so that only the event can bring the money in.
    await TopUps.updateOne({ _id: started.topUpId }, { $set: { state: 'EXPIRED', isOpen: false } });
    const receivedAt = world.clock.now();
    const event = { type: 'checkout.session.completed', topUpId: started.topUpId, cardRefundId: null };
    await PaymentEvents.insertMany([
      { _id: 'evt_late', ...event, sessionId: started.sessionId, state: 'NEW', receivedAt },
    ]);
    await world.clock.move('11m');
    await world.runJob('payments.reconcile');
    expect(await stateOf(started)).toBe('SUCCEEDED');
    expect(await PaymentEvents.findById('evt_late').lean()).toMatchObject({ state: 'DONE' });
  });
});

describe('the order of events does not matter (F14)', () => {
  test('paid by debit after a declined card, with looks anywhere between: the end is one credit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 }), async (looksAfter) => {
        const business = await world.business();
        const started = await start(world, business);
        const steps = [
          () => press(world, started, 'decline'),
          () => press(world, started, 'debit'),
          () => settleDebit(started.sessionId, true),
        ];
        for (const [index, step] of steps.entries()) {
          await step();
          await Promise.all(Array.from({ length: looksAfter[index] ?? 0 }, () => settleTopUp(started.topUpId)));
        }
        await world.settle();
        expect(await stateOf(started)).toBe('SUCCEEDED');
        expect(await available(business.organisationId)).toBe(100_00n);
      }),
      { numRuns: 4 },
    );
  });
});

describe('the table of states', () => {
  test.each(TOP_UP_STATES.map((state) => [state]))('%s can never be left for itself', (state) => {
    expect(statesBefore(state)).not.toContain(state);
  });

  test('nothing leads out of SUCCEEDED, and everything else can still succeed', () => {
    expect(TOP_UP_STATES.filter((to) => statesBefore(to).includes('SUCCEEDED'))).toEqual([]);
    expect(statesBefore('SUCCEEDED')).toEqual(['CREATED', 'PROCESSING', 'FAILED', 'EXPIRED', 'MISMATCH']);
    expect(TOP_UP_STATES.filter((state) => !isSettled(state))).toEqual(['CREATED', 'PROCESSING']);
  });
});
