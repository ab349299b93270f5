import { markDaysBefore } from '../../server/modules/market/priceIndex/markDays';
import { database } from '../../server/platform/database';
import { DAY, HOUR } from '../../server/platform/clock';
import { answerDispute, decideDispute, openDispute } from '../disputes/disputing';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { buy, listLeads, makeLot } from './buying';

/** What leads were sold for, by day, niche, region and model: for everybody to see. */
let world: World;
let agency: Actor;
let buyer: Actor;

interface Figures {
  volume: number;
  medianPrice: { minor: number } | null;
}
interface Index extends Figures {
  days: (Figures & { date: string })[];
}

const INDEX = `query ($nicheIds: [ID!], $regionIds: [ID!], $models: [PricingModel!], $days: Int! = 2) {
  marketIndex(nicheIds: $nicheIds, regionIds: $regionIds, models: $models, days: $days) {
    volume medianPrice { minor } days { date volume medianPrice { minor } }
  }
}`;
const index = (wish: object = {}): Promise<Index> => world.ask(null, INDEX, wish);
const short = ({ volume, medianPrice }: Figures) => [volume, medianPrice?.minor ?? null];
/** Volume and median of yesterday, of today and of both. */
const figures = async (wish: object = {}) => {
  const { days, ...whole } = await index(wish);
  return [...days, whole].map(short);
};

async function count(): Promise<number> {
  await world.settle();
  return world.runJob('market.countDays');
}

async function sell(floor: string, told: object = {}): Promise<string> {
  const listingIds = await listLeads(world, agency, 1, { floor }, told);
  return (await buy(world, buyer, { listingIds })).items[0].sales[0].id;
}

/** Hours after which a day is at its noon: no sale of these tests is made near the end of one. */
const toNoon = (): string => {
  const passed = (world.clock.now().getTime() % DAY) / HOUR;
  return `${Math.floor(36 - passed)}h`;
};

beforeAll(async () => {
  world = await createWorld();
  await world.clock.move(toNoon());
  agency = await world.agency();
  buyer = await world.business({ funds: '9000.00' });
});
afterAll(() => world.close());

test('of a market in which nothing was sold each day is there, without a price', async () => {
  const { days, ...whole } = await index({ days: 90 });
  expect(short(whole)).toEqual([0, null]);
  expect(days.map(short)).toEqual(Array(90).fill([0, null]));
  const today = world.clock.now().toISOString().slice(0, 10);
  expect([days.at(-1)!.date, new Set(days.map(({ date }) => date)).size]).toEqual([today, 90]);
  expect(await count()).toBe(0);
});

test('each day has its volume and its median, and the span has its own: that of all sales, not of the days', async () => {
  await sell('100.00');
  await sell('40.01', { city: 'Mombasa' });
  expect(await count()).toBe(1);
  await world.clock.move('1d');
  [agency, buyer] = [await logIn(world, agency), await logIn(world, buyer)];
  await sell('50.00', { city: 'Mombasa' });
  await sell('60.00', { nicheId: 'niche_home-insurance' });
  await sell('900.00', { nicheId: 'niche_car-loan' });
  expect(await count()).toBe(1);
  // Of an even number of sales halfway between the two in the middle: 70.005, rounded up.
  expect(await figures()).toEqual([
    [2, 7001],
    [3, 6000],
    [5, 6000],
  ]);
  expect(await figures({ days: 1 })).toEqual([
    [3, 6000],
    [3, 6000],
  ]);
  expect(await count()).toBe(0);
});

test.each([
  [
    'a niche',
    { nicheIds: ['niche_motor-insurance'] },
    [
      [2, 7001],
      [1, 5000],
      [3, 5000],
    ],
  ],
  [
    'a niche with those under it',
    { nicheIds: ['niche_insurance'] },
    [
      [2, 7001],
      [2, 5500],
      [4, 5500],
    ],
  ],
  [
    'a niche and one under it, once',
    { nicheIds: ['niche_insurance', 'niche_motor-insurance'] },
    [
      [2, 7001],
      [2, 5500],
      [4, 5500],
    ],
  ],
  [
    'several niches',
    { nicheIds: ['niche_home-insurance', 'niche_car-loan'] },
    [
      [0, null],
      [2, 48_000],
      [2, 48_000],
    ],
  ],
  [
    'a country with its cities',
    { regionIds: ['region_KE'] },
    [
      [2, 7001],
      [3, 6000],
      [5, 6000],
    ],
  ],
  [
    'another country',
    { regionIds: ['region_GR'] },
    [
      [0, null],
      [0, null],
      [0, null],
    ],
  ],
  [
    'a city',
    { regionIds: ['region_KE-30-nairobi'] },
    [
      [1, 10_000],
      [2, 48_000],
      [3, 10_000],
    ],
  ],
  [
    'a city and the country around it, once',
    { regionIds: ['region_KE-30-nairobi', 'region_KE'] },
    [
      [2, 7001],
      [3, 6000],
      [5, 6000],
    ],
  ],
  [
    'a niche in a city',
    { nicheIds: ['niche_insurance'], regionIds: ['region_KE-30-nairobi'] },
    [
      [1, 10_000],
      [1, 6000],
      [2, 8000],
    ],
  ],
  [
    'a model',
    { models: ['LEAD'] },
    [
      [2, 7001],
      [3, 6000],
      [5, 6000],
    ],
  ],
  [
    'models by which nothing was sold',
    { models: ['CLICK', 'CALL'] },
    [
      [0, null],
      [0, null],
      [0, null],
    ],
  ],
])('%s', async (_title, wish, expected) => {
  expect(await figures(wish)).toEqual(expected);
});

test('a sale whose money went back in whole was none; one whose money went back in part was made at its price', async () => {
  const here = { nicheIds: ['niche_home-insurance'], days: 1 };
  const [first, second] = [
    await sell('90.00', { nicheId: 'niche_home-insurance' }),
    await sell('80.00', { nicheId: 'niche_home-insurance' }),
  ];
  await count();
  expect(short(await index(here))).toEqual([3, 8000]);
  const adjudicator = await world.admin('ADJUDICATOR');
  const { dispute } = await openDispute(world, buyer, first);
  await answerDispute(world, agency, dispute.id, { concedes: true, text: '' });
  const part = (await openDispute(world, buyer, second)).dispute.id;
  await answerDispute(world, agency, part);
  await decideDispute(world, adjudicator, part, { refund: { shareBps: 5000 } });
  await count();
  expect(short(await index(here))).toEqual([2, 7000]);
});

test('what is asked wrongly is refused in words', async () => {
  const refused = async (wish: object) => {
    const { errors } = await world.graphql(null, INDEX, wish);
    return [errors?.[0]?.extensions.reason, errors?.[0]?.message];
  };
  const wrongDays = ['InvalidInput', 'The index is of 1 to 90 days.'];
  expect(await refused({ days: 0 })).toEqual(wrongDays);
  expect(await refused({ days: 91 })).toEqual(wrongDays);
  expect(await refused({ nicheIds: ['niche_of-nobody'] })).toEqual(['NotFound', 'There is no such niche.']);
  expect(await refused({ regionIds: ['region_ZZ'] })).toEqual(['NotFound', 'There is no such region.']);
  const niches = await world.ask<{ id: string; parent: object | null }[]>(null, '{ niches { id parent { id } } }');
  const nicheIds = niches
    .filter(({ parent }) => parent)
    .map(({ id }) => id)
    .slice(0, 7);
  expect(await refused({ nicheIds, regionIds: ['region_KE', 'region_GR', 'region_HU'] })).toEqual([
    'InvalidInput',
    'The index is of at most 20 pairs of a niche and a region at once.',
  ]);
});

test('reading and counting cost as few commands after 50 sales more as before', async () => {
  const reading = () => world.countCommands(() => index({ days: 2 }));
  const counting = async () => (await world.countCommands(() => world.runJob('market.countDays'))).commands;
  await sell('30.00');
  await world.settle();
  const few = { counting: await counting(), reading: await reading() };
  const lot = await makeLot(world, agency, 50, { floor: '1234.56' });
  await buy(world, buyer, { lotId: lot });
  await world.settle();
  const many = { counting: await counting(), reading: await reading() };
  expect(many.reading.result.volume - few.reading.result.volume).toBe(50);
  expect(many.reading.commands).toEqual(few.reading.commands);
  expect(many.reading.commands).toEqual(['find index_cells']);
  expect(many.counting).toEqual(few.counting);
  expect((await reading()).commands).toEqual([]);
});

test('a market that sold before there was an index has its last days counted', async () => {
  const before = await index();
  for (const name of ['index_cells', 'index_days']) await database().collection(name).deleteMany({});
  await database()
    .collection('sales')
    .updateMany({}, { $unset: { model: '' } });
  await markDaysBefore.up();
  expect(await count()).toBe(90);
  expect(await index()).toEqual(before);
  expect(short(await index({ models: ['LEAD'] }))).toEqual(short(before));
});
