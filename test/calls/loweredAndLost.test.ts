import { act, rows } from '../accounts/flows';
import { startCampaign } from '../clicks/clicking';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { usd } from '../kit/trading';
import {
  call,
  callsOf,
  comeIn,
  getNumber,
  newsOf,
  readCampaign,
  startCalls,
  tellAll,
  tryToChangeCalls,
  verdictsOf,
} from './calling';

/** What calls share with clicks when a business lowers its highest price, calls that are lost, and phones that are refused. */

let world: World;
let business: Actor;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  business = await world.business({ funds: '9000.00', country: 'US' });
  agency = await world.agency({ country: 'US' });
});
afterAll(() => world.close());

async function pass(span: string): Promise<void> {
  await world.clock.move(span);
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
}

test('a lower highest price of calls holds at once: nobody is put through at the former, and a day later calls cost the lower', async () => {
  const { id, price } = await startCalls(world, business, agency, { name: 'Cheaper' });
  const { phone } = await getNumber(world, agency, { campaignId: id });
  await call(world, phone);
  // Under way when the price is lowered: it costs what was announced for it.
  const underWay = await comeIn(world, phone);
  const lower = Math.floor(price / 2);
  const terms = { name: 'Cheaper', maxPrice: usd((lower / 100).toFixed(2)) };
  expect(await tryToChangeCalls(world, business, id, terms)).toMatchObject({ __typename: 'ChangeCampaignPayload' });
  expect(await readCampaign(world, agency, id)).toMatchObject({ state: 'RUNNING', hindrances: ['PRICE_OVER_MAX'] });
  await tellAll(world, newsOf(underWay.sid, 90));
  const { twiml } = await call(world, phone);
  expect(twiml).toContain('Nobody takes calls');
  expect(twiml).not.toContain('<Dial');
  const seen = async () =>
    (await callsOf(world, business, id)).map(({ verdict, price: paid }: any) => [verdict, paid?.minor ?? 0]);
  expect(await seen()).toEqual([
    ['NOT_OPEN', 0],
    ['BILLED', price],
    ['BILLED', price],
  ]);
  await pass('25h');
  expect(await readCampaign(world, agency, id)).toMatchObject({ hindrances: [] });
  await call(world, phone);
  expect((await seen())[0]).toEqual(['BILLED', lower]);
  expect((await readCampaign(world, business, id)).total.spent.minor).toBe(2 * price + lower);
});

const MARK = `mutation ($input: MarkCallConvertedInput!) {
  markCallConverted(input: $input) {
    __typename
    ... on MarkCallConvertedPayload { call { answeredAt conversion { kind } } }
    ... on UserError { message }
  }
}`;

test('a call that the provider lost while both talked costs nothing, is not a missed one, and may have converted', async () => {
  const { id } = await startCalls(world, business, agency, { name: 'Lost' });
  const { phone } = await getNumber(world, agency, { campaignId: id });
  const mark = (callId: string) => world.ask(business, MARK, { input: { callId } });
  const newest = async () => (await callsOf(world, business, id))[0];
  // Answered, and the leg says that it failed: three of these in an hour are not three that nobody answered.
  for (let count = 0; count < 3; count++) {
    const { sid } = await comeIn(world, phone);
    const answered = newsOf(sid, 60).slice(0, 3);
    const failed = newsOf(sid, 0, 'failed').slice(-2);
    await tellAll(world, [...answered, ...failed]);
    await pass('1m');
    await world.runJob('calls.judge');
  }
  const why = expect.stringContaining('The business answered, and then the provider lost the call');
  expect(await newest()).toMatchObject({ outcome: 'FAILED', verdict: 'FAILED', seconds: null, isBilled: false, why });
  expect(await readCampaign(world, business, id)).toMatchObject({ state: 'RUNNING', total: { spent: { minor: 0 } } });
  expect(await mark((await newest()).id)).toMatchObject({
    call: { answeredAt: expect.any(String), conversion: { kind: 'conversion' } },
  });
  // The provider says no more of this one.
  const silent = await comeIn(world, phone);
  await tellAll(world, newsOf(silent.sid, 60).slice(0, 3));
  await pass('3h');
  await world.runJob('calls.judge');
  await world.runJob('calls.judge');
  expect(await newest()).toMatchObject({ verdict: 'FAILED', why });
  expect(await mark((await newest()).id)).toMatchObject({ __typename: 'MarkCallConvertedPayload' });
  // One that never reached the phone cannot have.
  const { sid } = await comeIn(world, phone);
  await tellAll(world, newsOf(sid, 0, 'failed'));
  expect(await verdictsOf(world, business, id)).toEqual(Array.from({ length: 5 }, () => 'FAILED'));
  expect(await mark((await newest()).id)).toMatchObject({
    __typename: 'Conflict',
    message: expect.stringContaining('Nobody talked'),
  });
});

test('a campaign that runs with a phone which the rules refuse since is paused, told why, and goes on with another', async () => {
  const [refused, other] = [
    await startCalls(world, business, agency, { name: 'Of before' }),
    await startCalls(world, business, agency, { name: 'Of today' }),
  ];
  // Of a time in which the market put calls through to Jamaica.
  await rows('campaigns').updateOne({ _id: refused.id }, { $set: { phone: '+18765551234' } });
  for (let times = 0; times < 2; times++) await world.runJob('campaigns.phones');
  for (const actor of [business, agency])
    expect(await readCampaign(world, actor, refused.id)).toMatchObject({
      state: 'PAUSED',
      hindrances: ['PHONE_REFUSED'],
    });
  expect(await readCampaign(world, business, other.id)).toMatchObject({ state: 'RUNNING' });
  const told = await rows('messages')
    .find({ _id: { $regex: `^phone_refused_${refused.id}` } })
    .toArray();
  expect(told).toHaveLength(1);
  const resume = { id: refused.id, agreedPerDay: usd('400.00') };
  expect(await act(world, business, 'resumeCampaign', resume, 'campaign { id }')).toMatchObject({
    __typename: 'InvalidInput',
  });
  expect(await tryToChangeCalls(world, business, refused.id, { name: 'Of before' })).toMatchObject({
    campaign: { state: 'RUNNING', hindrances: [] },
  });
});

test('a budget says what of it is kept ready for calls under way, to its business and staff alone', async () => {
  const { id, price } = await startCalls(world, business, agency, { name: 'Under way' });
  const clicks = await startCampaign(world, business, { name: 'Clicks beside' });
  const { phone } = await getNumber(world, agency, { campaignId: id });
  await call(world, phone);
  const [first, second] = [await comeIn(world, phone), await comeIn(world, phone)];
  // Money is kept ready for nobody who costs nothing.
  await comeIn(world, phone, 'anonymous');
  const budgetOf = (actor: Actor, ofId = id) =>
    world.ask(
      actor,
      'query ($id: ID!) { campaign(id: $id) { today { spent { minor } } callsUnderWay { count held { minor } } } }',
      { id: ofId },
    );
  const both = { today: { spent: { minor: 3 * price } }, callsUnderWay: { count: 2, held: { minor: 2 * price } } };
  expect(await budgetOf(business)).toEqual(both);
  expect(await budgetOf(await world.admin())).toEqual(both);
  expect(await budgetOf(agency)).toEqual({ today: null, callsUnderWay: null });
  expect(await budgetOf(business, clicks.id)).toMatchObject({ callsUnderWay: null });
  await tellAll(world, newsOf(first.sid, 5));
  const one = { today: { spent: { minor: 2 * price } }, callsUnderWay: { count: 1, held: { minor: price } } };
  expect(await budgetOf(business)).toEqual(one);
  await tellAll(world, newsOf(second.sid, 120));
  const none = { today: { spent: { minor: 2 * price } }, callsUnderWay: { count: 0, held: { minor: 0 } } };
  expect(await budgetOf(business)).toEqual(none);
});
