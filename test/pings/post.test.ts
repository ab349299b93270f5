import { openWallet } from '../../server/modules/ledger';
import { whoHasPerson } from '../../server/modules/ownLists';
import { isDrawn } from '../../server/modules/ownLists/drawn';
import { database } from '../../server/platform/database';
import { act, rows } from '../accounts/flows';
import { usd } from '../kit/trading';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { fund, joins, wallet } from '../market/buying';
import { ripe, strangers, upload } from '../market/ownLists';
import { acceptedLead, anotherPhone, consentGiven, type Told } from '../leads/submitting';
import { earningsOf, tellLedger } from '../stories/tell';
import {
  bidOn,
  pauseAll,
  person,
  ping,
  post,
  postUntilTaken,
  type Seller,
  sellerIn,
  sha256,
  wishNow,
  wishOf,
} from './pinging';

/** `POST /api/post`: the lead of a ping is sold at its bid, once, and through all checks. */

let world: World;
let seller: Seller;
let buyer: Actor;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

beforeEach(async () => {
  seller = await sellerIn(world);
  buyer = await world.business({ name: 'Simba Insurance', funds: '500.00' });
});
afterEach(() => pauseAll(world));

const own = () => ({ agencyId: seller.agency.organisationId });
const leads = () => rows('leads').countDocuments(own());
const sales = () => rows('sales').find(own()).toArray();

const PRICE = 'query ($input: PriceLinesInput!) { priceLines(input: $input) { total { minor } } }';

describe('the story of a lead that is sold as it comes in', () => {
  test('ping, bid, post: the buyer has the card, the agency the hold, and after a week the money', async () => {
    const id = await wishOf(world, buyer);
    const bid = await bidOn(world, seller);
    const price = bid.bid.price.minor;
    const told = person({ comment: 'Please call me after work', email: `post.${process.pid}@gmial.com` });
    const answer = await post(world, seller, bid.pingId, told);
    expect([answer.status, answer.headers['cache-control']]).toEqual([201, 'no-store']);
    expect(answer.body).toMatchObject({
      outcome: 'ACCEPTED',
      lead: { state: 'ACCEPTED', temperature: 'HOT', contactKind: 'QUICK', channel: 'SEARCH' },
      reasons: [],
      notes: [{ code: 'EMAIL_TYPO' }],
      emailMeant: `post.${process.pid}@gmail.com`,
      sale: { buyers: 1, sales: [{ price: { minor: price, currency: 'USD' } }] },
      unsold: null,
    });
    await world.settle();
    const saleId = answer.body.sale.sales[0].id;
    const sale = await world.ask(
      buyer,
      `query ($id: ID!) { sale(id: $id) { state wishId slot maxSales gross { minor } listing { status sold price { minor } priceLines { label } } card { contact { name phone } } } }`,
      { id: saleId },
    );
    expect(sale).toMatchObject({
      state: 'HELD',
      wishId: id,
      slot: 1,
      maxSales: 1,
      gross: { minor: price },
      listing: { status: 'SOLD_OUT', sold: 1, price: { minor: price } },
      card: { contact: { name: told.name, phone: String(told.phone).replaceAll(' ', '') } },
    });
    expect(
      await world.ask(buyer, 'query ($id: ID!) { sales(filter: { wishId: $id }) { nodes { id } } }', { id }),
    ).toEqual({
      nodes: [{ id: saleId }],
    });
    expect(await wishNow(world, buyer, id)).toMatchObject({ boughtToday: 1, spentToday: { minor: price } });
    const theirs = await world.ask(seller.agency, 'query ($id: ID!) { sale(id: $id) { wishId } }', { id: saleId });
    expect(theirs.wishId).toBeNull();

    await world.clock.move('8d');
    [seller.agency, buyer] = [await logIn(world, seller.agency), await logIn(world, buyer)];
    expect(await world.runJob('releaseSales')).toBe(1);
    const [text, net, fee] = [price, price - Math.floor(price * 0.15), Math.floor(price * 0.15)].map((minor) =>
      (minor / 100).toFixed(2),
    );
    const table = await tellLedger(
      { agency: seller.agency, buyer },
      { sale: { saleId, leadId: '', grossMinor: price } },
    );
    const cells = table
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s{2,}/));
    expect(cells).toEqual([
      ['entry', 'adjustment:market', 'wallet:buyer', 'hold:agency', 'payable:agency', 'revenue:fees'],
      ['funds', '-500.00', '500.00'],
      ['pur:sale', `-${text}`, text],
      ['rel:sale', `-${text}`, net, fee],
      ['=', '-500.00', (500 - price / 100).toFixed(2), '0.00', net, fee],
    ]);
    expect(await earningsOf(world, seller.agency)).toMatchObject({ held: { minor: 0 }, refunded: { minor: 0 } });
  });

  test('a shared lead goes to as many as bid, each at the same price; what is left may be put on sale', async () => {
    const second = await world.business({ funds: '500.00' });
    await wishOf(world, buyer);
    await wishOf(world, second);
    const bid = await bidOn(world, seller, { maxSales: 3 });
    expect(bid.bid.buyers).toBe(2);
    const { body } = await post(world, seller, bid.pingId);
    expect(body.sale).toMatchObject({ buyers: 2, sales: [{ price: bid.bid.price }, { price: bid.bid.price }] });
    for (const one of [buyer, second])
      expect(await wallet(world, one)).toEqual({ available: 50000 - bid.bid.price.minor, held: bid.bid.price.minor });
    const listed = await act(
      world,
      seller.agency,
      'listLeads',
      { leadIds: [body.lead.id], terms: { maxSales: 3 } },
      'listings { sold maxSales } refused { reason }',
    );
    expect(listed).toMatchObject({ listings: [{ sold: 2, maxSales: 3 }], refused: [] });
  });
});

describe('whose turn it is', () => {
  test('who waited longest for a lead gets the next one, whatever each would pay at most', async () => {
    const buyers = [buyer, await world.business({ funds: '500.00' }), await world.business({ funds: '500.00' })];
    for (const [place, one] of buyers.entries()) await wishOf(world, one, { maxPrice: usd(`${300 + place}.00`) });
    const got: string[] = [];
    for (let n = 0; n < 6; n++) {
      const { body } = await post(world, seller, (await bidOn(world, seller)).pingId);
      const sale = await rows('sales').findOne({ _id: body.sale.sales[0].id });
      got.push(sale!.buyerId);
      await world.clock.move('1s');
    }
    const order = buyers.map(({ organisationId }) => organisationId);
    expect(got).toEqual([...order, ...order]);
  });
});

describe('a post is done once', () => {
  test('a repeat is answered the same, also after the two minutes; another lead under it is a conflict', async () => {
    await wishOf(world, buyer);
    const { pingId, bid } = await bidOn(world, seller);
    const lead = person();
    const first = await post(world, seller, pingId, lead);
    const again = await post(world, seller, pingId, lead);
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([200, 'true']);
    expect(again.body).toEqual(first.body);
    await world.clock.move('5m');
    expect((await post(world, seller, pingId, lead)).body).toEqual(first.body);
    const other = await post(world, seller, pingId, person());
    expect([other.status, JSON.stringify(other.body)]).toEqual([
      409,
      expect.stringContaining('ping again for this one'),
    ]);
    expect(JSON.stringify(other.body)).not.toMatch(/client key/);
    expect(await wallet(world, buyer)).toEqual({ available: 50000 - bid.price.minor, held: bid.price.minor });
  });

  test('50 equal posts at once are one lead and one sale', async () => {
    const id = await wishOf(world, buyer);
    const { pingId, bid } = await bidOn(world, seller);
    const lead = person();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(world, seller, pingId, lead)));
    expect(new Set(answers.map(({ body }) => body.sale?.sales[0].id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true);
    expect(await sales()).toHaveLength(1);
    expect(await leads()).toBe(1);
    expect(await wishNow(world, buyer, id)).toMatchObject({ boughtToday: 1, spentToday: { minor: bid.price.minor } });
  });

  test('a post that was cut off before its sale is gone on with when it is sent again', async () => {
    await wishOf(world, buyer);
    const { pingId, bid } = await bidOn(world, seller);
    const lead = person();
    await post(world, seller, pingId, lead);
    // As it stood when the lead was in and the sale was not: all that the second step wrote is taken back.
    const [sale] = await sales();
    await rows('sales').deleteMany(own());
    await rows('listings').deleteMany(own());
    await rows('journal').deleteOne({ _id: `pur:${sale!._id}` });
    await rows('outbox').deleteMany({ aggregate: sale!._id });
    await rows('wallets').updateOne(
      { organisationId: buyer.organisationId },
      {
        $inc: { availableMinor: BigInt(bid.price.minor) },
      },
    );
    await rows('buying_wishes').updateMany(
      { buyerId: buyer.organisationId },
      {
        $set: { 'today.count': 0, 'today.spentMinor': 0n },
      },
    );
    await rows('pings').updateMany(own(), { $set: { state: 'POSTED', result: null } });
    await world.clock.move('3m');
    const again = await post(world, seller, pingId, lead);
    expect(again.body.sale).toMatchObject({ buyers: 1, sales: [{ id: sale!._id }] });
    expect(await wallet(world, buyer)).toEqual({ available: 50000 - bid.price.minor, held: bid.price.minor });
  });
});

test('a post that was cut off and comes again after ten minutes is not sold: the lead is the agency’s', async () => {
  await wishOf(world, buyer);
  const { pingId } = await bidOn(world, seller);
  await rows('pings').updateOne(own(), { $set: { state: 'POSTED', postedAt: new Date() } });
  await world.clock.move('10m');
  const { body } = await post(world, seller, pingId);
  expect(body).toMatchObject({ outcome: 'ACCEPTED', sale: null, unsold: { code: 'TOO_LATE' } });
  expect(await sales()).toEqual([]);
});

describe('a bid stands for two minutes', () => {
  test('a post a moment before their end is sold, one at their end is not and leaves nothing', async () => {
    await wishOf(world, buyer);
    const [kept, lapsed] = [await bidOn(world, seller), await bidOn(world, seller)];
    const left = Date.parse(kept.expiresAt) - world.clock.now().getTime();
    await world.clock.move(`${Math.floor(left / 1000) - 60}s`);
    expect((await post(world, seller, kept.pingId)).body.sale.buyers).toBe(1);
    await world.clock.move('61s');
    const before = await leads();
    const answer = await post(world, seller, lapsed.pingId);
    expect([answer.status, answer.body.type]).toEqual([410, 'urn:leadbourse:problem:ping-lapsed']);
    expect(await leads()).toBe(before);
    const { nodes } = await world.ask(seller.agency, '{ pings { nodes { state } } }');
    expect(nodes.map(({ state }: { state: string }) => state)).toEqual(['LAPSED', 'SOLD']);
  });

  test.each<[string, (id: string) => string | number | null, number]>([
    ['is changed in one letter', (id) => id.slice(0, -1) + (id.endsWith('A') ? 'B' : 'A'), 404],
    ['has no signature', (id) => id.split('.')[0]!, 404],
    ['was made up', () => 'ping_01jd00000000000000000000zz.x', 404],
    ['holds an operator', () => '{"$ne":null}', 404],
    ['is left out', () => null, 422],
    ['is a number', () => 5, 422],
    ['is far too long', () => 'x'.repeat(5000), 422],
  ])('a ping id that %s', async (_title, change, status) => {
    await wishOf(world, buyer);
    const { pingId } = await bidOn(world, seller);
    const answer = await post(world, seller, change(pingId) as string);
    expect(answer.status).toBe(status);
    expect(await leads()).toBe(0);
  });

  test('another agency’s ping, one without a bid and one whose row was altered read as none', async () => {
    await wishOf(world, buyer);
    const rival = await sellerIn(world);
    const { pingId } = await bidOn(world, seller);
    expect((await post(world, rival, pingId)).status).toBe(404);
    await ping(world, seller, { niche: 'car-loan' });
    const none = await rows('pings').findOne({ ...own(), state: 'NO_BID' });
    expect((await post(world, seller, `${none!._id}.${pingId.split('.')[1]}`)).status).toBe(404);
    await rows('pings').updateOne({ ...own(), state: 'OPEN' }, { $set: { 'bid.priceMinor': 99999n } });
    expect((await post(world, seller, pingId)).status).toBe(404);
    expect(await leads()).toBe(0);
  });
});

describe('the lead is what was pinged', () => {
  test.each<[string, Told, Told, string]>([
    ['niche', {}, { niche: 'home-insurance' }, 'niche'],
    ['place', {}, { city: 'Mombasa' }, 'region'],
    ['country', {}, { country: 'GR', city: 'Athens', phone: '+30 210 331 8907' }, 'region'],
    ['country alone', {}, { country: 'GR', city: null, phone: '+30 210 331 8907' }, 'region'],
    ['temperature', {}, { temperature: 'COLD' }, 'temperature'],
    ['contact kind that is not borne out', { contactKind: 'INTERESTED' }, {}, 'contactKind'],
    ['channel', {}, { channel: 'REFERRAL' }, 'channel'],
    ['phone', { phoneSha256: sha256('+254712345678') }, {}, 'phone'],
    ['e-mail', { emailSha256: sha256('amina@example.com') }, {}, 'email'],
    ['missing phone', { phoneSha256: sha256('+254712345678') }, { phone: null }, 'phone'],
  ])(
    'another %s is told, and nothing is stored; the right lead is sold by the same ping',
    async (_title, told, lead, path) => {
      await wishOf(world, buyer);
      const { pingId } = await bidOn(world, seller, told);
      const { status, body } = await post(world, seller, pingId, person(lead));
      expect([status, body.type]).toEqual([422, 'urn:leadbourse:problem:lead-differs']);
      expect(body.problems.map((problem: { path: string[] }) => problem.path.join('.'))).toContain(path);
      expect(await leads()).toBe(0);
      expect(await wallet(world, buyer)).toEqual({ available: 50000, held: 0 });
      if (Object.keys(told).length > 0) return;
      expect((await post(world, seller, pingId)).body.sale.buyers).toBe(1);
    },
  );

  test('with the phone and the e-mail whose hashes were pinged, answered as it was said; that it is verified is nobody’s to say', async () => {
    await wishOf(world, buyer, { filter: { nicheIds: ['niche_insurance'], regionIds: ['region_KE'] } });
    const phone = anotherPhone();
    const hashes = {
      phoneSha256: sha256(phone.replaceAll(' ', '')).toUpperCase(),
      emailSha256: sha256('amina.o@mail-of-odhiambo.co.ke'),
    };
    const answers = [{ key: 'cover', value: 'Comprehensive' }];
    const { pingId, understood } = await bidOn(world, seller, { ...hashes, answers, isVerified: true });
    const lead = person({
      phone,
      email: 'Amina.O@mail-of-odhiambo.co.ke',
      consent: consentGiven({ method: 'DOUBLE_OPT_IN' }),
    });
    const other = await post(world, seller, pingId, { ...lead, answers: [{ key: 'cover', value: 'Third party' }] });
    expect(other.body.problems).toMatchObject([{ path: ['answers.cover'] }]);
    expect(understood).toMatchObject({ isVerified: false, answers: [{ key: 'cover' }] });
    const { body } = await post(world, seller, pingId, { ...lead, answers });
    expect(body).toMatchObject({ outcome: 'ACCEPTED', lead: { isVerified: false }, sale: { buyers: 1 } });
  });

  test('what is wrong with the lead itself is told by its fields', async () => {
    await wishOf(world, buyer);
    const { pingId } = await bidOn(world, seller);
    const { status, body } = await post(world, seller, pingId, { ...person(), consent: undefined, price: 5 });
    expect([status, body.type]).toEqual([422, 'urn:leadbourse:problem:input-invalid']);
    expect(body.problems.map(({ path }: { path: string[] }) => path[0]).sort()).toEqual(['consent', 'price']);
  });
});

describe('what the checks refuse is not sold', () => {
  test.each<[string, Told, string]>([
    ['refused', { phone: '+254 12', email: null }, 'REJECTED'],
    ['in quarantine', { email: 'not an address' }, 'QUARANTINED'],
  ])('a lead that is %s', async (_title, told, code) => {
    await wishOf(world, buyer);
    const { pingId } = await bidOn(world, seller);
    const { body } = await post(world, seller, pingId, person(told));
    expect(body).toMatchObject({ outcome: code, sale: null, unsold: { code } });
    expect(body.reasons.length).toBeGreaterThan(0);
    expect(await wallet(world, buyer)).toEqual({ available: 50000, held: 0 });
  });

  test('and a corrected one is taken under the same ping, once, while the bid stands', async () => {
    await wishOf(world, buyer);
    const { pingId } = await bidOn(world, seller);
    const right = person();
    const wrong = { ...right, phone: '+254 12', email: null };
    for (let send = 0; send < 2; send += 1)
      expect((await post(world, seller, pingId, wrong)).body.unsold).toMatchObject({ code: 'REJECTED' });
    const { body } = await post(world, seller, pingId, right);
    expect(body).toMatchObject({ outcome: 'ACCEPTED', sale: { buyers: 1 } });
    expect((await post(world, seller, pingId, right)).body.sale).toEqual(body.sale);
    expect((await post(world, seller, pingId, person())).status).toBe(409);
    const late = await bidOn(world, seller);
    await post(world, seller, late.pingId, wrong);
    await world.clock.move('3m');
    expect((await post(world, seller, late.pingId, person())).status).toBe(409);
    expect(await sales()).toHaveLength(1);
  });

  test('a person who is known', async () => {
    await wishOf(world, buyer);
    const known = person();
    const { name, phone, email } = known;
    const leadId = await acceptedLead(world, seller.agency, { name, phone, email });
    const { pingId } = await bidOn(world, seller);
    const { body } = await post(world, seller, pingId, known);
    expect(body).toMatchObject({
      outcome: 'DUPLICATE',
      lead: { id: leadId },
      sale: null,
      unsold: { code: 'DUPLICATE' },
    });
  });
});

describe('a buyer who cannot any more', () => {
  const gone = { sale: null, unsold: { code: 'BUYERS_GONE' }, outcome: 'ACCEPTED' };

  test.each<[string, (id: string) => Promise<unknown>]>([
    [
      'whose money is gone',
      () => rows('wallets').updateOne({ organisationId: buyer.organisationId }, { $set: { availableMinor: 1n } }),
    ],
    ['who paused', (id) => act(world, buyer, 'pauseBuyingWish', { id })],
    [
      'who paused at another server',
      (id) => rows('buying_wishes').updateOne({ _id: id }, { $set: { state: 'PAUSED' }, $inc: { version: 1 } }),
    ],
    ['who deleted the wish', (id) => act(world, buyer, 'deleteBuyingWish', { id })],
    ['who joined the agency', () => joins(world, buyer, seller.agency)],
  ])('%s: the next in turn buys at the bid, and without one the lead is the agency’s', async (title, go) => {
    const next = await world.business({ funds: '500.00' });
    const id = await wishOf(world, buyer);
    const [first, second] = [await bidOn(world, seller), await bidOn(world, seller)];
    await go(id);
    const lead = await post(world, seller, first.pingId);
    expect(lead.body).toMatchObject({ ...gone, lead: { state: 'ACCEPTED' } });
    expect(await rows('listings').countDocuments(own())).toBe(0);
    await wishOf(world, next);
    const { body } = await post(world, seller, second.pingId);
    expect(body.sale).toMatchObject({ buyers: 1, sales: [{ price: second.bid.price }] });
    expect((await wallet(world, next)).held).toBe(second.bid.price.minor);
    expect((await sales()).map(({ buyerId }) => buyerId)).toEqual([next.organisationId]);
    // The test took the money out by hand: it is put back for the books.
    if (title.includes('money'))
      await rows('wallets').updateOne(
        { organisationId: buyer.organisationId },
        {
          $set: { availableMinor: 50000n },
        },
      );
  });

  test('a wish buys up to its number and its money of a day, and the next day again', async () => {
    const id = await wishOf(world, buyer, { dailyCount: 2 });
    const pings = [await bidOn(world, seller), await bidOn(world, seller), await bidOn(world, seller)];
    const codes: unknown[] = [];
    for (const { pingId } of pings) codes.push((await post(world, seller, pingId)).body.unsold?.code ?? 'SOLD');
    expect(codes).toEqual(['SOLD', 'SOLD', 'BUYERS_GONE']);
    expect((await ping(world, seller)).body.reason.code).toBe('LIMITS_REACHED');
    await world.clock.move('1d');
    buyer = await logIn(world, buyer);
    expect((await wishNow(world, buyer, id)).boughtToday).toBe(0);
    expect((await post(world, seller, (await bidOn(world, seller)).pingId)).body.sale.buyers).toBe(1);
    expect((await wishNow(world, buyer, id)).boughtToday).toBe(1);
  });

  test('a person whom the buyer bought before, as another lead, is sold to the next', async () => {
    const phone = anotherPhone();
    const next = await world.business({ funds: '500.00' });
    await wishOf(world, buyer);
    expect((await post(world, seller, (await bidOn(world, seller)).pingId, person({ phone }))).body.sale.buyers).toBe(
      1,
    );
    // The first lead no longer stands for its person, as after 90 days, and was bought within them.
    await rows('lead_contacts').updateMany(own(), { $set: { isStanding: false } });
    const again = await bidOn(world, seller);
    await wishOf(world, next);
    const { body } = await post(world, seller, again.pingId, person({ phone }));
    expect(body).toMatchObject({ outcome: 'ACCEPTED', sale: { buyers: 1 } });
    expect((await wallet(world, next)).held).toBeGreaterThan(0);
  });

  test('a person on the buyer’s own list is sold to the next, and nobody is told', async () => {
    const phone = anotherPhone();
    await upload(world, buyer, [sha256(phone.replaceAll(' ', '')), ...strangers(100)]);
    buyer = await ripe(world, buyer);
    seller = { ...seller, agency: await logIn(world, seller.agency) };
    const next = await world.business({ funds: '500.00' });
    await wishOf(world, buyer);
    const offer = await bidOn(world, seller);
    await wishOf(world, next);
    const { body } = await post(world, seller, offer.pingId, person({ phone }));
    expect(body).toMatchObject({ outcome: 'ACCEPTED', sale: { buyers: 1 } });
    expect((await sales()).map(({ buyerId }) => buyerId)).toEqual([next.organisationId]);
    expect(await rows('own_list_answers').countDocuments({ organisationId: buyer.organisationId })).toBe(0);
  });
});

test('who tests by posts whether people are on a buyer’s list gets a few answers a day, and staff sees it', async () => {
  const phones = Array.from({ length: 7 }, () => anotherPhone());
  await upload(world, buyer, [...phones.map((phone) => sha256(phone.replaceAll(' ', ''))), ...strangers(100)]);
  buyer = await ripe(world, buyer);
  seller = { ...seller, agency: await logIn(world, seller.agency) };
  await wishOf(world, buyer, { isNamed: true });
  const offers: { pingId: string }[] = [];
  for (let n = 0; n < 7; n += 1) offers.push(await bidOn(world, seller));
  const tried = async (n: number, phone: string) => {
    const { body } = await post(world, seller, offers[n]!.pingId, person({ phone }));
    return [body.outcome, body.unsold?.code ?? 'SOLD'];
  };
  for (let n = 0; n < 5; n += 1) expect(await tried(n, phones[n]!)).toEqual(['ACCEPTED', 'BUYERS_GONE']);
  // From here on a stranger to the buyer is answered as a customer of it is, and nothing is bid.
  expect(await tried(5, anotherPhone())).toEqual(['ACCEPTED', 'BUYERS_GONE']);
  expect(await tried(6, phones[6]!)).toEqual(['ACCEPTED', 'BUYERS_GONE']);
  expect(await rows('known_passes').countDocuments(own())).toBe(5);
  expect((await ping(world, seller)).body).toMatchObject({ bid: null, reason: { code: 'NO_BUYER' } });
  const other = await sellerIn(world);
  await bidOn(world, other);
  expect(
    await rows('audit').find({ subject: seller.agency.organisationId, act: 'limitKnownPosts' }).toArray(),
  ).toMatchObject([{ actor: 'system', after: { buyerId: buyer.organisationId, passes: 5 } }]);
  await world.clock.move('1d');
  seller = { ...seller, agency: await logIn(world, seller.agency) };
  buyer = await logIn(world, buyer);
  await bidOn(world, seller);
});

test('one lead in so many is answered by lot as if its person were on the list', async () => {
  await upload(world, buyer, strangers(100));
  buyer = await ripe(world, buyer);
  const ids = Array.from({ length: 400 }, (_, n) => `lead_lot_${n}`);
  const drawn = ids.filter((id) => isDrawn(buyer.organisationId, id));
  const without = await world.business();
  const asked = [buyer.organisationId, without.organisationId];
  expect([...(await whoHasPerson(asked, drawn[0]!))]).toEqual([buyer.organisationId]);
  expect(
    (
      await whoHasPerson(
        asked,
        ids.find((id) => !drawn.includes(id))!,
      )
    ).size,
  ).toBe(0);
});

describe('races', () => {
  test('two bids for one buyer’s last money: one is sold, the other lead is the agency’s, and nothing is overdrawn', async () => {
    const poor = await world.business();
    await wishOf(world, poor);
    const price = (await pricedAt()).minor;
    await fundExactly(poor, price);
    const bids = [await bidOn(world, seller), await bidOn(world, seller)];
    const answers = await Promise.all(bids.map(({ pingId }) => post(world, seller, pingId)));
    expect(answers.map(({ body }) => body.unsold?.code ?? 'SOLD').sort()).toEqual(['BUYERS_GONE', 'SOLD']);
    expect(await wallet(world, poor)).toEqual({ available: 0, held: price });
  });

  test('20 posts at once against a limit of 5 a day: 5 are sold', async () => {
    const id = await wishOf(world, buyer, { dailyCount: 5 });
    const bids: any[] = [];
    for (let n = 0; n < 20; n++) bids.push(await bidOn(world, seller));
    const answers = await Promise.all(bids.map(({ pingId }) => postUntilTaken(world, seller, pingId, person())));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect(answers.filter(({ body }) => body.sale !== null)).toHaveLength(5);
    expect(await wishNow(world, buyer, id)).toMatchObject({ boughtToday: 5 });
  });
});

test('the database refuses a day over the limits that it was bought under, whatever guard was forgotten', async () => {
  const id = await wishOf(world, buyer, { dailyCount: 1 });
  await post(world, seller, (await bidOn(world, seller)).pingId);
  const wishes = database().collection<{ _id: string }>('buying_wishes');
  for (const over of [{ 'today.count': 1 }, { 'today.spentMinor': 1_000_000n }])
    await expect(wishes.updateOne({ _id: id }, { $inc: over })).rejects.toMatchObject({ code: 121 });
});

test('a post costs few database commands', async () => {
  await wishOf(world, buyer);
  await post(world, seller, (await bidOn(world, seller)).pingId);
  const { pingId } = await bidOn(world, seller);
  const { commands } = await world.countCommands(() => post(world, seller, pingId));
  expect(commands.length).toBeLessThanOrEqual(44);
});

async function pricedAt(): Promise<{ minor: number }> {
  const row = await rows('pings').findOne(own());
  if (!row) await ping(world, seller);
  const { regionId } = (await rows('pings').findOne(own()))!;
  const input = {
    nicheId: 'niche_motor-insurance',
    regionId,
    temperature: 'HOT',
    contactKind: 'QUICK',
    isExclusive: true,
  };
  return (await world.ask(seller.agency, PRICE, { input })).total;
}

async function fundExactly(one: Actor, minor: number): Promise<void> {
  await openWallet(one.organisationId, 'USD');
  await fund(one, (minor / 100).toFixed(2));
}
