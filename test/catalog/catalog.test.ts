import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { findRegion, nicheTree, onCatalogChange, regionTree } from '../../server/modules/catalog';
import { Niches, Regions } from '../../server/modules/catalog/model';
import { migrations } from '../../server/modules/catalog/seed/migrations';
import { readActs } from '../../server/platform/audit';
import { type Actor, createWorld, type World } from '../kit/world';

let world: World;
let admin: Actor;
let moderator: Actor;

beforeAll(async () => {
  world = await createWorld();
  admin = await world.admin();
  moderator = await world.admin('MODERATOR');
});

afterAll(() => world.close());

const COUNTRIES = ['AM', 'DE', 'GB', 'GR', 'HU', 'KE', 'TZ', 'US', 'UZ'];

describe('the niche tree of a new market', () => {
  test('names every niche of the market with its form and settings, parents first', async () => {
    const niches = await world.ask(
      null,
      '{ niches { slug parent { slug } path { name } windowHours retentionDays feeBps fields { key kind choices } } }',
    );
    expect(niches.length).toBeGreaterThanOrEqual(25);
    const places = new Map(niches.map(({ slug }: { slug: string }, place: number) => [slug, place]));
    for (const niche of niches) {
      if (niche.parent) expect(places.get(niche.parent.slug)).toBeLessThan(places.get(niche.slug) as number);
      expect(niche).toMatchObject({ windowHours: 168, retentionDays: 730, feeBps: null });
      expect(niche.fields.length).toBeGreaterThan(0);
    }
    const carLoan = niches.find(({ slug }: { slug: string }) => slug === 'car-loan');
    expect(carLoan.path.map(({ name }: { name: string }) => name)).toEqual(['Finance', 'Loans', 'Car loan']);
  });

  test('a niche by its slug; an unknown slug is null', async () => {
    expect(await world.ask(null, '{ niche(slug: "loans") { name children { slug } } }')).toEqual({
      name: 'Loans',
      children: [{ slug: 'car-loan' }, { slug: 'personal-loan' }],
    });
    expect(await world.ask(null, '{ niche(slug: "nothing") { name } }')).toBeNull();
  });
});

describe('the region tree of a new market', () => {
  test('names are remembered while they are short: text without end in a column of cities fills no memory', () => {
    setFlagsFromString('--expose-gc');
    const gc = runInNewContext('gc') as () => void;
    const ask = (from: number, to: number): void => {
      for (let n = from; n < to; n++) findRegion({ text: `${n} ${'far away '.repeat(1000)}` });
      gc();
    };
    ask(0, 100);
    const before = process.memoryUsage().heapUsed;
    ask(100, 2100);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(6_000_000);
  });

  test('has nine countries with subdivisions and cities, populations, one capital each, and its credit', async () => {
    const { nodes, credit } = await world.ask(null, '{ regions { credit nodes { code kind population } } }');
    expect(nodes.map(({ code }: { code: string }) => code).sort()).toEqual(COUNTRIES);
    expect(credit).toMatch(/GeoNames .*CC BY 4\.0/);
    for (const country of COUNTRIES) {
      const [from, to] = regionTree().rangeOf(`region_${country}`);
      const within = regionTree()
        .list()
        .slice(from + 1, to + 1);
      expect(within.filter(({ tier }) => tier === 'CAPITAL')).toHaveLength(1);
      expect(within.filter(({ kind }) => kind === 'REGION').length).toBeGreaterThanOrEqual(4);
      expect(within.filter(({ kind }) => kind === 'CITY').length).toBeGreaterThanOrEqual(20);
    }
    expect(await world.ask(null, '{ region(code: "KE-30-nairobi") { name tier population path { code } } }')).toEqual({
      name: 'Nairobi',
      tier: 'CAPITAL',
      population: 2750547,
      path: [{ code: 'KE' }, { code: 'KE-30' }, { code: 'KE-30-nairobi' }],
    });
  });

  test('is paged without a gap or a double', async () => {
    const query =
      'query ($after: String) { regions(parent: "region_KE", first: 20, after: $after) { totalCount nodes { code } pageInfo { hasNextPage endCursor } } }';
    const codes: string[] = [];
    let after: string | null = null;
    let total: number;
    do {
      const page: any = await world.ask(null, query, { after });
      codes.push(...page.nodes.map(({ code }: { code: string }) => code));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      total = page.totalCount;
    } while (after);
    expect(total).toBe(47);
    expect(new Set(codes).size).toBe(47);
  });

  test('is searched by the beginning of a name in any script', async () => {
    const search = (text: string, parent: string | null = null): Promise<any> =>
      world.ask(
        null,
        'query ($text: String!, $parent: ID) { regions(search: $text, parent: $parent, first: 3) { nodes { code } } }',
        { text, parent },
      );
    expect((await search('Θεσσαλον')).nodes[0].code).toBe('GR-B-thessaloniki');
    expect((await search('тошк')).nodes[0].code).toBe('UZ-TK-tashkent');
    expect((await search('birm', 'region_US')).nodes[0].code).toBe('US-AL-birmingham');
    expect((await search('birm')).nodes[0].code).toBe('GB-ENG-birmingham');
  });

  test('a page of more than 100, and a parent that is not, are refused', async () => {
    const tooMany = await world.graphql(null, '{ regions(first: 101) { totalCount } }');
    expect(tooMany.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const nowhere = await world.graphql(null, '{ regions(parent: "region_XX") { totalCount } }');
    expect(nowhere.errors?.[0]).toMatchObject({
      message: 'There is no such region.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('a place as people write it', () => {
  const code = (text: string, country?: string): string | undefined => findRegion({ text, country })?.code;

  test('is found in its own script, in the market’s, and without accents', () => {
    const table: [string, string][] = [
      ['Αθήνα', 'GR-I-athens'],
      ['ΑΘΗΝΑ', 'GR-I-athens'],
      ['Athina', 'GR-I-athens'],
      ['Θεσσαλονίκη', 'GR-B-thessaloniki'],
      ['Πάτρα', 'GR-G-patras'],
      ['Ηράκλειο', 'GR-M-heraklion'],
      ['Λάρισα', 'GR-E-larissa'],
      ['Larisa', 'GR-E-larissa'],
      ['Երևան', 'AM-ER-yerevan'],
      ['Գյումրի', 'AM-SH-gyumri'],
      ['Վանաձոր', 'AM-LO-vanadzor'],
      ['Toshkent', 'UZ-TK-tashkent'],
      ['Тошкент', 'UZ-TK-tashkent'],
      ['Ташкент', 'UZ-TK-tashkent'],
      ['Самарқанд', 'UZ-SA-samarkand'],
      ["Farg'ona", 'UZ-FA-fergana'],
      ['Győr', 'HU-GS-gyor'],
      ['GYOR', 'HU-GS-gyor'],
      ['Székesfehérvár', 'HU-FE-szekesfehervar'],
      ['Debrecen', 'HU-HB-debrecen'],
      ['nairobi', 'KE-30-nairobi'],
      ['Mombasa', 'KE-28-mombasa'],
      ['Dar-es-Salaam', 'TZ-02-dar-es-salaam'],
      ['München', 'DE-BY-munich'],
      ['Muenchen', 'DE-BY-munich'],
      ['NYC', 'US-NY-new-york-city'],
      ['St Louis', 'US-MO-st-louis'],
      ['Κρήτη', 'GR-M'],
      ['Bayern', 'DE-BY'],
      ['Ελλάδα', 'GR'],
      ['Greece', 'GR'],
      ['Ուզբեկստան', 'UZ'],
      ['KE', 'KE'],
      ['ke-30', 'KE-30'],
    ];
    for (const [text, expected] of table) expect([text, code(text)]).toEqual([text, expected]);
  });

  test('of one name in several countries is that of the asked country, else the largest', () => {
    expect(code('Birmingham')).toBe('GB-ENG-birmingham');
    expect(code('Birmingham', 'US')).toBe('US-AL-birmingham');
    expect(code('Birmingham', 'KE')).toBeUndefined();
  });

  test('is read from parts, each narrowing the others', () => {
    expect(code('Nairobi, Kenya')).toBe('KE-30-nairobi');
    expect(code('Columbus, GA, USA')).toBe('US-GA-columbus');
    expect(code('Columbus, Ohio')).toBe('US-OH-columbus');
    expect(code('Αθήνα / Ελλάδα')).toBe('GR-I-athens');
  });

  test('that nobody knows is null', () => {
    expect([code('Atlantis'), code(''), code('  '), code('???'), code('<test lead: dummy data for city>')]).toEqual(
      Array(5).fill(undefined),
    );
  });
});

const ADD =
  'mutation ($input: AddNicheInput!) { addNiche(input: $input) { __typename ... on AddNichePayload { niche { id slug parent { slug } fields { key } windowHours feeBps } } ... on UserError { message path } ... on NicheExists { niche { name } } } }';
const CHANGE =
  'mutation ($input: ChangeNicheInput!) { changeNiche(input: $input) { __typename ... on ChangeNichePayload { niche { name parent { slug } fields { key kind } windowHours feeBps } } ... on UserError { message path } } }';
const RETIRE =
  'mutation ($input: RetireNicheInput!) { retireNiche(input: $input) { __typename ... on RetireNichePayload { niche { isRetired } } ... on UserError { message path } } }';

describe('an admin edits niches', () => {
  test('a new niche takes the form of the niche above and is seen at once; its slug cannot be taken twice', async () => {
    let changes = 0;
    const stop = onCatalogChange(() => changes++);
    const added = await world.ask(moderator, ADD, {
      input: { slug: 'boat-loan', name: 'Boat loan', parentId: 'niche_loans', feeBps: 1200 },
    });
    expect(added).toMatchObject({
      __typename: 'AddNichePayload',
      niche: { slug: 'boat-loan', parent: { slug: 'loans' }, windowHours: 168, feeBps: 1200 },
    });
    expect(added.niche.fields).toEqual(
      nicheTree()
        .bySlug('loans')!
        .fields.map(({ key }) => ({ key })),
    );
    expect(nicheTree().isWithin('niche_boat-loan', 'niche_finance')).toBe(true);
    expect(changes).toBeGreaterThan(0);
    stop();
    const again = await world.ask(moderator, ADD, { input: { slug: 'boat-loan', name: 'Boats' } });
    expect(again).toMatchObject({ __typename: 'NicheExists', path: ['slug'], niche: { name: 'Boat loan' } });
    expect(nicheTree().bySlug('boat-loan')!.name).toBe('Boat loan');
  });

  test('bad input is refused with the field at fault', async () => {
    const refused = async (input: object): Promise<string[]> => {
      const answer = await world.ask(admin, ADD, { input: { slug: 'x-ray', name: 'X-ray', ...input } });
      return [answer.__typename, ...(answer.path ?? [])];
    };
    expect(await refused({ slug: 'Not a slug' })).toEqual(['InvalidInput', 'slug']);
    expect(await refused({ name: ' ' })).toEqual(['InvalidInput', 'name']);
    expect(await refused({ windowHours: 0 })).toEqual(['InvalidInput', 'windowHours']);
    expect(await refused({ feeBps: 9_000 })).toEqual(['InvalidInput', 'feeBps']);
    expect(await refused({ fields: [{ key: 'a', label: 'Choose', kind: 'CHOICE' }] })).toEqual([
      'InvalidInput',
      'fields',
      '0',
      'choices',
    ]);
    expect(
      await refused({
        fields: [
          { key: 'a', label: 'One', kind: 'TEXT' },
          { key: 'a', label: 'Two', kind: 'TEXT' },
        ],
      }),
    ).toEqual(['InvalidInput', 'fields']);
    expect(await refused({ parentId: 'niche_nowhere' })).toEqual(['NotFound']);
    expect(nicheTree().bySlug('x-ray')).toBeUndefined();
  });

  test('all wrong fields of a niche and of a region are told together', async () => {
    const told = async (field: string, input: object): Promise<string[]> => {
      const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
      const problems = '... on UserError { message path } ... on InvalidInput { problems { message path } }';
      const answer = await world.ask(
        admin,
        `mutation ($input: ${type}!) { ${field}(input: $input) { __typename ${problems} } }`,
        { input },
      );
      expect(answer).toMatchObject({ __typename: 'InvalidInput', ...answer.problems[0] });
      return answer.problems.map(({ path }: { path: string[] }) => path.join('.'));
    };
    const question = { key: 'Not a key', label: 'Choose', kind: 'CHOICE' };
    const niche = {
      slug: 'x-ray',
      name: ' ',
      windowHours: 0,
      fields: [question, { ...question, key: 'b', label: '?' }],
    };
    expect(await told('addNiche', niche)).toEqual([
      'name',
      'fields.0.key',
      'fields.0.choices',
      'fields.1.label',
      'fields.1.choices',
      'windowHours',
    ]);
    expect(await told('changeNiche', { nicheId: 'niche_taxi', name: ' ', feeBps: 9000 })).toEqual(['name', 'feeBps']);
    const region = { parentId: 'region_KE-30', code: 'TZ-1', name: ' ', population: -1 };
    expect(await told('addRegion', region)).toEqual(['name', 'population', 'code']);
    expect(await told('setFactor', { factor: 'COUNTRY', value: 90 })).toEqual(['country', 'value']);
  });

  test('a change keeps what is not named, is recorded, and cannot give a living field another kind', async () => {
    const fields = [{ key: 'route', label: 'From and to', kind: 'TEXT', isRequired: true }];
    const changed = await world.ask(moderator, CHANGE, {
      input: { nicheId: 'niche_taxi', fields, windowHours: 72, reason: 'Short rides' },
    });
    expect(changed).toEqual({
      __typename: 'ChangeNichePayload',
      niche: {
        name: 'Taxi',
        parent: { slug: 'local-services' },
        fields: [{ key: 'route', kind: 'TEXT' }],
        windowHours: 72,
        feeBps: null,
      },
    });
    expect((await readActs({ subject: 'niche_taxi' }, 5))[0]).toMatchObject({
      act: 'changeNiche',
      actor: moderator.personId,
      reason: 'Short rides',
    });
    const recorded = await readActs({ subject: 'niche_taxi' }, 5);
    await world.ask(moderator, CHANGE, { input: { nicheId: 'niche_taxi', fields, windowHours: 72 } });
    expect(await readActs({ subject: 'niche_taxi' }, 5)).toEqual(recorded);
    const other = await world.ask(moderator, CHANGE, {
      input: { nicheId: 'niche_taxi', fields: [{ ...fields[0], kind: 'NUMBER' }] },
    });
    expect(other).toMatchObject({ __typename: 'InvalidInput', path: ['fields'] });
  });

  test('a niche cannot be moved under itself; null moves it to the top', async () => {
    const looped = await world.ask(moderator, CHANGE, {
      input: { nicheId: 'niche_finance', parentId: 'niche_car-loan' },
    });
    expect(looped).toMatchObject({ __typename: 'InvalidInput', path: ['parentId'] });
    const moved = await world.ask(moderator, CHANGE, { input: { nicheId: 'niche_deposits', parentId: null } });
    expect(moved).toMatchObject({ niche: { parent: null } });
  });

  test('a name stands once at one place of the tree, however it is written; elsewhere it may stand again', async () => {
    const add = (slug: string, name: string, parentId: string | null = 'niche_loans') =>
      world.ask(admin, ADD, { input: { slug, name, parentId } });
    const change = (nicheId: string, input: object) => world.ask(admin, CHANGE, { input: { nicheId, ...input } });
    const atName = { __typename: 'InvalidInput', path: ['name'], message: expect.stringContaining('“Car loan”') };
    expect(await add('auto-loan', ' CAR  Loan')).toMatchObject(atName);
    expect((await add('car-loan-abroad', 'Car loan', 'niche_finance')).__typename).toBe('AddNichePayload');
    expect((await add('auto-loan', 'Auto loan')).__typename).toBe('AddNichePayload');
    expect(await change('niche_auto-loan', { name: 'car loan' })).toMatchObject(atName);
    expect(await change('niche_car-loan-abroad', { parentId: 'niche_loans' })).toMatchObject({
      __typename: 'InvalidInput',
      path: ['parentId'],
    });
    // What is its own is no second one, and what is retired is in nobody's way.
    expect((await change('niche_auto-loan', { name: 'Auto Loan' })).__typename).toBe('ChangeNichePayload');
    await world.ask(admin, RETIRE, { input: { nicheId: 'niche_auto-loan', reason: 'A test' } });
    expect((await add('motor-loan', 'Auto loan')).__typename).toBe('AddNichePayload');
  });

  test('two admins who move two niches under each other at the same moment make no loop', async () => {
    const [left, right] = ['legal', 'tourism'].map((slug) => `niche_${slug}`);
    const move = (nicheId: string, parentId: string): Promise<{ __typename: string }> =>
      world.ask(admin, CHANGE, { input: { nicheId, parentId } });
    const answers = await Promise.all([
      move(left!, 'niche_personal-injury'),
      move(left!, right!),
      move(right!, 'niche_personal-injury'),
    ]);
    expect(answers[0].__typename).toBe('InvalidInput');
    expect(
      answers
        .slice(1)
        .map(({ __typename }) => __typename)
        .sort(),
    ).toEqual(['ChangeNichePayload', 'InvalidInput']);
    expect(nicheTree().list()).toHaveLength(await Niches.countDocuments());
  });

  test('nothing is put under a retired niche', async () => {
    await world.ask(admin, RETIRE, { input: { nicheId: 'niche_e-commerce', reason: 'A test' } });
    const added = await world.ask(admin, ADD, {
      input: { slug: 'shoes', name: 'Shoes', parentId: 'niche_e-commerce' },
    });
    expect(added).toMatchObject({ __typename: 'InvalidInput', path: ['parentId'] });
  });

  test('a niche is retired once those below it are, and is then left out of the list', async () => {
    const parent = await world.ask(admin, RETIRE, { input: { nicheId: 'niche_education', reason: 'A test' } });
    expect(parent.__typename).toBe('NicheHasChildren');
    const child = await world.ask(admin, RETIRE, { input: { nicheId: 'niche_degrees', reason: 'A test' } });
    expect(child).toEqual({ __typename: 'RetireNichePayload', niche: { isRetired: true } });
    const listed = (await world.ask(null, '{ niches { slug } }')).map(({ slug }: { slug: string }) => slug);
    const all = (await world.ask(null, '{ niches(includeRetired: true) { slug } }')).map(
      ({ slug }: { slug: string }) => slug,
    );
    expect([listed.includes('degrees'), all.includes('degrees')]).toEqual([false, true]);
  });

  test('only the platform’s moderators and admins may', async () => {
    const input = { slug: 'forbidden', name: 'Forbidden' };
    const answers = await Promise.all(
      [null, await world.agency(), await world.business(), await world.admin('FINANCE')].map((actor) =>
        world.graphql(actor, ADD, { input }),
      ),
    );
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual([
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    expect(nicheTree().bySlug('forbidden')).toBeUndefined();
  });
});

describe('an admin edits regions', () => {
  const ADD_REGION =
    'mutation ($input: AddRegionInput!) { addRegion(input: $input) { __typename ... on AddRegionPayload { region { code kind countryCode tier } } ... on UserError { message path } } }';
  const CHANGE_REGION =
    'mutation ($input: ChangeRegionInput!) { changeRegion(input: $input) { __typename ... on ChangeRegionPayload { region { name tier population latitude } } ... on UserError { message path } } }';

  test('a new town is found by its spellings at once', async () => {
    const input = {
      parentId: 'region_KE-13',
      code: 'KE-13-ruiru',
      name: 'Ruiru',
      names: ['Ruiru Town'],
      population: 371111,
      tier: 'LARGE',
    };
    expect(await world.ask(moderator, ADD_REGION, { input })).toEqual({
      __typename: 'AddRegionPayload',
      region: { code: 'KE-13-ruiru', kind: 'CITY', countryCode: 'KE', tier: 'LARGE' },
    });
    expect(findRegion({ text: 'ruiru town', country: 'KE' })?.code).toBe('KE-13-ruiru');
    expect((await world.ask(moderator, ADD_REGION, { input })).__typename).toBe('RegionExists');
  });

  test('a town that bears a country’s name is meant where its own country is given', async () => {
    const input = { parentId: 'region_US-NY', code: 'US-NY-greece', name: 'Greece' };
    expect((await world.ask(moderator, ADD_REGION, { input })).__typename).toBe('AddRegionPayload');
    expect(findRegion({ text: 'Greece' })?.code).toBe('GR');
    expect(findRegion({ text: 'Greece', country: 'US' })?.code).toBe('US-NY-greece');
    const id = 'region_US-NY-greece';
    await world.ask(moderator, CHANGE_REGION, { input: { regionId: id, name: 'Greece' } });
    expect(await readActs({ subject: id, act: 'changeRegion' }, 5)).toEqual([]);
  });

  test('a name stands once under one parent, however it is written', async () => {
    const added = (parentId: string, code: string, name: string) =>
      world.ask(moderator, ADD_REGION, { input: { parentId, code, name } });
    const atName = { __typename: 'InvalidInput', path: ['name'], message: expect.stringContaining('“Nairobi”') };
    expect(await added('region_KE-30', 'KE-30-nairobi-2', 'NAÍROBI')).toMatchObject(atName);
    expect((await added('region_KE-28', 'KE-28-nairobi', 'Nairobi')).__typename).toBe('AddRegionPayload');
    expect((await added('region_KE-30', 'KE-30-karen', 'Karen')).__typename).toBe('AddRegionPayload');
    const renamed = { regionId: 'region_KE-30-karen', name: 'nairobi' };
    expect(await world.ask(moderator, CHANGE_REGION, { input: renamed })).toMatchObject(atName);
  });

  test('a code that is not its parent’s, and a place under a city, are refused', async () => {
    const refused = (input: object): Promise<any> =>
      world.ask(moderator, ADD_REGION, { input: { name: 'Somewhere', ...input } });
    expect(await refused({ parentId: 'region_KE-13', code: 'TZ-01-somewhere' })).toMatchObject({
      __typename: 'InvalidInput',
      path: ['code'],
    });
    expect(await refused({ parentId: 'region_KE-30-nairobi', code: 'KE-30-nairobi-west' })).toMatchObject({
      __typename: 'InvalidInput',
      path: ['parentId'],
    });
    expect(await refused({ parentId: 'region_XX', code: 'XX-1' })).toMatchObject({ __typename: 'NotFound' });
  });

  test('a change survives seeding anew; only a city is large', async () => {
    const input = { regionId: 'region_GR-G-patras', tier: 'LARGE', population: 173600 };
    expect(await world.ask(moderator, CHANGE_REGION, { input })).toMatchObject({
      region: { name: 'Patras', tier: 'LARGE', population: 173600 },
    });
    for (const { up } of migrations) await up();
    expect((await Regions.findById(input.regionId).lean())?.population).toBe(173600);
    const country = await world.ask(moderator, CHANGE_REGION, { input: { regionId: 'region_GR', tier: 'LARGE' } });
    expect(country).toMatchObject({ __typename: 'InvalidInput', path: ['tier'] });
  });

  test('a city of 200,000 inhabitants is large where no tier is named, and follows its population', async () => {
    const add = (name: string, more: object): Promise<any> =>
      world.ask(moderator, ADD_REGION, { input: { parentId: 'region_KE-13', code: `KE-13-${name}`, name, ...more } });
    const change = async (more: object): Promise<string> =>
      (await world.ask(moderator, CHANGE_REGION, { input: { regionId: 'region_KE-13-thika-east', ...more } })).region
        .tier;
    expect(await add('thika-east', { population: 199_999 })).toMatchObject({ region: { tier: 'ORDINARY' } });
    expect(await add('thika-west', { population: 200_000 })).toMatchObject({ region: { tier: 'LARGE' } });
    expect(await add('thika-north', { population: 900_000, tier: 'ORDINARY' })).toMatchObject({
      region: { tier: 'ORDINARY' },
    });
    expect(await add('thika-south', {})).toMatchObject({ region: { tier: 'ORDINARY' } });
    expect(await change({ population: 250_000 })).toBe('LARGE');
    expect(await change({ name: 'Thika East' })).toBe('LARGE');
    expect(await change({ population: 150_000, tier: 'LARGE' })).toBe('LARGE');
    expect(await change({ population: 150_000 })).toBe('ORDINARY');
    expect(await change({ tier: 'CAPITAL' })).toBe('CAPITAL');
    expect(await change({ population: 260_000 })).toBe('CAPITAL');
    const country = await world.ask(moderator, CHANGE_REGION, {
      input: { regionId: 'region_KE', population: 60_000_000 },
    });
    expect(country).toMatchObject({ region: { tier: 'ORDINARY' } });
  });

  test('what is out of bounds is refused in plain words, at the field of the input', async () => {
    const region = (more: object): Promise<any> =>
      world.ask(moderator, CHANGE_REGION, { input: { regionId: 'region_KE-13-ruiru', ...more } });
    const niche = (more: object): Promise<any> =>
      world.ask(moderator, CHANGE, { input: { nicheId: 'niche_taxi', ...more } });
    const table: [Promise<any>, string, string][] = [
      [region({ latitude: 91 }), 'latitude', 'A latitude is -90 to 90 degrees.'],
      [region({ longitude: -181 }), 'longitude', 'A longitude is -180 to 180 degrees.'],
      [region({ population: -1 }), 'population', 'Give 0 to 2,000,000,000 inhabitants.'],
      [region({ name: 'x' }), 'name', 'A name has 2 to 80 characters.'],
      [niche({ name: ' ' }), 'name', 'A name has 2 to 80 characters.'],
      [niche({ feeBps: 5_001 }), 'feeBps', 'A fee is 0 to 50%.'],
      [niche({ windowHours: 0 }), 'windowHours', 'Give 1 to 2,160 hours.'],
      [niche({ retentionDays: 4_000 }), 'retentionDays', 'Give 1 to 3,650 days.'],
    ];
    for (const [answer, field, message] of table) {
      expect(await answer).toEqual({ __typename: 'InvalidInput', message, path: [field] });
    }
    const moved = await region({ latitude: -1.15, longitude: 36.96 });
    expect(moved).toMatchObject({ region: { latitude: -1.15 } });
  });
});
