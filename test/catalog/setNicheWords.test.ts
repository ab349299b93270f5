import { act, send } from '../accounts/flows';
import { createWorld, type Actor, type World } from '../kit/world';
import { caughtFor, confirmationOf, linkIn } from '../leads/confirming';
import { fillAndSend, formOf, open, person } from '../leads/hostedForms';

/** Admins say what a niche and its questions are called where people meet them. */

let world: World;
let admin: Actor;
let agency: Actor;
beforeAll(async () => {
  world = await createWorld();
  admin = await world.admin('MODERATOR');
  agency = await world.agency();
});
afterAll(() => world.close());

const set = (nicheId: string, language: string, words: object[], by: Actor = admin) =>
  act(world, by, 'setNicheWords', { nicheId, language, words }, 'niche { id }');

const READ = `query ($slug: String!, $language: String!) { niche(slug: $slug) { words(language: $language) {
  name { of own shown } questions { key label { of own shown } choices { of own shown } } } } }`;
const wordsOf = async (slug: string, language: string) => (await world.ask(null, READ, { slug, language })).words;

const BEES = {
  slug: 'bee-keeping',
  name: 'Bee keeping',
  fields: [
    { key: 'hives', label: 'Number of hives', kind: 'NUMBER' },
    { key: 'race', label: 'Kind of bee', kind: 'CHOICE', choices: ['Carniolan', 'Buckfast'] },
  ],
};
const HUNGARIAN = [
  { of: 'Bee keeping', text: 'Méhészet' },
  { key: 'hives', of: 'Number of hives', text: 'Kaptárak száma' },
  { key: 'race', of: 'Kind of bee', text: 'Méhfajta' },
  { key: 'race', of: 'Carniolan', text: 'Krajnai' },
];

test('form, letter and the page of its link use them', async () => {
  await act(world, admin, 'addNiche', BEES);
  expect(await set('niche_bee-keeping', 'hu', HUNGARIAN)).toMatchObject({ niche: { id: 'niche_bee-keeping' } });
  const form = await formOf(world, agency, {
    nicheId: 'niche_bee-keeping',
    language: 'hu',
    confirms: 'EMAIL',
    email: 'REQUIRED',
  });
  const { text } = await open(world, form);
  for (const word of ['Kaptárak száma', 'Méhfajta', '>Krajnai<', '>Buckfast<', '„Méhészet”'])
    expect(text).toContain(word);
  // A choice sends what the catalogue says.
  expect(text).toContain('value="Carniolan"');
  const who = person();
  await fillAndSend(world, form, who);
  const [letter] = await caughtFor(world, who.email!);
  expect(`${letter!.subject} ${letter!.text}`).toContain('Méhészet');
  expect(await confirmationOf(world, linkIn(letter!))).toMatchObject({ question: { niche: 'Méhészet' } });
});

test('what is not named reads as the market knows it, and a word is of nothing once the catalogue says it anew', async () => {
  await set('niche_roofing', 'hu', [{ of: 'Roofing', text: 'Tetőjavítás' }]);
  const { name, questions } = await wordsOf('roofing', 'hu');
  expect(name).toEqual({ of: 'Roofing', own: 'Tetőjavítás', shown: 'Tetőjavítás' });
  expect(questions[0].label).toMatchObject({ own: null });
  expect(questions[0].label.shown).not.toBe(questions[0].label.of);
  await act(world, admin, 'changeNiche', { nicheId: 'niche_roofing', name: 'Roofs and gutters' });
  expect((await wordsOf('roofing', 'hu')).name).toEqual({
    of: 'Roofs and gutters',
    own: null,
    shown: 'Roofs and gutters',
  });
  expect((await wordsOf('roofing', 'el')).name.own).toBeNull();
});

test('a niche that starts with the form of the one above has its words too', async () => {
  await act(world, admin, 'addNiche', { slug: 'queens', name: 'Queens', parentId: 'niche_bee-keeping' });
  const { name, questions } = await wordsOf('queens', 'hu');
  expect([name.shown, questions[0].label.shown]).toEqual(['Queens', 'Kaptárak száma']);
});

test('refuses other languages, what the niche does not say, a text twice, and choices that read alike', async () => {
  const path = async (language: string, ...words: object[]) => {
    const answer = await set('niche_bee-keeping', language, words);
    return [answer.__typename, answer.path];
  };
  const word = HUNGARIAN[0]!;
  expect(await path('fr', word)).toEqual(['InvalidInput', ['language']]);
  expect(await path('hu', word, { of: 'Bees', text: 'Méhek' })).toEqual(['InvalidInput', ['words', '1', 'of']]);
  expect(await path('hu', word, word)).toEqual(['InvalidInput', ['words', '1', 'of']]);
  expect(await path('hu', { ...word, text: ' ' })).toEqual(['InvalidInput', ['words', '0', 'text']]);
  expect(await path('hu', { ...word, text: 'a\u202Eb' })).toEqual(['InvalidInput', ['words', '0', 'text']]);
  expect(await path('hu', { key: 'race', of: 'Carniolan', text: 'Buckfast' })).toEqual([
    'InvalidInput',
    ['words', '0', 'text'],
  ]);
  expect((await set('niche_none', 'hu', [])).__typename).toBe('NotFound');
  expect((await wordsOf('bee-keeping', 'hu')).name.own).toBe('Méhészet');
});

test('is for who may edit the catalogue, and on record', async () => {
  for (const other of [agency, await world.business(), await world.admin('FINANCE')]) {
    const { errors } = await send(world, other, 'setNicheWords', { nicheId: 'niche_taxi', language: 'hu', words: [] });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  }
  const { nodes } = await world.ask(
    await world.admin('ADMIN'),
    '{ acts(subject: "niche_bee-keeping", first: 5) { nodes { act after } } }',
  );
  expect(nodes).toContainEqual({ act: 'setNicheWords', after: expect.stringContaining('Méhészet') });
});
