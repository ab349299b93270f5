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
} from './calling';

/** What calls share with clicks when a business lowers its highest price. */

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
