import { database } from '../../server/platform/database';
import { keepChannels } from '../../server/modules/market/sales/keepChannels';
import { answerDispute, openDispute } from '../disputes/disputing';
import { type Actor, createWorld, type World } from '../kit/world';
import { submit } from '../leads/submitting';
import { buy, listLeads } from './buying';

/** Where an agency's earnings and leads come from: whole sums, by the server. */
let world: World;
let agency: Actor;
let idle: Actor;
/** Between the sales that are released by now and the later ones. */
let middle: Date;

const SUM = 'sum { saleCount net { minor } releasedCount releasedNet { minor } }';
const SOURCES = `query ($from: DateTime, $to: DateTime) { earningSources(from: $from, to: $to) {
  byChannel { channel ${SUM} } byNiche { niche { slug } ${SUM} } byRegion { region { name } ${SUM} } } }`;
const PLACES = `query ($from: DateTime, $to: DateTime) { leadsByRegion(from: $from, to: $to) { region { name } count } }`;

const sum = (saleCount: number, net: number, releasedCount: number, releasedNet: number) => ({
  saleCount,
  net: { minor: net },
  releasedCount,
  releasedNet: { minor: releasedNet },
});

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  idle = await world.agency();
  const rival = await world.agency();
  const buyer = await world.business({ funds: '2000.00' });
  const sold = async (seller: Actor, floor: string, told: object): Promise<string> => {
    const listingIds = await listLeads(world, seller, 1, { floor }, told);
    return (await buy(world, buyer, { listingIds })).items[0].sales[0].id;
  };
  await sold(agency, '100.00', { channel: 'SEARCH' });
  await sold(agency, '40.00', { channel: 'SOCIAL_AD', city: 'Mombasa' });
  await sold(rival, '500.00', { channel: 'SEARCH' });
  await world.clock.move('8d');
  await world.runJob('releaseSales');
  await world.clock.move('-8d');
  middle = world.clock.now();
  await sold(agency, '50.00', { channel: 'SEARCH', city: 'Mombasa' });
  await sold(agency, '60.00', { channel: 'SEARCH', nicheId: 'niche_home-insurance' });
  // Given back in whole: it brought nothing.
  const { dispute } = await openDispute(world, buyer, await sold(agency, '80.00', { channel: 'EXHIBITION' }));
  await answerDispute(world, agency, dispute.id, { concedes: true, text: '' });
  // Refused by the checks: it is no lead.
  await submit(world, agency, { name: 'qwerty asdfgh', phone: '+254 700 000 000', email: null });
});
afterAll(() => world.close());

test('earnings by channel, niche and region are whole sums after the fee, the most first', async () => {
  expect(await world.ask(agency, SOURCES)).toEqual({
    byChannel: [
      { channel: 'SEARCH', sum: sum(3, 17850, 1, 8500) },
      { channel: 'SOCIAL_AD', sum: sum(1, 3400, 1, 3400) },
    ],
    byNiche: [
      { niche: { slug: 'motor-insurance' }, sum: sum(3, 16150, 2, 11900) },
      { niche: { slug: 'home-insurance' }, sum: sum(1, 5100, 0, 0) },
    ],
    byRegion: [
      { region: { name: 'Nairobi' }, sum: sum(2, 13600, 1, 8500) },
      { region: { name: 'Mombasa' }, sum: sum(2, 7650, 1, 3400) },
    ],
  });
});

test('they add up to what the agency’s earnings say is held and available', async () => {
  const { heldNet, available, paidOut } = await world.ask(
    agency,
    '{ earnings { heldNet { minor } available { minor } paidOut { minor } } }',
  );
  const released = available.minor + paidOut.minor;
  const sources = await world.ask<Record<string, { sum: ReturnType<typeof sum> }[]>>(agency, SOURCES);
  for (const rows of Object.values(sources)) {
    const total = (read: (of: ReturnType<typeof sum>) => number) => rows.reduce((all, row) => all + read(row.sum), 0);
    expect(total(({ releasedNet }) => releasedNet.minor)).toBe(released);
    expect(total(({ net }) => net.minor)).toBe(released + heldNet.minor);
  }
});

test('a span counts from its first moment on and before its last, sales and leads alike', async () => {
  const early = await world.ask(agency, SOURCES, { to: middle });
  const late = await world.ask(agency, SOURCES, { from: middle });
  expect(early.byChannel.map((row: any) => [row.channel, row.sum.saleCount])).toEqual([
    ['SEARCH', 1],
    ['SOCIAL_AD', 1],
  ]);
  expect(late.byChannel).toEqual([{ channel: 'SEARCH', sum: sum(2, 9350, 0, 0) }]);
  expect((await world.ask(agency, SOURCES, { from: middle, to: middle })).byRegion).toEqual([]);
  expect(await world.ask(agency, PLACES, { to: middle })).toEqual([
    { region: { name: 'Mombasa' }, count: 1 },
    { region: { name: 'Nairobi' }, count: 1 },
  ]);
});

test('leads are counted by region, refused ones and those of others not', async () => {
  expect(await world.ask(agency, PLACES)).toEqual([
    { region: { name: 'Nairobi' }, count: 3 },
    { region: { name: 'Mombasa' }, count: 2 },
  ]);
  expect(await world.ask(idle, PLACES)).toEqual([]);
  expect(await world.ask(idle, SOURCES)).toEqual({ byChannel: [], byNiche: [], byRegion: [] });
});

test('both cost the same few commands for many rows as for none', async () => {
  const asking = (who: Actor) =>
    world.countCommands(async () => [await world.ask(who, SOURCES), await world.ask(who, PLACES)]);
  await asking(agency);
  const many = (await asking(agency)).commands;
  expect(many).toEqual((await asking(idle)).commands);
  expect(many.filter((command) => command.startsWith('aggregate'))).toEqual([
    ...Array(3).fill('aggregate sales'),
    'aggregate leads',
  ]);
});

test('a sale from before sales kept a channel gets that of its listing', async () => {
  const before = await world.ask(agency, SOURCES);
  const sales = database().collection('sales');
  await sales.updateMany(
    { agencyId: agency.organisationId },
    { $unset: { channel: '' } },
    { bypassDocumentValidation: true },
  );
  await keepChannels.up();
  expect(await world.ask(agency, SOURCES)).toEqual(before);
  expect(await sales.countDocuments({ channel: null })).toBe(0);
});
