import { Niches, Regions } from '../../server/modules/catalog/model';
import { nameKeys } from '../../server/modules/catalog/seed/nameKeys';
import { type Actor, createWorld, type World } from '../kit/world';

/** A name stands once under one parent, whoever gives it at the same instant. */

let world: World;
let admins: Actor[];

beforeAll(async () => {
  world = await createWorld();
  admins = [await world.admin(), await world.admin('MODERATOR')];
});
afterAll(() => world.close());

const SENDS = 8;

interface Answer {
  __typename: string;
  path?: string[];
  message?: string;
}

const verb = (name: string) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on UserError { message path } } }`;
  return (input: object, n = 0): Promise<Answer> => world.ask(admins[n % 2]!, document, { input });
};
const addRegion = verb('addRegion');
const changeRegion = verb('changeRegion');
const addNiche = verb('addNiche');
const changeNiche = verb('changeNiche');

/** What so many sends at one instant were told, each with whom the others are told to be there already. */
const atOnce = async (send: (n: number) => Promise<Answer>): Promise<Answer[]> => {
  const answers = await Promise.all(Array.from({ length: SENDS }, (_, n) => send(n)));
  return answers.sort((a, b) => (a.__typename < b.__typename ? -1 : 1));
};

const taken = (path: string) =>
  Array(SENDS - 1).fill({
    __typename: 'InvalidInput',
    path: [path],
    message: expect.stringMatching(/^(?:“|There is a “)/),
  });

test('of many who add a place of one name, however they write it, one does; the others are told at the name', async () => {
  const answers = await atOnce((n) =>
    addRegion({ parentId: 'region_KE-30', code: `KE-30-karen-${n}`, name: n % 2 ? 'Karen' : 'KÁREN' }, n),
  );
  expect(answers).toEqual([{ __typename: 'AddRegionPayload' }, ...taken('name')]);
  expect(await Regions.countDocuments({ parentId: 'region_KE-30', nameKey: 'karen' })).toBe(1);
});

test('of many who rename places to one name one does', async () => {
  const codes = Array.from({ length: SENDS }, (_, n) => `KE-30-ward-${n}`);
  for (const code of codes) await addRegion({ parentId: 'region_KE-30', code, name: code });
  const answers = await atOnce((n) => changeRegion({ regionId: `region_${codes[n]!}`, name: 'Langata' }, n));
  expect(answers).toEqual([{ __typename: 'ChangeRegionPayload' }, ...taken('name')]);
});

test.each([null, 'niche_loans'])('of many who add niches of one name under %s one does', async (parentId) => {
  const answers = await atOnce((n) =>
    addNiche({ slug: `ferry-${parentId ? 'loan' : 'trip'}-${n}`, name: 'Ferry', parentId }, n),
  );
  expect(answers).toEqual([{ __typename: 'AddNichePayload' }, ...taken('name')]);
});

test('of one that is moved to where another is renamed to its name, one is there', async () => {
  await addNiche({ slug: 'trams', name: 'Trams', parentId: 'niche_loans' });
  await addNiche({ slug: 'tramways', name: 'Tramways', parentId: 'niche_finance' });
  const answers = await Promise.all([
    changeNiche({ nicheId: 'niche_trams', parentId: 'niche_finance' }, 0),
    changeNiche({ nicheId: 'niche_tramways', name: 'Trams' }, 1),
  ]);
  expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['ChangeNichePayload', 'InvalidInput']);
  expect(await Niches.countDocuments({ parentId: 'niche_finance', name: 'Trams' })).toBe(1);
});

test('of many who add one and the same place one does, and the others are told of its code', async () => {
  const answers = await atOnce((n) => addRegion({ parentId: 'region_KE-30', code: 'KE-30-runda', name: 'Runda' }, n));
  expect(answers.map(({ __typename }) => __typename)).toEqual([
    'AddRegionPayload',
    ...Array(SENDS - 1).fill('RegionExists'),
  ]);
});

test('names of before are compared by the database too; of doubles the first is, and the others can still be changed', async () => {
  const [first, second, third] = ['a', 'b', 'c'].map((letter) => `region_KE-28-old-${letter}`);
  for (const id of [first!, second!, third!]) {
    await addRegion({ parentId: 'region_KE-28', code: id.replace('region_', ''), name: id });
    await Regions.updateOne({ _id: id }, { $set: { name: 'Old town' }, $unset: { nameKey: 1 } });
  }
  await nameKeys.up();
  await nameKeys.up();
  const keys = async () =>
    (
      await Regions.find({ _id: /^region_KE-28-old/ })
        .sort({ _id: 1 })
        .lean()
    ).map(({ nameKey }) => nameKey);
  expect(await keys()).toEqual(['oldtown', undefined, undefined]);
  expect(await changeRegion({ regionId: second!, population: 12 })).toEqual({ __typename: 'ChangeRegionPayload' });
  expect(await changeRegion({ regionId: third!, name: 'OLD TOWN' })).toMatchObject({ path: ['name'] });
  expect(await changeRegion({ regionId: third!, name: 'Old port' })).toEqual({ __typename: 'ChangeRegionPayload' });
  expect(await keys()).toEqual(['oldtown', undefined, 'oldport']);
});

test('all of a new market have theirs', async () => {
  const unkeyed = { nameKey: null };
  expect(await Regions.find({ ...unkeyed, _id: /^(?!region_KE-28-old)/ }).lean()).toEqual([]);
  expect(await Niches.find({ ...unkeyed, isRetired: false }).lean()).toEqual([]);
});
