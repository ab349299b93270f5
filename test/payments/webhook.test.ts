import Stripe from 'stripe';
import { PaymentEvents, TopUps } from '../../server/modules/payments/model';
import { StandInObjects } from '../../server/modules/payments/standIn/model';
import { standInSecrets } from '../../server/modules/payments/standIn/secrets';
import { now } from '../../server/platform/clock';
import { type Actor, createWorld, type World } from '../kit/world';
import { availableOf, press, start, type Started, topUpOf } from './checkout';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const seconds = () => Math.floor(now().getTime() / 1000);

/** An event about a top-up as the provider would word it; the body is what is signed. */
function eventAbout(
  { topUpId, sessionId }: Started,
  type = 'checkout.session.completed',
): { id: string; payload: string } {
  const id = `evt_test_${Math.random().toString(36).slice(2)}`;
  const object = { id: sessionId, object: 'checkout.session', metadata: { topUpId }, client_reference_id: topUpId };
  return { id, payload: JSON.stringify({ id, object: 'event', type, data: { object } }, null, 2) };
}

const signed = (payload: string, timestamp = seconds(), secret = standInSecrets().webhookSecret): string =>
  Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp });

const post = (payload: string, signature?: string) => {
  const request = world.http.post('/hooks/stripe').set('content-type', 'application/json');
  if (signature !== undefined) void request.set('stripe-signature', signature);
  return request.send(payload);
};

/** A checkout that was paid, of which no event has been delivered. */
async function paidUnseen(): Promise<{ business: Actor; started: Started }> {
  const business = await world.business();
  const started = await start(world, business);
  await press(world, started, 'card');
  return { business, started };
}

describe('a webhook is refused with 400 and leaves nothing (S33)', () => {
  let started: Started;
  beforeAll(async () => {
    ({ started } = await paidUnseen());
  });

  const cases: [string, (payload: string) => [string, string | undefined]][] = [
    ['no signature', (payload) => [payload, undefined]],
    ['an empty signature', (payload) => [payload, '']],
    ['a signature that is no signature', (payload) => [payload, 't=now,v1=yes']],
    ['a signature by another secret', (payload) => [payload, signed(payload, seconds(), 'whsec_of_someone_else')]],
    ['a signature that is 301 seconds old', (payload) => [payload, signed(payload, seconds() - 301)]],
    ['a signature from 302 seconds ahead', (payload) => [payload, signed(payload, seconds() + 302)]],
    ['one changed byte', (payload) => [payload.replace('completed', 'completeD'), signed(payload)]],
    ['a body that was parsed and written anew', (payload) => [JSON.stringify(JSON.parse(payload)), signed(payload)]],
    ['a body that is no event', () => ['nonsense', signed('nonsense')]],
    ['an empty body', () => ['', signed('')]],
  ];

  test.each(cases)('%s', async (_what, make) => {
    const before = await PaymentEvents.countDocuments();
    const { id, payload } = eventAbout(started);
    const response = await post(...make(payload));
    expect(response.status).toBe(400);
    expect(await PaymentEvents.findById(id)).toBeNull();
    expect(await PaymentEvents.countDocuments()).toBe(before);
  });

  test.each([[-299], [0], [299]])('but a good one whose time is %p seconds from ours is taken', async (offset) => {
    const { id, payload } = eventAbout(started);
    const response = await post(payload, signed(payload, seconds() + offset));
    expect(response.status).toBe(200);
    expect(await PaymentEvents.findById(id)).toMatchObject({ state: 'NEW', topUpId: started.topUpId });
  });
});

describe('an event', () => {
  test('ten times in parallel is stored once and credits once (F13)', async () => {
    const { business, started } = await paidUnseen();
    const { id, payload } = eventAbout(started);
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(payload, signed(payload))));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
    await world.settle();
    expect(await PaymentEvents.countDocuments({ _id: id })).toBe(1);
    expect(await availableOf(world, business)).toBe(10000);
  });

  test('is believed only as far as the provider confirms it: "completed" for an unpaid checkout credits nothing', async () => {
    const business = await world.business();
    const started = await start(world, business);
    const { payload } = eventAbout(started);
    expect((await post(payload, signed(payload))).status).toBe(200);
    await world.settle();
    expect(await topUpOf(world, business, started)).toMatchObject({ state: 'CREATED' });
    expect(await availableOf(world, business)).toBe(0);
  });

  test('about a top-up whose checkout we failed to note credits it all the same', async () => {
    const { business, started } = await paidUnseen();
    await TopUps.updateOne({ _id: started.topUpId }, { $set: { sessionId: null, checkoutUrl: null } });
    const { payload } = eventAbout(started);
    await post(payload, signed(payload));
    await world.settle();
    expect(await topUpOf(world, business, started)).toMatchObject({ state: 'SUCCEEDED' });
  });

  test('about nothing of ours is noted and ignored', async () => {
    const id = 'evt_other_product';
    const payload = JSON.stringify({
      id,
      object: 'event',
      type: 'invoice.paid',
      data: { object: { id: 'in_1', object: 'invoice' } },
    });
    expect((await post(payload, signed(payload))).status).toBe(200);
    await world.settle();
    expect(await PaymentEvents.findById(id)).toMatchObject({ state: 'IGNORED' });
  });
});

describe('the money is credited only when it is what was asked for (S34)', () => {
  /** What is changed at the provider, and what of it lies in suspense then: nothing where it is no money of this top-up. */
  const cases: [string, string, object, object | null][] = [
    ['the amount', 'payment_intent', { amount_received: 9999 }, { minor: 9999, currency: 'USD' }],
    ['the currency', 'payment_intent', { currency: 'kes' }, { minor: 10000, currency: 'KES' }],
    ['an unknown currency', 'payment_intent', { currency: 'xqz' }, null],
    ['the mode', 'payment_intent', { livemode: true }, null],
    ['our id on the payment', 'payment_intent', { metadata: { topUpId: 'topup_other' } }, null],
    [
      'our id on the checkout',
      'checkout.session',
      { client_reference_id: 'topup_other' },
      { minor: 10000, currency: 'USD' },
    ],
  ];

  const SUSPENSE = `{ journalEntries(account: "suspense:stripe", first: 1) {
    nodes { kind refs { role id } legs { account amount { minor currency } } } } }`;

  test.each(cases)('%s', async (_what, object, change, suspended) => {
    const { business, started } = await paidUnseen();
    await tamper(started, object, change);
    await world.settle();
    expect(await topUpOf(world, business, started)).toMatchObject({ state: 'MISMATCH' });
    expect(await availableOf(world, business)).toBe(0);
    const { nodes } = await world.ask(await world.admin(), SUSPENSE);
    const own = nodes.filter(({ refs }: any) => refs.some(({ id }: any) => id === started.topUpId));
    const legs = own.flatMap((entry: any) => entry.legs.filter((leg: any) => leg.account === 'suspense:stripe'));
    expect(legs.map(({ amount }: any) => amount)).toEqual(suspended ? [suspended] : []);
  });

  test('and once the provider has set it right, it is', async () => {
    const { business, started } = await paidUnseen();
    await tamper(started, 'payment_intent', { amount_received: 9999 });
    await world.settle();
    await tamper(started, 'payment_intent', { amount_received: 10000 });
    const { payload } = eventAbout(started, 'payment_intent.succeeded');
    await post(payload, signed(payload));
    await world.settle();
    expect(await topUpOf(world, business, started)).toMatchObject({ state: 'SUCCEEDED' });
    expect(await availableOf(world, business)).toBe(10000);
    const { nodes } = await world.ask(await world.admin(), SUSPENSE);
    expect(nodes[0].legs).toEqual([
      { account: 'clearing:stripe', amount: { minor: -1, currency: 'USD' } },
      { account: 'suspense:stripe', amount: { minor: -9999, currency: 'USD' } },
      { account: `wallet:${business.organisationId}`, amount: { minor: 10000, currency: 'USD' } },
    ]);
  });

  async function tamper({ sessionId }: Started, object: string, change: object): Promise<void> {
    const session = await StandInObjects.findById(sessionId).lean();
    const id = object === 'checkout.session' ? sessionId : String(session?.body['payment_intent']);
    const fields = Object.fromEntries(
      Object.entries(change).map(([field, value]) => [`body.${field}`, value as unknown]),
    );
    await StandInObjects.updateOne({ _id: id, object }, { $set: fields });
  }
});
