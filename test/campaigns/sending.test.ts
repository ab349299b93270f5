import { DateTime } from 'luxon';
import { act } from '../accounts/flows';
import { call, getNumber, startCalls } from '../calls/calling';
import {
  batchesOf,
  createLink,
  follow,
  judge,
  kenyan,
  startCampaign,
  takeAgency,
  tryToChange,
} from '../clicks/clicking';
import { HOUR, MINUTE, SECOND } from '../../server/platform/clock';
import { hear } from '../kit/ears';
import { usd } from '../kit/trading';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { until } from '../kit/until';

/** What an agency sees of a campaign that it sends to: what it brought today, and for how many more is paid. */

const ZONE = 'Africa/Nairobi';
const TODAY = '{ day seen billed net { minor } }';
const SENDING = `{
  clicksToday ${TODAY} callsToday ${TODAY}
  room { price { minor } count limits { limit count renewsAt } }
}`;

let world: World;
let port: number;
let business: Actor;
let agency: Actor;
let other: Actor;

beforeAll(async () => {
  world = await createWorld();
  world.app.express.set('trust proxy', 1);
  // An hour's clicks are one batch, and a day's are one sum: none ends while the tests run.
  const leftMs = HOUR - (world.clock.now().getTime() % HOUR);
  if (leftMs < 3 * MINUTE) await world.clock.move(`${Math.ceil(leftMs / SECOND)}s`);
  port = await world.app.listen(0, '127.0.0.1');
  business = await world.business({ funds: '2000.00' });
  agency = await world.agency();
  other = await world.agency();
});
afterAll(() => world.close());

const sendingOf = (actor: Actor, id: string) =>
  world.ask(actor, `query ($id: ID!) { campaign(id: $id) ${SENDING} }`, { id });

interface Taken {
  id: string;
  price: number;
  codes: [string, string];
}

/** A campaign that takes both agencies, with a budget of so many clicks a day, and a link of each. */
async function taken(clicksADay: number, buyer = business): Promise<Taken> {
  const { id } = await startCampaign(world, buyer, { name: `For ${clicksADay} a day` });
  const price = await takeAgency(world, buyer, agency, id);
  expect(await takeAgency(world, buyer, other, id)).toBe(price);
  const dayBudget = { minor: clicksADay * price, currency: 'USD' };
  const changed = await tryToChange(world, buyer, id, { dayBudget, maxPrice: { minor: price, currency: 'USD' } });
  expect(changed.__typename).toBe('ChangeCampaignPayload');
  const codes: [string, string] = [
    await createLink(world, agency, { campaignId: id }),
    await createLink(world, other, { campaignId: id }),
  ];
  return { id, price, codes };
}

let visitors = 0;
async function visit(code: string, count: number): Promise<void> {
  for (let each = 0; each < count; each++) await follow(world, code, { address: kenyan(++visitors) });
  await judge(world);
}

test('an agency sees its own clicks and takings of the campaign’s day, and no other’s', async () => {
  const { id, codes } = await taken(100);
  await visit(codes[0], 3);
  await follow(world, codes[0], { address: kenyan(visitors) });
  await visit(codes[1], 5);
  const day = DateTime.fromJSDate(world.clock.now(), { zone: ZONE }).toISODate();
  const [batch] = await batchesOf(world, agency, id);
  const net = batch.gross.minor - Math.floor((batch.gross.minor * 15) / 100);
  const own = await sendingOf(agency, id);
  expect(own.clicksToday).toEqual({ day, seen: 4, billed: 3, net: { minor: net } });
  expect(own.callsToday).toBeNull();
  expect((await sendingOf(other, id)).clicksToday).toMatchObject({ seen: 5, billed: 5 });
  const nothing = { clicksToday: null, callsToday: null, room: null };
  expect(await sendingOf(business, id)).toEqual(nothing);
  expect(await sendingOf(await world.admin(), id)).toEqual(nothing);
  // One that is not taken reads that the campaign runs, and nothing of what it spends.
  const stranger = await world.agency();
  expect(await sendingOf(stranger, id)).toMatchObject({ clicksToday: { seen: 0, billed: 0 }, room: null });
});

test('what is left is told in round steps, alike to each agency, with when the budget begins anew', async () => {
  const { id, price, codes } = await taken(37);
  const renewsAt = DateTime.fromJSDate(world.clock.now(), { zone: ZONE }).plus({ day: 1 }).startOf('day').toJSDate();
  const roomFor = async (actor: Actor) => (await sendingOf(actor, id)).room;
  const day = (count: number) => ({ limit: 'DAY', count, renewsAt: renewsAt.toISOString() });
  expect(await roomFor(agency)).toEqual({ price: { minor: price }, count: 20, limits: [day(20)] });
  // 37 less 10 are 27, which is told as 20 still: nobody reads from it what others took.
  await visit(codes[1], 10);
  expect(await roomFor(agency)).toEqual({ price: { minor: price }, count: 20, limits: [day(20)] });
  await visit(codes[1], 8);
  expect(await roomFor(agency)).toMatchObject({ count: 10 });
  expect(await roomFor(other)).toEqual(await roomFor(agency));
  await visit(codes[0], 19);
  expect(await roomFor(agency)).toEqual({ price: { minor: price }, count: 0, limits: [day(0)] });
});

test('a wallet that covers less than the budgets is told, and no more of it', async () => {
  const poor = await world.business({ funds: '0.01' });
  const { id, price } = await taken(50, poor);
  const limits = async () => (await sendingOf(agency, id)).room;
  expect(await limits()).toMatchObject({
    count: 0,
    limits: [
      { limit: 'DAY', count: 50 },
      { limit: 'WALLET', count: 0 },
    ],
  });
  expect(price).toBeGreaterThan(0);
  expect((await sendingOf(agency, (await taken(50)).id)).room.limits).toHaveLength(1);
});

test('of a campaign that is paused nothing is left until it goes on', async () => {
  const { id } = await taken(50);
  const standing = () =>
    world.ask(agency, 'query ($id: ID!) { campaign(id: $id) { hindrances goesOnAt room { count } } }', { id });
  await act(world, business, 'pauseCampaign', { id }, 'campaign { id }');
  expect(await standing()).toEqual({ hindrances: ['PAUSED'], goesOnAt: null, room: null });
  const { today } = await world.ask(business, 'query ($id: ID!) { campaign(id: $id) { today { limit { minor } } } }', {
    id,
  });
  const agreedPerDay = { minor: today.limit.minor, currency: 'USD' };
  await act(world, business, 'resumeCampaign', { id, agreedPerDay }, 'campaign { id }');
  expect(await standing()).toEqual({ hindrances: [], goesOnAt: null, room: { count: 50 } });
});

test('of an agency whose prices are over the highest, and of a campaign that is over, nothing is left', async () => {
  const { id, price } = await taken(50);
  const maxPrice = { minor: price - 1, currency: 'USD' };
  await tryToChange(world, business, id, { maxPrice });
  expect((await sendingOf(agency, id)).room).toBeNull();
  await world.ask(business, 'mutation ($input: EndCampaignInput!) { endCampaign(input: $input) { __typename } }', {
    input: { id },
  });
  expect((await sendingOf(agency, id)).room).toBeNull();
});

test('an agency hears its own clicks with what they brought, and of others’ only that less is left', async () => {
  const { id, codes } = await taken(22);
  const { heard, stop } = await hear(
    { world, port },
    agency,
    `subscription { campaignActivity(campaignId: "${id}") { campaign { clicksToday { billed } room { count } } clicks { id } } }`,
  );
  await visit(codes[0], 1);
  await until(async () => heard.length === 1);
  expect(heard[0]).toMatchObject({ campaign: { clicksToday: { billed: 1 }, room: { count: 20 } } });
  expect(heard[0].clicks).toHaveLength(1);
  // 21 less 1 are 20 as before: nothing that it could see.
  await visit(codes[1], 1);
  await visit(codes[1], 1);
  await until(async () => heard.length === 2);
  expect(heard[1]).toEqual({ campaign: { clicksToday: { billed: 1 }, room: { count: 10 } }, clicks: [] });
  await stop();
});

test('both sides hear at once that a campaign is paused and goes on, and nothing of money that only moves', async () => {
  const campaign = '{ campaign { state hindrances room { count } }';
  const { id, codes } = await taken(30);
  const calls = await startCalls(world, business, agency, { name: 'Heard', dayBudget: usd('400.00') });
  const dayOf = (ofId: string) =>
    world.ask(business, 'query ($id: ID!) { campaign(id: $id) { today { limit { minor } } } }', { id: ofId });
  for (const [name, ofId, things] of [
    ['campaignActivity', id, 'clicks { id }'],
    ['callActivity', calls.id, 'call { id }'],
  ] as const) {
    const listening = [business, agency].map((actor) =>
      hear({ world, port }, actor, `subscription { ${name}(campaignId: "${ofId}") ${campaign} ${things} } }`),
    );
    const ears = await Promise.all(listening);
    const nothing = name === 'callActivity' ? { call: null } : { clicks: [] };
    await act(world, business, 'pauseCampaign', { id: ofId }, 'campaign { id }');
    await until(async () => ears.every(({ heard }) => heard.length === 1));
    for (const { heard } of ears)
      expect(heard[0]).toEqual({ campaign: { state: 'PAUSED', hindrances: ['PAUSED'], room: null }, ...nothing });
    const agreedPerDay = { minor: (await dayOf(ofId)).today.limit.minor, currency: 'USD' };
    await act(world, business, 'resumeCampaign', { id: ofId, agreedPerDay }, 'campaign { id }');
    await until(async () => ears.every(({ heard }) => heard.length === 2));
    const [own, theirs] = ears.map(({ heard }) => heard[1]);
    expect(own).toEqual({ campaign: { state: 'RUNNING', hindrances: [], room: null }, ...nothing });
    expect(theirs).toMatchObject({ campaign: { state: 'RUNNING', hindrances: [], room: expect.any(Object) } });
    if (name === 'campaignActivity') {
      await visit(codes[0], 1);
      await until(async () => ears.every(({ heard }) => heard.length === 3));
      for (const { heard } of ears) expect(heard[2].clicks).toHaveLength(1);
    }
    for (const { stop } of ears) await stop();
  }
});

test('calls: what an agency’s own brought, and live that less is left once another’s is put through', async () => {
  const terms = { maxPrice: usd('40.00'), dayBudget: usd('400.00') };
  const { id, price } = await startCalls(world, business, agency, terms);
  await takeAgency(world, business, other, id);
  const [own, others] = [
    await getNumber(world, agency, { campaignId: id }),
    await getNumber(world, other, { campaignId: id }),
  ];
  const fits = Math.floor(40_000 / price);
  const steps = [100, 50, 20, 10, 5, 2, 1, 0];
  const told = (left: number): number => steps.find((step) => step <= left)!;
  await call(world, own.phone);
  await call(world, own.phone, { seconds: 5 });
  await world.clock.move('10m');
  await world.runJob('calls.judge');
  for (const one of [business, agency, other]) Object.assign(one, await logIn(world, one));
  const sending = await sendingOf(agency, id);
  const net = price - Math.floor((price * 15) / 100);
  expect(sending).toMatchObject({
    clicksToday: null,
    callsToday: { seen: 2, billed: 1, net: { minor: net } },
    room: { price: { minor: price }, count: told(fits - 1) },
  });
  const { heard, stop } = await hear(
    { world, port },
    agency,
    `subscription { callActivity(campaignId: "${id}") { campaign { callsToday { seen } room { count } } call { id } } }`,
  );
  let left = fits - 1;
  while (told(left) === told(fits - 1)) {
    await call(world, others.phone);
    left -= 1;
  }
  await until(async () => heard.length > 0);
  expect(heard).toEqual([{ campaign: { callsToday: { seen: 2 }, room: { count: told(left) } }, call: null }]);
  await stop();
});

test('what is told of 50 campaigns costs as many commands as of 5', async () => {
  const [rich, guide] = [await world.business({ funds: '5000.00' }), await world.agency()];
  const query = `query ($first: Int) {
    campaignApplications(state: APPROVED, first: $first) { nodes { id campaign { id name hindrances ...S } } }
  } fragment S on Campaign ${SENDING}`;
  for (let each = 0; each < 50; each++) {
    const { id } = await startCampaign(world, rich, { name: `Number ${each}`, dayBudget: usd('20.00') });
    await takeAgency(world, rich, guide, id);
  }
  const spent = [];
  for (const first of [5, 50]) {
    const { result, commands } = await world.countCommands(() => world.ask(guide, query, { first }));
    expect(result.nodes).toHaveLength(first);
    spent.push(commands);
  }
  expect(spent[1]).toEqual(spent[0]);
  expect(spent[0]!.length).toBeLessThanOrEqual(6);
});
