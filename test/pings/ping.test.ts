import { act, apiKeyOf, colleague, rows } from '../accounts/flows';
import { usd } from '../kit/trading';
import { type Actor, createWorld, type World } from '../kit/world';
import { joins } from '../market/buying';
import { acceptedLead, anotherPhone, type Told } from '../leads/submitting';
import {
  bidOn,
  FACTS,
  person,
  ping,
  post,
  type Seller,
  sellerIn,
  sendTo,
  sha256,
  TERMS,
  WISH,
  wishNow,
  wishOf,
} from './pinging';

/** Buying wishes, and `POST /api/ping`: what is bid for a lead before its person is told. */

let world: World;
let seller: Seller;
let buyer: Actor;
beforeAll(async () => {
  world = await createWorld();
  seller = await sellerIn(world);
  buyer = await world.business({ funds: '1000.00' });
});
afterAll(() => world.close());

/** A niche of its own for each test, so that no other test's buyers bid. */
const alone = (niche: 'motor-insurance' | 'home-insurance' | 'life-insurance' | 'health-insurance') => ({
  nicheIds: [`niche_${niche}`],
  regionIds: ['region_KE'],
});

describe('a buying wish', () => {
  test('buys once the amount of a day was agreed to, and not before', async () => {
    const made = await act(world, buyer, 'makeBuyingWish', { terms: TERMS }, WISH);
    expect(made.buyingWish).toMatchObject({
      name: 'Motor, Kenya',
      state: 'PAUSED',
      isNamed: false,
      maxPrice: { minor: 50000 },
      dailyCount: 100,
      dailyBudget: { minor: 500000 },
      boughtToday: 0,
      spentToday: { minor: 0 },
      lastBoughtAt: null,
      filter: { niches: [{ slug: 'insurance' }], regions: [{ code: 'KE' }], temperatures: [], isExclusive: null },
    });
    const { id } = made.buyingWish;
    const wrong = await act(world, buyer, 'resumeBuyingWish', { id, agreedPerDay: usd('50.00') });
    expect(wrong).toMatchObject({ __typename: 'InvalidInput', path: ['agreedPerDay'] });
    expect(wrong.message).toContain('$5,000.00');
    const resumed = await act(world, buyer, 'resumeBuyingWish', { id, agreedPerDay: usd('5000.00') }, WISH);
    expect(resumed.buyingWish.state).toBe('ACTIVE');
    const other = { ...TERMS, dailyBudget: usd('600.00') };
    const changed = await act(world, buyer, 'changeBuyingWish', { id, terms: other }, WISH);
    expect(changed.buyingWish).toMatchObject({ state: 'PAUSED', dailyBudget: { minor: 60000 } });
    const agreed = { id, terms: other, agreedPerDay: usd('600.00') };
    expect((await act(world, buyer, 'changeBuyingWish', agreed, WISH)).buyingWish.state).toBe('ACTIVE');
    // What is so already is no act.
    for (const _time of [1, 2])
      expect((await act(world, buyer, 'pauseBuyingWish', { id }, WISH)).buyingWish.state).toBe('PAUSED');
    expect(await act(world, buyer, 'deleteBuyingWish', { id }, 'deletedId')).toMatchObject({ deletedId: id });
    expect(await wishNow(world, buyer, id)).toBeUndefined();
    const acts = await rows('audit').find({ subject: buyer.organisationId }).sort({ at: 1, _id: 1 }).toArray();
    expect(acts.map(({ act: name, after }) => [name, after?.state])).toEqual([
      ['makeBuyingWish', 'PAUSED'],
      ['resumeBuyingWish', 'ACTIVE'],
      ['changeBuyingWish', 'PAUSED'],
      ['changeBuyingWish', 'ACTIVE'],
      ['pauseBuyingWish', 'PAUSED'],
      ['deleteBuyingWish', undefined],
    ]);
  });

  test.each<[string, Told, string]>([
    ['no name', { name: ' ' }, 'terms.name'],
    ['a name that is too long', { name: 'x'.repeat(81) }, 'terms.name'],
    ['no niche', { filter: { regionIds: ['region_KE'] } }, 'terms.filter.nicheIds'],
    ['an unknown niche', { filter: { ...TERMS.filter, nicheIds: ['niche_none'] } }, 'terms.filter.nicheIds'],
    ['no region', { filter: { nicheIds: ['niche_insurance'] } }, 'terms.filter.regionIds'],
    ['an unknown region', { filter: { ...TERMS.filter, regionIds: ['region_ZZ'] } }, 'terms.filter.regionIds'],
    ['lots', { filter: { ...TERMS.filter, kind: 'LOT' } }, 'terms.filter.kind'],
    ['a second highest price', { filter: { ...TERMS.filter, priceMax: usd('5.00') } }, 'terms.filter.priceMax'],
    ['nothing to pay', { maxPrice: usd('0.00') }, 'terms.maxPrice'],
    ['another currency', { maxPrice: { minor: 100, currency: 'KES' } }, 'terms.maxPrice'],
    ['more than a hand means', { dailyBudget: usd('100000.01') }, 'terms.dailyBudget'],
    ['no leads a day', { dailyCount: 0 }, 'terms.dailyCount'],
    ['a budget under the price of one', { dailyBudget: usd('499.99') }, 'terms.dailyBudget'],
  ])('is refused with %s', async (_title, changes, path) => {
    const refused = await act(world, buyer, 'makeBuyingWish', { terms: { ...TERMS, ...changes } });
    expect([refused.__typename, refused.path?.join('.')]).toEqual(['InvalidInput', path]);
  });

  test('is one of its name, at most twenty, and its business’s own', async () => {
    const many = await world.business();
    const ids: string[] = [];
    for (let n = 0; n < 20; n++) ids.push(await wishOf(world, many));
    const full = await act(world, many, 'makeBuyingWish', { terms: TERMS });
    expect(full).toMatchObject({ __typename: 'Conflict', message: expect.stringContaining('20') });
    await act(world, many, 'deleteBuyingWish', { id: ids[0] });
    expect((await act(world, many, 'makeBuyingWish', { terms: TERMS })).__typename).toBe('MakeBuyingWishPayload');
    await act(world, many, 'deleteBuyingWish', { id: ids[1] });
    expect((await act(world, many, 'makeBuyingWish', { terms: TERMS })).__typename).toBe('Conflict');
    for (const id of [ids[2], 'wish_01jd00000000000000000000zz']) {
      const inputs: [string, object][] = [
        ['pauseBuyingWish', { id }],
        ['deleteBuyingWish', { id }],
        ['changeBuyingWish', { id, terms: { ...TERMS, name: 'Theirs' } }],
        ['resumeBuyingWish', { id, agreedPerDay: TERMS.dailyBudget }],
      ];
      for (const [mutation, input] of inputs)
        expect((await act(world, buyer, mutation, input)).__typename).toBe('NotFound');
    }
    for (const id of ids.slice(2)) await act(world, many, 'deleteBuyingWish', { id });
  });

  test('is no matter of agents', async () => {
    const agent = await colleague(world, buyer, 'AGENT');
    const { errors } = await world.graphql(agent, '{ buyingWishes { id } }');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a bid', () => {
  test('is the market’s price, with what the agency gets of it, and names the buyer only by its wish', async () => {
    const named = await world.business({ name: 'Simba Insurance', funds: '1000.00' });
    const wishes = [
      await wishOf(world, named, { filter: alone('motor-insurance'), isNamed: true }),
      await wishOf(world, buyer, { filter: alone('motor-insurance') }),
    ];
    const answer = await ping(world, seller, { maxSales: 2 });
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    const { minor } = await world
      .ask(seller.agency, 'query ($input: PriceLinesInput!) { priceLines(input: $input) { total { minor } } }', {
        input: {
          nicheId: 'niche_motor-insurance',
          regionId: (await nairobi()).id,
          temperature: 'HOT',
          contactKind: 'QUICK',
        },
      })
      .then(({ total }) => total);
    const fee = Math.floor(minor * 0.15);
    expect(answer.body).toEqual({
      pingId: expect.stringMatching(/^ping_[a-z0-9]+\.[\w-]{43}$/),
      expiresAt: expect.any(String),
      bid: {
        price: { minor, currency: 'USD', text: expect.any(String) },
        fee: { minor: fee, currency: 'USD', text: expect.any(String) },
        net: { minor: minor - fee, currency: 'USD', text: expect.any(String) },
        buyers: 2,
      },
      conditions: {
        isExclusive: false,
        maxSales: 2,
        windowHours: 168,
        buyers: expect.arrayContaining([{ name: 'Simba Insurance' }, { name: null }]),
      },
      reason: null,
      understood: {
        niche: 'motor-insurance',
        region: (await nairobi()).code,
        temperature: 'HOT',
        contactKind: 'QUICK',
        channel: 'SEARCH',
        type: 'NET',
        isVerified: false,
        answers: [],
        maxSales: 2,
      },
    });
    expect(answer.text).not.toContain(buyer.name);
    const standsMs = Date.parse(answer.body.expiresAt) - world.clock.now().getTime();
    expect(standsMs).toBeLessThanOrEqual(120_000);
    for (const [owner, id] of [
      [named, wishes[0]],
      [buyer, wishes[1]],
    ] as const)
      await act(world, owner, 'deleteBuyingWish', { id });
  });

  test.each<[string, Told, Told, string]>([
    ['nobody wants the niche', {}, { niche: 'car-loan' }, 'NO_BUYER'],
    ['nobody wants the country', {}, { country: 'GR', city: 'Athens' }, 'NO_BUYER'],
    ['nobody wants so cold a lead', { temperatures: ['HOT'] }, { temperature: 'COLD' }, 'NO_BUYER'],
    ['nobody wants the channel', { channels: ['REFERRAL'] }, {}, 'NO_BUYER'],
    ['nobody shares', { isExclusive: true }, { maxSales: 3 }, 'NO_BUYER'],
    ['only verified leads are wanted', { isVerified: true }, {}, 'NO_BUYER'],
    ['the floor is over the market’s price', {}, { floor: usd('400.00') }, 'FLOOR_TOO_HIGH'],
  ])('is none where %s', async (_title, filter, told, code) => {
    const id = await wishOf(world, buyer, { filter: { ...alone('home-insurance'), ...filter } });
    const { status, body } = await ping(world, seller, { niche: 'home-insurance', ...told });
    expect(status).toBe(200);
    expect(body).toMatchObject({ pingId: null, bid: null, reason: { code, message: expect.stringMatching(/\.$/) } });
    await act(world, buyer, 'deleteBuyingWish', { id });
    expect(body.conditions).toBeUndefined();
  });

  test('is none over the wish’s highest price, its limits of the day or the wallet, nor by one that is paused', async () => {
    const filter = alone('life-insurance');
    const told = { niche: 'life-insurance' };
    const codeOf = async () => (await ping(world, seller, told)).body.reason?.code ?? 'BID';
    const cheap = await wishOf(world, buyer, { filter, maxPrice: usd('0.01') });
    expect(await codeOf()).toBe('PRICE_TOO_HIGH');
    const poor = await world.business({ funds: '0.10' });
    await wishOf(world, poor, { filter });
    expect(await codeOf()).toBe('LIMITS_REACHED');
    const agreed = { terms: { ...TERMS, name: 'Life', filter }, agreedPerDay: TERMS.dailyBudget };
    await act(world, buyer, 'changeBuyingWish', { id: cheap, ...agreed });
    expect(await codeOf()).toBe('BID');
    await act(world, buyer, 'pauseBuyingWish', { id: cheap });
    expect(await codeOf()).toBe('LIMITS_REACHED');
  });

  test('is none for an agency by a business that shares a person with it', async () => {
    const [own, related] = [await sellerIn(world), await world.business({ funds: '1000.00' })];
    await joins(world, related, own.agency);
    const filter = alone('health-insurance');
    const id = await wishOf(world, related, { filter });
    expect((await ping(world, own, { niche: 'health-insurance' })).body.reason.code).toBe('NO_BUYER');
    expect((await ping(world, seller, { niche: 'health-insurance' })).body.bid.buyers).toBe(1);
    await act(world, related, 'deleteBuyingWish', { id });
  });

  test('costs three database commands, and one more where a person is asked about', async () => {
    const id = await wishOf(world, buyer, { filter: alone('home-insurance') });
    const told = { niche: 'home-insurance' };
    // The key's use is noted once a minute, and wallets are read once.
    await bidOn(world, seller, told);
    const bare = await world.countCommands(() => bidOn(world, seller, told));
    expect(bare.commands).toHaveLength(3);
    const asked = await world.countCommands(() =>
      bidOn(world, seller, { ...told, phoneSha256: sha256('+254712345678') }),
    );
    expect(asked.commands).toHaveLength(4);
    await act(world, buyer, 'deleteBuyingWish', { id });
  });
});

async function nairobi(): Promise<{ id: string; code: string }> {
  const { body } = await ping(world, seller);
  const row = await rows('pings').findOne({}, { sort: { at: -1 } });
  return { id: row!.regionId, code: body.understood.region };
}

describe('who the person is stays out of a ping', () => {
  const stored = () => rows('pings').countDocuments({});

  test.each([
    'name',
    'firstName',
    'last_name',
    'fullName',
    'phone',
    'phoneNumber',
    'mobile',
    'tel',
    'email',
    'e-mail',
    'emailAddress',
    'address',
    'street',
    'postcode',
    'zip',
    'dateOfBirth',
    'ip',
    'comment',
    'message',
    'consent',
    'contact',
    'whatsapp',
  ])('%s is refused, and nothing is kept', async (field) => {
    const before = await stored();
    const { status, body, text } = await ping(world, seller, { [field]: 'Amina Odhiambo' });
    expect([status, body.type, body.problems[0].path]).toEqual([422, 'urn:leadbourse:problem:personal-data', [field]]);
    expect(text).not.toContain('Amina');
    expect(await stored()).toBe(before);
  });

  test('an answer in words comes with the post', async () => {
    const answers = [{ key: 'vehicleMake', value: 'my brother Otieno' }];
    const { status, body } = await ping(world, seller, { answers });
    expect([status, body.problems[0].path[0]]).toEqual([422, 'answers']);
  });

  test('S16: the hash of a person meets the agency’s own posts and nobody else’s, and is not kept as it came', async () => {
    const id = await wishOf(world, buyer, { filter: alone('motor-insurance') });
    const phone = anotherPhone();
    const known = person({ phone });
    const phoneSha256 = sha256(phone.replaceAll(' ', ''));
    const rival = await sellerIn(world);
    await acceptedLead(world, rival.agency, { phone, name: known.name, email: known.email });
    const bid = await bidOn(world, seller, { phoneSha256 });
    expect((await post(world, seller, bid.pingId, known)).body).toMatchObject({
      outcome: 'DUPLICATE',
      lead: null,
      sale: null,
      unsold: { code: 'DUPLICATE' },
    });
    // It posted the person itself, so that it posted it is told; to others it is still nobody.
    expect((await ping(world, seller, { phoneSha256 })).body.reason.code).toBe('DUPLICATE');
    expect((await ping(world, rival, { phoneSha256 })).body.reason).toBeNull();
    expect((await ping(world, await sellerIn(world), { phoneSha256 })).body.reason).toBeNull();
    const kept = JSON.stringify([await rows('pings').find().toArray(), await rows('posted_people').find().toArray()]);
    expect(kept).not.toContain(phoneSha256);
    await act(world, buyer, 'deleteBuyingWish', { id });
  });
});

describe('what cannot be read is refused', () => {
  test.each<[string, () => string | Buffer | object, number, string]>([
    ['no body', () => '', 400, 'json-malformed'],
    ['half of a body', () => '{"niche": "motor', 400, 'json-malformed'],
    ['UTF-16', () => Buffer.from(JSON.stringify(FACTS), 'utf16le'), 400, 'json-malformed'],
    ['a body that is too large', () => ({ ...FACTS, city: 'x'.repeat(20_000) }), 413, 'body-too-large'],
    ['a list', () => [FACTS], 422, 'input-invalid'],
    ['null', () => 'null', 422, 'input-invalid'],
  ])('%s', async (_title, body, status, kind) => {
    const answer = await sendTo(world, '/api/ping', seller.secret, body());
    expect([answer.status, answer.body.type]).toEqual([status, `urn:leadbourse:problem:${kind}`]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  test('all wrong and unknown fields are told together', async () => {
    const { status, body } = await ping(world, seller, {
      niche: 'no-such-niche',
      country: 'XX',
      channel: 'TELEPATHY',
      maxSales: 6,
      floor: { minor: 1.5, currency: 'USD' },
      phoneSha256: '+254712345678',
      answers: 'none',
      isVerified: 'yes',
      bid: 5,
    });
    expect(status).toBe(422);
    expect(body.problems.map(({ path }: { path: string[] }) => path.join('.')).sort()).toEqual(
      ['niche', 'channel', 'maxSales', 'floor.minor', 'phoneSha256', 'answers', 'isVerified', 'bid'].sort(),
    );
  });

  test.each<[string, Told, string]>([
    ['a country that is none', { country: 'XX' }, 'country'],
    ['a city that is nowhere', { city: 'Atlantis' }, 'city'],
    ['a floor in another currency', { floor: { minor: 5, currency: 'KES' } }, 'floor.currency'],
    ['a floor under nothing', { floor: { minor: -5, currency: 'USD' } }, 'floor.minor'],
    ['a question that the niche does not ask', { answers: [{ key: 'none', value: 'x' }] }, 'answers.0.key'],
    ['an operator in place of text', { niche: { $ne: null } }, 'niche'],
  ])('%s', async (_title, told, path) => {
    const { status, body } = await ping(world, seller, told);
    expect([status, body.problems[0].path.join('.')]).toEqual([422, path]);
  });
});

describe('who may not', () => {
  test.each(['/api/ping', '/api/post'] as const)(
    '%s is opened by a key of its scope, of an approved agency',
    async (address) => {
      const { secret: other } = await apiKeyOf(world, seller.agency);
      const waiting = await apiKeyOf(world, await world.agency({ isApproved: false }), { scopes: ['PING_POST'] });
      const kinds: [string | null, number, string][] = [
        [null, 401, 'key-not-accepted'],
        ['lb_test_x', 401, 'key-not-accepted'],
        [seller.agency.accessToken, 401, 'key-not-accepted'],
        [other, 403, 'scope-missing'],
        [waiting.secret, 403, 'organisation-not-approved'],
      ];
      for (const [secret, status, kind] of kinds) {
        const answer = await sendTo(world, address, secret, FACTS);
        expect([answer.status, answer.body.type]).toEqual([status, `urn:leadbourse:problem:${kind}`]);
      }
      const answer = await world.http.get(address);
      expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
    },
  );

  test('whoever pings more than 600 times a minute is told when to come back', async () => {
    const { secret } = await apiKeyOf(world, seller.agency, { scopes: ['PING_POST'] });
    expect((await sendTo(world, '/api/ping', secret, FACTS)).status).toBe(200);
    await rows('rate_limits').updateMany({ key: { $regex: '^api:ping' } } as never, { $set: { points: 600 } });
    const { status, headers } = await sendTo(world, '/api/ping', secret, FACTS);
    expect([status, Number(headers['retry-after']) > 0]).toEqual([429, true]);
    await rows('rate_limits').deleteMany({ key: { $regex: '^api:ping' } } as never);
  });
});

test('an agency sees its own pings of the last 30 days with what became of them, page by page', async () => {
  const own = await sellerIn(world);
  const id = await wishOf(world, buyer, { filter: alone('home-insurance') });
  const { pingId } = await bidOn(world, own, { niche: 'home-insurance', floor: usd('0.50') });
  await ping(world, own, { niche: 'car-loan' });
  const READ = `query ($first: Int, $after: String) { pings(first: $first, after: $after) {
    nodes { niche { slug } region { name } bid { minor } floor { minor } buyerCount state why leadId soldCount }
    pageInfo { hasNextPage endCursor } } }`;
  const first = await world.ask(own.agency, READ, { first: 1 });
  expect(first.nodes).toEqual([
    expect.objectContaining({ state: 'NO_BID', bid: null, buyerCount: 0, why: 'No buyer wants such a lead now.' }),
  ]);
  const second = await world.ask(own.agency, READ, { first: 1, after: first.pageInfo.endCursor });
  expect(second).toMatchObject({
    nodes: [{ niche: { slug: 'home-insurance' }, state: 'OPEN', floor: { minor: 50 }, buyerCount: 1, why: null }],
    pageInfo: { hasNextPage: false },
  });
  const posted = await post(world, own, pingId);
  expect(posted.body).toMatchObject({ outcome: 'ACCEPTED', unsold: null });
  expect((await world.ask(own.agency, READ, { first: 2 })).nodes[1]).toMatchObject({
    state: 'SOLD',
    leadId: expect.stringMatching(/^lead_/),
    soldCount: 1,
  });
  expect((await world.ask(seller.agency, READ, { first: 50 })).nodes).not.toContainEqual(
    expect.objectContaining({ niche: { slug: 'home-insurance' }, state: 'SOLD' }),
  );
  await act(world, buyer, 'deleteBuyingWish', { id });
});
