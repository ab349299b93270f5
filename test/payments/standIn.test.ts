import Stripe from 'stripe';
import { setStandInPort, standInClientOptions, standInSecrets } from '../../server/modules/payments/standIn/secrets';
import { StandInObjects } from '../../server/modules/payments/standIn/model';
import { now } from '../../server/platform/clock';
import { clientKey, createWorld, type World } from '../kit/world';
import { press, start } from './checkout';

let world: World;
let stripe: Stripe;
beforeAll(async () => {
  world = await createWorld();
  stripe = new Stripe(standInSecrets().apiKey, { ...standInClientOptions(), maxNetworkRetries: 0 });
});
afterAll(() => world.close());

const wish = (amount = 50_00): Stripe.Checkout.SessionCreateParams => ({
  mode: 'payment',
  client_reference_id: 'order-1',
  line_items: [
    { quantity: 1, price_data: { currency: 'usd', unit_amount: amount, product_data: { name: 'Something' } } },
  ],
  success_url: 'http://localhost/paid',
});

const pay = ({ url }: { url: string | null }, action: 'card' | 'debit' = 'card') =>
  world.http.post(new URL(url!).pathname).type('form').send({ action });

describe("the stand-in, asked through the provider's own library", () => {
  test('opens a session, shows it with its payment once paid, and expires it when told', async () => {
    const session = await stripe.checkout.sessions.create(wish());
    expect(session).toMatchObject({
      object: 'checkout.session',
      status: 'open',
      payment_status: 'unpaid',
      livemode: false,
      amount_total: 5000,
    });
    await pay(session);
    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge.balance_transaction'],
    });
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      payment_intent: {
        status: 'succeeded',
        amount_received: 5000,
        latest_charge: { paid: true, balance_transaction: { amount: 5000, fee: 175, net: 4825 } },
      },
    });
    const other = await stripe.checkout.sessions.create(wish());
    expect((await stripe.checkout.sessions.expire(other.id)).status).toBe('expired');
    await expect(stripe.checkout.sessions.expire(other.id)).rejects.toMatchObject({ statusCode: 400 });
  });

  test('answers a key with the same object, ten times at once and later, and refuses other parameters under it', async () => {
    const idempotencyKey = clientKey();
    const send = (amount?: number) => stripe.checkout.sessions.create(wish(amount), { idempotencyKey });
    const sessions = await Promise.all(Array.from({ length: 10 }, () => send()));
    sessions.push(await send());
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(1);
    await expect(send(60_00)).rejects.toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 });
  });

  test('refunds a payment in parts, never beyond what is left', async () => {
    const session = await stripe.checkout.sessions.create(wish());
    await pay(session);
    const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id);
    const refund = (amount?: number) =>
      stripe.refunds.create({ payment_intent: payment_intent as string, ...(amount ? { amount } : {}) });
    expect(await refund(20_00)).toMatchObject({ status: 'succeeded', amount: 2000 });
    await expect(refund(30_01)).rejects.toMatchObject({ statusCode: 400, param: 'amount' });
    expect(await refund()).toMatchObject({ amount: 3000 });
    await expect(refund()).rejects.toMatchObject({ code: 'charge_already_refunded' });
    const listed = await stripe.refunds.list({ payment_intent: payment_intent as string });
    expect(listed.data.map(({ amount }) => amount).sort()).toEqual([2000, 3000]);
  });

  test('lists what happened as events that can be read again', async () => {
    const session = await stripe.checkout.sessions.create(wish());
    await pay(session);
    const { data } = await stripe.events.list();
    const completed = data.find(
      ({ type, data: { object } }) =>
        type === 'checkout.session.completed' && (object as { id: string }).id === session.id,
    );
    expect(await stripe.events.retrieve(completed!.id)).toMatchObject({ id: completed!.id, livemode: false });
  });

  test('refuses a wrong key, an unknown id, an amount of nothing and an end too near or too far', async () => {
    const stranger = new Stripe('sk_test_wrong', { ...standInClientOptions(), maxNetworkRetries: 0 });
    await expect(stranger.events.list()).rejects.toMatchObject({ statusCode: 401 });
    await expect(stripe.paymentIntents.retrieve('pi_none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    });
    await expect(stripe.checkout.sessions.create(wish(0))).rejects.toMatchObject({ statusCode: 400 });
    const inSeconds = (seconds: number) => Math.floor(now().getTime() / 1000) + seconds;
    for (const expires_at of [inSeconds(60), inSeconds(25 * 3600)]) {
      await expect(stripe.checkout.sessions.create({ ...wish(), expires_at })).rejects.toMatchObject({
        param: 'expires_at',
      });
    }
    await expect(stripe.customers.list()).rejects.toMatchObject({ statusCode: 404 });
  });

  test('keeps its state in the database: nothing is lost with the process', async () => {
    const session = await stripe.checkout.sessions.create(wish());
    expect(await StandInObjects.findById(session.id).lean()).toMatchObject({ object: 'checkout.session' });
  });
});

test("its API is not on the market's own address", async () => {
  const answer = await world.http.get('/v1/events').set('authorization', `Bearer ${standInSecrets().apiKey}`);
  expect(answer.status).toBe(404);
});

test('its events reach the webhook again and again until they are taken', async () => {
  const business = await world.business();
  const started = await start(world, business);
  await press(world, started, 'card');
  const { port } = standInClientOptions();
  setStandInPort(1);
  await world.settle();
  setStandInPort(port);
  const read = () => world.ask(business, `query ($id: ID!) { topUp(id: $id) { state } }`, { id: started.topUpId });
  expect(await read()).toEqual({ state: 'CREATED' });
  await world.clock.move('2m');
  await world.settle();
  expect(await read()).toEqual({ state: 'SUCCEEDED' });
});
