import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { call, callsOf, comeIn, getNumber, newsOf, readCampaign, startCalls, TARGET, tellAll } from './calling';

let world: World;
let business: Actor;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  business = await world.business({ funds: '4000.00', country: 'US' });
  agency = await world.agency({ country: 'US' });
});
afterAll(() => world.close());

test('a call from campaign to earning: put through, talked, billed, held, released', async () => {
  const { id, price } = await startCalls(world, business, agency);
  const number = await getNumber(world, agency, { campaignId: id, subId: 'radio-7' });
  expect(number).toMatchObject({
    state: 'ACTIVE',
    subId: 'radio-7',
    phone: expect.stringMatching(/^\+1\d{3}55501\d\d$/),
  });
  const come = await comeIn(world, number.phone);
  expect(come.twiml).toContain(`<Number`);
  expect(come.twiml).toContain(`>${TARGET}</Number>`);
  expect(come.twiml).toContain(`callerId="${come.from}"`);
  expect(await callsOf(world, business, id)).toMatchObject([{ state: 'RINGING', verdict: 'PENDING' }]);
  expect(await readCampaign(world, business, id)).toMatchObject({ today: { spent: { minor: price } } });
  await tellAll(world, newsOf(come.sid, 75));
  expect(await callsOf(world, agency, id)).toMatchObject([
    {
      state: 'ENDED',
      outcome: 'COMPLETED',
      seconds: 75,
      verdict: 'BILLED',
      isBilled: true,
      money: 'HELD',
      price: { minor: price },
      callerCountry: 'GB',
    },
  ]);
  await world.clock.move('73h');
  expect(await world.runJob('calls.release')).toBe(1);
  agency = await logIn(world, agency);
  business = await logIn(world, business);
  expect(await callsOf(world, agency, id)).toMatchObject([{ money: 'RELEASED' }]);
  void call;
});
