import { usd } from '../kit/trading';
import { type Actor, createWorld, type World } from '../kit/world';
import { listLeads } from './buying';

let world: World;
let buyer: Actor;

beforeAll(async () => {
  world = await createWorld();
  buyer = await world.business();
  await listLeads(world, await world.agency(), 2, { floor: '100.00' });
});
afterAll(() => world.close());

const FIELDS = `id name sort view matchCount filter { niches { slug } regions { code } temperatures isExclusive kind priceMax { minor } }`;
const SAVE = `mutation ($input: SaveSearchInput!) { saveSearch(input: $input) { __typename
  ... on SaveSearchPayload { savedSearch { ${FIELDS} } } ... on UserError { message path } } }`;
const DELETE = `mutation ($input: DeleteSavedSearchInput!) { deleteSavedSearch(input: $input) { __typename
  ... on DeleteSavedSearchPayload { deletedId } ... on UserError { message } } }`;
const ALL = `{ savedSearches { ${FIELDS} } }`;
const filter = {
  nicheIds: ['niche_insurance'],
  regionIds: ['region_KE'],
  isExclusive: true,
  kind: 'SINGLE',
  priceMax: usd('150.00'),
};

test('a search is kept as it was asked, with how many listings match now', async () => {
  const { savedSearch } = await world.ask(buyer, SAVE, {
    input: { name: ' Motor, Kenya ', filter, sort: 'PRICE_LOW', view: 'CARDS' },
  });
  expect(savedSearch).toMatchObject({
    name: 'Motor, Kenya',
    sort: 'PRICE_LOW',
    view: 'CARDS',
    matchCount: 2,
    filter: {
      niches: [{ slug: 'insurance' }],
      regions: [{ code: 'KE' }],
      temperatures: [],
      isExclusive: true,
      kind: 'SINGLE',
      priceMax: { minor: 15000 },
    },
  });
  expect(await world.ask(buyer, ALL)).toEqual([savedSearch]);
});

test('the same name replaces, another name adds, each in its business only', async () => {
  await world.ask(buyer, SAVE, { input: { name: 'Motor, Kenya', filter: { temperatures: ['HOT'] } } });
  await world.ask(buyer, SAVE, { input: { name: 'All', filter: {} } });
  const kept = await world.ask(buyer, ALL);
  expect(kept.map(({ name, view, matchCount }: any) => [name, view, matchCount])).toEqual([
    ['All', null, 2],
    ['Motor, Kenya', null, 0],
  ]);
  const other = await world.business();
  expect(await world.ask(other, ALL)).toEqual([]);
  expect((await world.ask(other, DELETE, { input: { id: kept[0].id } })).__typename).toBe('NotFound');
  expect(await world.ask(buyer, DELETE, { input: { id: kept[0].id } })).toMatchObject({ deletedId: kept[0].id });
  expect(await world.ask(buyer, ALL)).toHaveLength(1);
});

test('a search without a name is refused, naming the field', async () => {
  const answer = await world.ask(buyer, SAVE, { input: { name: '  ', filter: {} } });
  expect(answer).toMatchObject({ __typename: 'InvalidInput', path: ['name'] });
});
