import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { call, callsOf, getNumber, startCalls } from '../calls/calling';
import { ledgerTable } from '../kit/ledgerTable';
import { entriesOf } from '../../server/modules/ledger';
import { earningsOf } from './tell';

let world: World;
let agency: Actor;
let business: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  business = await world.business({ funds: '500.00' });
});
afterAll(() => world.close());

test('the money of calls: set aside, one billed of three, held, the rest free again, released', async () => {
  const { id } = await startCalls(world, business, agency, { name: 'Story' });
  const { phone } = await getNumber(world, agency, { campaignId: id });
  const paid = await call(world, phone, { seconds: 60 });
  await call(world, phone, { seconds: 59 });
  await call(world, phone, { seconds: 600, from: paid.from });
  const [billed] = (await callsOf(world, business, id)).filter(({ isBilled }: { isBilled: boolean }) => isBilled);
  expect(await earningsOf(world, agency)).toMatchObject({ held: { minor: 4000 }, available: { minor: 0 } });
  await world.ask(business, 'mutation ($input: PauseCampaignInput!) { pauseCampaign(input: $input) { __typename } }', {
    input: { id },
  });
  await world.clock.move('71h');
  expect(await world.runJob('calls.release')).toBe(0);
  await world.clock.move('2h');
  expect(await world.runJob('calls.release')).toBe(1);
  await world.runJob('campaigns.setFree');
  const entries = (await entriesOf(null, { limit: 100 })).reverse();
  const names = {
    ...Object.fromEntries(entries.filter(({ id: key }) => key.startsWith('adj:')).map(({ id: key }) => [key, 'funds'])),
    [business.organisationId]: 'business',
    [agency.organisationId]: 'agency',
    [id]: 'campaign',
    [billed.id]: 'call',
  };
  expect(`\n${await ledgerTable(names, entries)}\n`).toBe(`
entry            adjustment:market  wallet:business  reserved:business  hold:agency  payable:agency  revenue:fees
funds                      -500.00           500.00
set:campaign:1                              -120.00             120.00
use:call                                                        -40.00        40.00
rel:call                                                                     -40.00           34.00          6.00
free:campaign:3                               80.00             -80.00
=                          -500.00           460.00               0.00         0.00           34.00          6.00
`);
  [agency, business] = [await logIn(world, agency), await logIn(world, business)];
  expect(await earningsOf(world, agency)).toMatchObject({ held: { minor: 0 }, available: { minor: 3400 } });
  const wallet = await world.ask(business, '{ wallet { available { minor } reserved { minor } } }');
  expect(wallet).toEqual({ available: { minor: 46_000 }, reserved: { minor: 0 } });
});
