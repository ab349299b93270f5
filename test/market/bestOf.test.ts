import { usd } from '../kit/trading';
import { type Actor, createWorld, type World } from '../kit/world';
import { boardHas, buy, listLeads, QUOTE, quoted } from './buying';

/** A quote for the best of a search. */
let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());

const HOME = { nicheIds: ['niche_home-insurance'] };
const ids = ({ items }: { items: { listingId: string }[] }): string[] => items.map(({ listingId }) => listingId);

test('what the buyer has is left out however much of the cheapest it is, and the round trips stay few', async () => {
  const buyer = await world.business({ funds: '9000.00' });
  const told = { nicheId: HOME.nicheIds[0] };
  const cheap = await listLeads(world, agency, 55, { floor: '51.00', maxSales: 2 }, told);
  const dearer = await listLeads(world, agency, 1, { floor: '61.00', maxSales: 2 }, told);
  const dearest = await listLeads(world, agency, 2, { floor: '71.00', maxSales: 2 }, told);
  await boardHas(world, buyer, dearest);
  const best = { filter: HOME, sort: 'PRICE_LOW', count: 1 };
  await buy(world, buyer, { listingIds: cheap.slice(0, 8) });
  expect(cheap.slice(8)).toContain(ids(await quoted(world, buyer, { best }))[0]);
  await buy(world, buyer, { listingIds: cheap.slice(8) });
  const { result, commands } = await world.countCommands(() => quoted(world, buyer, { best }));
  expect(ids(result)).toEqual(dearer);
  expect(commands.length).toBeLessThanOrEqual(12);
  expect(ids(await quoted(world, buyer, { best: { ...best, count: 2, budget: usd('132.00') } }))).toHaveLength(2);
  expect(new Set(ids(await quoted(world, buyer, { best: { ...best, count: 9 } })))).toEqual(
    new Set([...dearer, ...dearest]),
  );
  const short = { ...best, count: 9, budget: usd('70.99') };
  expect(ids(await quoted(world, buyer, { best: short }))).toEqual(dearer);
});

test('a budget buys at the discount for many where it buys so many, and is never exceeded', async () => {
  const buyer = await world.business();
  const listings = await listLeads(world, agency, 26, { floor: '0.00' });
  await boardHas(world, buyer, listings);
  const many = await quoted(world, buyer, { listingIds: listings.slice(0, 25) });
  const filter = { kind: 'SINGLE', priceMax: { minor: many.items[0]!.price.minor, currency: 'USD' } };
  const withBudget = (minor: number) =>
    quoted(world, buyer, { best: { filter, sort: 'PRICE_LOW', count: 30, budget: { minor, currency: 'USD' } } });
  const enough = await withBudget(many.total.minor);
  expect(enough.items).toHaveLength(25);
  expect(enough.total.minor).toBe(many.total.minor);
  const less = await withBudget(many.total.minor - 1);
  expect(less.items.length).toBeLessThan(25);
  expect(less.lines.map(({ code }) => code)).toEqual(['LIST_PRICE']);
  expect(less.total.minor).toBeLessThan(many.total.minor);
});

test('lots are refused at the filter, since the best are single leads', async () => {
  const buyer = await world.business();
  const answer = await world.ask(buyer, QUOTE, { input: { best: { filter: { kind: 'LOT' }, count: 1 } } });
  expect(answer).toMatchObject({ __typename: 'InvalidInput', path: ['best', 'filter', 'kind'] });
});
