import { database } from '../../server/platform/database';
import { listLead, usd } from '../kit/trading';
import { type Actor, createWorld, type World } from '../kit/world';
import { consentGiven } from '../leads/submitting';
import { colleague } from '../accounts/flows';
import { boardHas, buy, listLeads } from './buying';
import { until } from '../kit/until';

let world: World;
let agency: Actor;
let other: Actor;
let buyer: Actor;
let motor: string[];
let home: string[];
let shared: string[];

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency({ name: 'First agency' });
  other = await world.agency({ name: 'Second agency' });
  buyer = await world.business({ funds: '900.00' });
  motor = await listLeads(world, agency, 45, { floor: '100.00' });
  home = await listLeads(world, other, 4, { floor: '200.00' }, { nicheId: 'niche_home-insurance', city: 'Mombasa' });
  shared = await listLeads(world, other, 3, { floor: '50.00', maxSales: 3 }, { temperature: 'HOT', channel: 'SEARCH' });
});
afterAll(() => world.close());

const MARKET = `query ($filter: MarketFilter, $sort: MarketSort, $first: Int, $after: String) {
  market(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount
    nodes { id price { minor } sold maxSales temperature niche { slug } region { name } }
    pageInfo { hasNextPage endCursor }
  }
}`;
const browse = (variables: object = {}) => world.ask(buyer, MARKET, variables);

describe('market', () => {
  test('shows what is on sale, page by page in the order asked for, each listing once', async () => {
    const seen: any[] = [];
    let after: string | null = null;
    for (;;) {
      const page: any = await browse({ sort: 'PRICE_LOW', first: 10, after });
      expect(page.totalCount).toBe(52);
      seen.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(52);
    const prices = seen.map(({ price }) => price.minor);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
  });

  test.each([
    ['a niche with its children', { nicheIds: ['niche_insurance'] }, 52],
    ['one niche', { nicheIds: ['niche_home-insurance'] }, 4],
    ['a country with its cities', { regionIds: ['region_KE'] }, 52],
    ['another country', { regionIds: ['region_GR'] }, 0],
    ['a temperature', { temperatures: ['HOT'] }, 3],
    ['a channel', { channels: ['SEARCH'] }, 3],
    ['exclusive only', { isExclusive: true }, 49],
    ['a range of prices', { priceMin: usd('150.00'), priceMax: usd('250.00') }, 4],
    ['lots', { kind: 'LOT' }, 0],
    ['what is at most an hour old', { maxAgeHours: 1 }, 52],
    ['several at once', { nicheIds: ['niche_insurance'], isExclusive: false, temperatures: ['HOT', 'COLD'] }, 3],
  ])('filters by %s', async (_title, filter, count) => {
    const page = await browse({ filter, first: 100 });
    expect([page.totalCount, page.nodes.length]).toEqual([count, count]);
  });

  test('a visitor sees the market in figures, and nothing else of it', async () => {
    const summary = await world.ask(
      null,
      '{ marketSummary { listingCount nicheCount countryCount medianPrice { minor currency } } }',
    );
    expect(summary).toEqual({
      listingCount: 52,
      nicheCount: 2,
      countryCount: 1,
      medianPrice: { minor: 10000, currency: 'USD' },
    });
    const { errors } = await world.graphql(null, MARKET);
    expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('counts beside each choice are exact, each without its own condition', async () => {
    const { facets } = await world.ask(
      buyer,
      `query ($filter: MarketFilter) { market(filter: $filter, first: 1) { facets {
        niches { niche { slug } count } regions { region { code } count } temperatures { value count }
        exclusive { value count } grades { value count } channels { value count }
      } } }`,
      { filter: { nicheIds: ['niche_home-insurance'], regionIds: ['region_KE'] } },
    );
    const niches = Object.fromEntries(facets.niches.map(({ niche, count }: any) => [niche.slug, count]));
    expect(niches).toEqual({ insurance: 52, 'motor-insurance': 48, 'home-insurance': 4 });
    expect(facets.regions[0]).toEqual({ region: { code: 'KE' }, count: 4 });
    expect(facets.exclusive).toEqual([{ value: true, count: 4 }]);
    expect(facets.grades).toEqual([{ value: 'C', count: 4 }]);
  });

  test('a page with previews costs the same two commands for 5 rows and for 50, one without costs none', async () => {
    const full = `query ($first: Int) { market(first: $first) { totalCount edges { cursor node {
      id price { minor text } priceLines { label } niche { name } region { name } agency { name } previews { text } } } facets { models { count } } } }`;
    await world.ask(buyer, full, { first: 5 });
    const five = await world.countCommands(() => world.ask(buyer, full, { first: 5 }));
    const fifty = await world.countCommands(() => world.ask(buyer, full, { first: 50 }));
    expect([five.result.edges.length, fifty.result.edges.length]).toEqual([5, 50]);
    expect(fifty.commands).toEqual(five.commands);
    expect(fifty.commands.length).toBeLessThanOrEqual(2);
    expect((await world.countCommands(() => browse({ first: 50 }))).commands).toEqual([]);
  });

  test('a preview is masked: no name, number or address of anybody (S15)', async () => {
    const page = await world.ask(buyer, '{ market(first: 100) { nodes { previews { text line hasEmail } } } }');
    const shown = JSON.stringify(page);
    expect(shown).toContain('W••• K•••');
    for (const secret of ['Wanjik', 'Kamau', '254', '@', 'mail-of-kamau']) expect(shown).not.toContain(secret);
  });

  test('a preview tells what the checks found and what is proven, in words that are nobody’s (S15)', async () => {
    const told = {
      name: 'Nekesa Wafula',
      city: 'Nekesaville',
      phone: '+254 729 480 316',
      email: 'info@nekesa-wafula.co.ke',
      channel: 'MESSENGER',
      consent: consentGiven({ method: 'DOUBLE_OPT_IN', ip: '203.0.113.77' }),
    };
    const [listingId] = await listLeads(world, agency, 1, {}, told);
    const { previews } = await world.ask(
      buyer,
      `query ($id: ID!) { listing(id: $id) { previews { text signals { code weight evidence } proofs { channel method at } } } }`,
      { id: listingId },
    );
    expect(previews[0].signals.map(({ code }: any) => code).sort()).toEqual(['CITY_UNKNOWN', 'EMAIL_ROLE']);
    expect(previews[0].proofs).toEqual([{ channel: 'EMAIL', method: 'CONFIRMED_BY_AGENCY', at: consentGiven().at }]);
    for (const secret of ['Nekesa', 'Wafula', 'nekesa', '480', '316', '@', '203.0'])
      expect(JSON.stringify(previews)).not.toContain(secret);
  });

  test('page sizes, cursors and amounts that are none are refused', async () => {
    const refused = async (variables: object) =>
      (await world.graphql(buyer, MARKET, variables)).errors?.[0]?.extensions.code;
    expect(await refused({ first: 101 })).toBe('BAD_USER_INPUT');
    expect(await refused({ after: 'nonsense' })).toBe('BAD_USER_INPUT');
    const { pageInfo } = await browse({ sort: 'PRICE_LOW', first: 1 });
    expect(await refused({ sort: 'NEWEST', after: pageInfo.endCursor })).toBe('BAD_USER_INPUT');
    expect(await refused({ filter: { priceMin: { minor: 1, currency: 'KES' } } })).toBe('BAD_USER_INPUT');
    expect((await world.graphql(null, MARKET)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('a search that finds nothing is told to pricing once, by who can buy and asks for nothing else', async () => {
    const filter = { nicheIds: ['niche_home-insurance'], regionIds: ['region_GR'] };
    const asked: [Actor, object][] = [
      [buyer, { ...filter, priceMax: usd('0.01') }],
      [buyer, { ...filter, nicheIds: ['niche_of-nobody'] }],
      [buyer, { ...filter, regionIds: ['x'.repeat(90_000)] }],
      [buyer, { nicheIds: ['niche_motor-insurance'], regionIds: ['region_KE'], priceMax: usd('0.01') }],
      [await world.business(), filter],
      [await colleague(world, buyer, 'AGENT'), filter],
      [agency, filter],
    ];
    for (const [actor, wish] of asked) expect((await world.ask(actor, MARKET, { filter: wish })).totalCount).toBe(0);
    const told = () => database().collection('outbox').countDocuments({ topic: 'search.foundNothing' });
    for (let n = 0; n < 3; n++) await browse({ filter });
    await until(async () => (await told()) > 0);
    expect(await told()).toBe(1);
  });
});

describe('listing', () => {
  const LISTING = 'query ($id: ID!) { listing(id: $id) { id status sold maxSales } }';

  test('a sold one is shown to its agency and its buyer, and reads as missing to others', async () => {
    const [first] = shared;
    await buy(world, buyer, { listingIds: [first] });
    const [exclusive] = motor;
    await buy(world, buyer, { listingIds: [exclusive] });
    const stranger = await world.business();
    await until(async () => (await world.ask(stranger, LISTING, { id: exclusive })) === null);
    expect(await world.ask(buyer, LISTING, { id: exclusive })).toMatchObject({ status: 'SOLD_OUT', sold: 1 });
    expect(await world.ask(agency, LISTING, { id: exclusive })).toMatchObject({ status: 'SOLD_OUT' });
    expect(await world.ask(other, LISTING, { id: exclusive })).toBeNull();
    expect(await world.ask(stranger, LISTING, { id: first })).toMatchObject({ status: 'LISTED', sold: 1, maxSales: 3 });
  });
});

describe('what a business has already', () => {
  const OWNED = `query ($filter: MarketFilter, $first: Int) { market(filter: $filter, first: $first) { nodes { id sold isOwned } } }`;
  const ONE = 'query ($id: ID!) { listing(id: $id) { isOwned status } }';
  const market = (actor: Actor, filter: object, first = 100) => world.ask(actor, OWNED, { filter, first });

  test('is known as its own to everybody of it, also when its lead is on sale anew; to others it is not', async () => {
    const seller = await world.agency();
    const told = { channel: 'CONFERENCE' };
    const [bought, other] = await listLeads(world, seller, 2, { maxSales: 3 }, told);
    const { items } = await buy(world, buyer, { listingIds: [bought] });
    const stranger = await world.business();
    const here = { channels: ['CONFERENCE'] };
    await until(async () => (await market(stranger, here)).nodes.some(({ sold }: any) => sold > 0));
    const owned = async (actor: Actor) =>
      Object.fromEntries((await market(actor, here)).nodes.map(({ id, isOwned }: any) => [id, isOwned]));
    expect(await owned(buyer)).toEqual({ [bought!]: true, [other!]: false });
    expect(await owned(stranger)).toEqual({ [bought!]: false, [other!]: false });
    expect(await owned(seller)).toEqual({ [bought!]: null, [other!]: null });

    const withdraw = `mutation ($input: WithdrawListingsInput!) { withdrawListings(input: $input) { __typename } }`;
    await world.ask(seller, withdraw, { input: { listingIds: [bought] } });
    const anew = await listLead(world, seller, items[0].sales[0].leadId, { maxSales: 3 });
    await boardHas(world, buyer, [anew]);
    expect(await world.ask(buyer, ONE, { id: anew })).toEqual({ isOwned: true, status: 'LISTED' });
    expect(await world.ask(stranger, ONE, { id: anew })).toEqual({ isOwned: false, status: 'LISTED' });
  });

  test('costs a page two commands at most for 5 rows and for 50, and none where nobody has bought yet', async () => {
    const seller = await world.agency();
    const ids = await listLeads(world, seller, 50, { maxSales: 3 }, { channel: 'PROMOTION' });
    const here = { channels: ['PROMOTION'] };
    expect((await world.countCommands(() => market(buyer, here))).commands).toEqual([]);
    const rival = await world.business({ funds: '5000.00' });
    await buy(world, rival, { listingIds: ids });
    await until(async () => (await market(buyer, here)).nodes.every(({ sold }: any) => sold > 0));
    const five = await world.countCommands(() => market(rival, here, 5));
    const fifty = await world.countCommands(() => market(rival, here, 50));
    expect([five.result.nodes.length, fifty.result.nodes.length]).toEqual([5, 50]);
    expect(fifty.result.nodes.every(({ isOwned }: any) => isOwned)).toBe(true);
    expect(fifty.commands).toEqual(five.commands);
    expect(fifty.commands.length).toBeLessThanOrEqual(2);
  });
});

describe('sales and earnings', () => {
  const SALES = `query ($filter: SaleFilter) { sales(filter: $filter) { nodes { id leadId state gross { minor } refunded { minor } fee { minor } net { minor } feeBps
    buyer { id } agency { name } listing { id } niche { slug } } } }`;
  const EARNINGS = `{ earnings { held { minor } heldNet { minor } available { minor } refunded { minor } paidOut { minor } fees { minor } } }`;
  const ENTRIES = `{ earningEntries { nodes { kind held { minor } available { minor } fee { minor } sale { id leadId state } } } }`;

  test('each side sees its sales; fee and net are the agency’s matter', async () => {
    await boardHas(world, buyer, home);
    await buy(world, buyer, { listingIds: [home[0]!] });
    const bought = (await world.ask(buyer, SALES, { filter: { listingId: home[0] } })).nodes;
    const sold = (await world.ask(other, SALES, { filter: { listingId: home[0] } })).nodes;
    expect(bought).toMatchObject([{ gross: { minor: 20000 }, fee: null, net: null, feeBps: null }]);
    expect(sold).toMatchObject([
      { gross: { minor: 20000 }, fee: { minor: 3000 }, net: { minor: 17000 }, feeBps: 1500 },
    ]);
    expect((await world.ask(agency, SALES, { filter: { listingId: home[0] } })).nodes).toEqual([]);
    const foreign = await world.ask(agency, 'query ($id: ID!) { sale(id: $id) { id } }', { id: sold[0].id });
    expect(foreign).toBeNull();
  });

  test('held money is released when the window is over, once, and the agency can follow it to each lead', async () => {
    const seller = await world.agency();
    const [listingId] = await listLeads(world, seller, 1, { floor: '100.01' });
    await buy(world, buyer, { listingIds: [listingId] });
    expect(await world.ask(seller, EARNINGS)).toMatchObject({
      held: { minor: 10001 },
      heldNet: { minor: 8501 },
      available: { minor: 0 },
    });
    expect(await world.runJob('releaseSales')).toBe(0);
    await world.clock.move('7d');
    expect(await world.runJob('releaseSales')).toBeGreaterThan(0);
    expect(await world.runJob('releaseSales')).toBe(0);
    await world.clock.move('-7d');
    expect(await world.ask(seller, EARNINGS)).toEqual({
      held: { minor: 0 },
      heldNet: { minor: 0 },
      available: { minor: 8501 },
      refunded: { minor: 0 },
      paidOut: { minor: 0 },
      fees: { minor: 1500 },
    });
    const { nodes } = await world.ask(seller, ENTRIES);
    expect(nodes).toMatchObject([
      {
        kind: 'RELEASE',
        held: { minor: -10001 },
        available: { minor: 8501 },
        fee: { minor: 1500 },
        sale: { state: 'RELEASED' },
      },
      { kind: 'PURCHASE', held: { minor: 10001 }, available: { minor: 0 }, fee: { minor: 0 } },
    ]);
    expect(nodes[0].sale).toEqual(nodes[1].sale);
  });

  test('a movement of the wallet is followed to its sale', async () => {
    const own = await world.business({ funds: '150.00' });
    await buy(world, own, { listingIds: [motor[1]!] });
    const { nodes } = await world.ask(
      own,
      '{ walletEntries { nodes { kind amount { minor } sale { listing { id } } } } }',
    );
    expect(nodes[0]).toEqual({ kind: 'PURCHASE', amount: { minor: -10000 }, sale: { listing: { id: motor[1] } } });
    expect(nodes[1]).toMatchObject({ kind: 'CORRECTION', sale: null });
  });
});
