import { usd } from '../kit/trading';
import { type Actor, clientKey, createWorld, logIn, type World } from '../kit/world';
import { act } from '../accounts/flows';
import { openDispute } from '../disputes/disputing';
import { acceptedLead } from '../leads/submitting';
import { boardHas, buy } from '../market/buying';
import { database } from '../../server/platform/database';
import { until } from '../kit/until';

let world: World;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());

const FIELDS = `id status kind sold maxSales isExclusive leadCount price { minor } floor { minor } priceLines { code amount { minor } } listedAt endsAt name`;
const LIST = `mutation ($input: ListLeadsInput!) { listLeads(input: $input) { __typename
  ... on ListLeadsPayload { listedCount hasMore lastLeadId listings { ${FIELDS} } refused { leadId reason message } } ... on UserError { message path } } }`;
const CREATE_LOT = `mutation ($input: CreateLotInput!) { createLot(input: $input) { __typename
  ... on CreateLotPayload { lot { ${FIELDS} } } ... on LeadsNotListable { refused { leadId reason } } ... on UserError { message path } } }`;
const change = (
  name: string,
  field: string,
) => `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename
  ... on ${name[0]!.toUpperCase()}${name.slice(1)}Payload { ${field} { ${FIELDS} } } ... on UserError { message path } } }`;
const WITHDRAW = change('withdrawListings', 'listings');
const REPRICE = change('repriceListings', 'listings');
const LIST_LOT = change('listLot', 'lot');
const MINE = `query ($filter: MyListingsFilter, $first: Int, $after: String) { myListings(filter: $filter, first: $first, after: $after) {
  nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`;

const terms = (own: object = {}) => ({ maxSales: 1, ...own });
const list = (actor: Actor, input: object) => world.ask(actor, LIST, { input });

async function leads(actor: Actor, count: number, told: Record<string, unknown> = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await acceptedLead(world, actor, told));
  return ids;
}

/** What `work` gives while the lead has no record of its contact and consent. */
async function withoutContact<T>(leadId: string, work: () => Promise<T>): Promise<T> {
  const contacts = database().collection<{ _id: string }>('lead_contacts');
  const kept = await contacts.findOneAndDelete({ _id: leadId });
  try {
    return await work();
  } finally {
    await contacts.insertOne(kept!);
  }
}

async function listedOne(own: object = {}): Promise<any> {
  const answer = await list(agency, { leadIds: await leads(agency, 1), terms: terms(own) });
  return answer.listings[0];
}

describe('a lead', () => {
  const ONES = `{ leads(first: 100) { nodes { id listing { status sold maxSales } } } }`;
  const standingOf = async (actor: Actor): Promise<Map<string, any>> => {
    const { nodes }: { nodes: { id: string; listing: unknown }[] } = await world.ask(actor, ONES);
    return new Map(nodes.map(({ id, listing }) => [id, listing]));
  };

  test('tells its agency how it stands on the market, and nobody else', async () => {
    const own = await world.agency();
    const [idle, listed, back] = await leads(own, 3);
    const { listings } = await list(own, { leadIds: [listed, back], terms: terms({ maxSales: 2 }) });
    const [, second] = listings;
    await world.ask(own, WITHDRAW, { input: { listingIds: [second.id] } });
    const standing = await standingOf(own);
    expect(standing.get(idle!)).toBeNull();
    expect(standing.get(listed!)).toEqual({ status: 'LISTED', sold: 0, maxSales: 2 });
    expect(standing.get(back!)).toEqual({ status: 'WITHDRAWN', sold: 0, maxSales: 2 });
    await list(own, { leadIds: [back], terms: terms() });
    expect((await standingOf(own)).get(back!)).toEqual({ status: 'LISTED', sold: 0, maxSales: 1 });
    const seen = await world.ask(await world.admin(), `query ($id: ID!) { lead(id: $id) { listing { status } } }`, {
      id: listed,
    });
    expect(seen).toEqual({ listing: null });
  });

  test('of a page stands on the market by one read, however many there are', async () => {
    const own = await world.agency();
    const commandsOf = async (): Promise<string[]> => (await world.countCommands(() => standingOf(own))).commands;
    await list(own, { leadIds: await leads(own, 2), terms: terms() });
    const few = await commandsOf();
    await list(own, { leadIds: await leads(own, 8), terms: terms() });
    expect(await commandsOf()).toEqual(few);
  });
});

describe('listLeads', () => {
  test('an accepted lead comes on sale with a price whose lines sum to it', async () => {
    const listing = await listedOne({ maxSales: 3 });
    expect(listing).toMatchObject({
      status: 'LISTED',
      kind: 'SINGLE',
      sold: 0,
      maxSales: 3,
      isExclusive: false,
      leadCount: 1,
    });
    const sum = listing.priceLines.reduce((total: number, line: any) => total + line.amount.minor, 0);
    expect(listing.price.minor).toBe(sum);
  });

  test('the price is never under the agency’s floor, which only the agency sees', async () => {
    const listing = await listedOne({ floor: usd('123.45') });
    expect(listing).toMatchObject({ price: { minor: 12345 }, floor: { minor: 12345 } });
    expect(listing.priceLines.at(-1).code).toBe('FLOOR');
    await boardHas(world, agency, [listing.id]);
    const buyer = await world.business();
    const seen = await world.ask(buyer, `query ($id: ID!) { listing(id: $id) { ${FIELDS} } }`, { id: listing.id });
    expect(seen).toMatchObject({ price: { minor: 12345 }, floor: null, name: null });
  });

  test('exclusive costs more than shared, for the same lead', async () => {
    const shared = await listedOne({ maxSales: 2 });
    const exclusive = await listedOne({ maxSales: 1 });
    expect(exclusive.price.minor).toBeGreaterThan(shared.price.minor);
    expect(exclusive.priceLines.map(({ code }: any) => code)).toContain('EXCLUSIVITY');
  });

  test('a lead that cannot be listed is told with its reason and stops no other', async () => {
    const [good, taken] = await leads(agency, 2);
    const stranger = (await leads(await world.agency(), 1))[0];
    await list(agency, { leadIds: [taken], terms: terms() });
    const answer = await list(agency, { leadIds: [taken, stranger, 'lead_unknown', good, good], terms: terms() });
    expect(answer).toMatchObject({ __typename: 'ListLeadsPayload', listedCount: 1 });
    const reasons = Object.fromEntries(answer.refused.map(({ leadId, reason }: any) => [leadId, reason]));
    expect(reasons).toEqual({ [taken!]: 'ALREADY_LISTED', [stranger!]: 'NOT_FOUND', lead_unknown: 'NOT_FOUND' });
    const [foreign, missing] = answer.refused.filter(({ reason }: any) => reason === 'NOT_FOUND');
    expect(foreign.message).toBe(missing.message);
  });

  test('a lead listed many times at once is listed once', async () => {
    const [leadId] = await leads(agency, 1);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => list(agency, { leadIds: [leadId], terms: terms() })),
    );
    expect(answers.reduce((sum, answer) => sum + answer.listedCount, 0)).toBe(1);
    const all = await world.ask(agency, MINE, { first: 100 });
    expect(all.nodes.length).toBeGreaterThan(0);
  });

  test('all accepted leads of a filter are listed at once, and none is left', async () => {
    const own = await world.agency();
    await leads(own, 3, { nicheId: 'niche_home-insurance' });
    await leads(own, 2);
    const filter = { nicheId: 'niche_home-insurance' };
    expect(await list(own, { filter, terms: terms() })).toMatchObject({ listedCount: 3, hasMore: false, refused: [] });
    expect(await list(own, { filter, terms: terms() })).toMatchObject({ listedCount: 0, hasMore: false });
    expect(await list(own, { filter: {}, terms: terms() })).toMatchObject({ listedCount: 2 });
  });

  test('a filter is listed in steps, each behind the one before, past leads that are refused', async () => {
    const own = await world.agency();
    const [first, second, third] = await leads(own, 3);
    const step = (afterLeadId: string | null) => list(own, { filter: {}, first: 1, afterLeadId, terms: terms() });
    const refused = await withoutContact(first!, () => step(null));
    expect(refused).toMatchObject({ listedCount: 0, hasMore: true, lastLeadId: first });
    expect(await step(first!)).toMatchObject({ listedCount: 1, hasMore: true, lastLeadId: second });
    expect(await step(second!)).toMatchObject({ listedCount: 1, hasMore: false, lastLeadId: third });
    expect(await step(third!)).toMatchObject({ listedCount: 0, hasMore: false, lastLeadId: null });
    expect(await list(own, { filter: {}, first: 1001, terms: terms() })).toMatchObject({ path: ['first'] });
  });

  test('a lead without a consent record is not listable (S41)', async () => {
    const [leadId] = await leads(agency, 1);
    const answer = await withoutContact(leadId!, () => list(agency, { leadIds: [leadId], terms: terms() }));
    expect(answer.refused).toMatchObject([{ leadId, reason: 'NO_CONSENT' }]);
  });

  test('an agency that is not approved lists nothing', async () => {
    const pending = await world.agency({ isApproved: false });
    const answer = await list(pending, { leadIds: ['lead_any'], terms: terms() });
    expect(answer.__typename).toBe('AgencyNotActive');
  });

  test.each([
    ['no places', { maxSales: 0 }, ['terms', 'maxSales']],
    ['too many places', { maxSales: 6 }, ['terms', 'maxSales']],
    ['a negative floor', { maxSales: 1, floor: { minor: -1, currency: 'USD' } }, ['terms', 'floor', 'minor']],
    ['another currency', { maxSales: 1, floor: { minor: 100, currency: 'KES' } }, ['terms', 'floor', 'currency']],
    ['an end in the past', { maxSales: 1, endsAt: '2020-01-01T00:00:00.000Z' }, ['terms', 'endsAt']],
    ['an end too far off', { maxSales: 1, endsAt: '2099-01-01T00:00:00.000Z' }, ['terms', 'endsAt']],
  ])('terms with %s are refused, naming the field', async (_title, given, path) => {
    const answer = await list(agency, { leadIds: ['lead_any'], terms: given });
    expect(answer).toMatchObject({ __typename: 'InvalidInput', path });
  });
});

describe('withdrawListings and repriceListings', () => {
  test('a withdrawn listing leaves the market, and its lead may be listed again', async () => {
    const leadIds = await leads(agency, 1);
    const listing = (await list(agency, { leadIds, terms: terms() })).listings[0];
    expect((await world.ask(agency, WITHDRAW, { input: { listingIds: [listing.id] } })).listings[0].status).toBe(
      'WITHDRAWN',
    );
    const again = await world.ask(agency, WITHDRAW, { input: { listingIds: [listing.id] } });
    expect(again.__typename).toBe('Conflict');
    const buyer = await world.business();
    const seen = () => world.ask(buyer, 'query ($id: ID!) { listing(id: $id) { id } }', { id: listing.id });
    await until(async () => (await seen()) === null);
    expect(await list(agency, { leadIds, terms: terms() })).toMatchObject({ listedCount: 1 });
  });

  test('a lead sold before comes back only with more places than have it, in the next place', async () => {
    const buyer = await world.business({ funds: '900.00' });
    const [leadId] = await leads(agency, 1);
    const first = (await list(agency, { leadIds: [leadId], terms: terms({ maxSales: 3 }) })).listings[0];
    await boardHas(world, agency, [first.id]);
    await buy(world, buyer, { listingIds: [first.id] });
    await world.ask(agency, WITHDRAW, { input: { listingIds: [first.id] } });
    const refused = await list(agency, { leadIds: [leadId], terms: terms({ maxSales: 1 }) });
    expect(refused.refused).toMatchObject([{ reason: 'SOLD_BEFORE' }]);
    const raised = await list(agency, { leadIds: [leadId], terms: terms({ maxSales: 4 }) });
    expect(raised.refused).toMatchObject([{ reason: 'PROMISED_FEWER' }]);
    const second = (await list(agency, { leadIds: [leadId], terms: terms({ maxSales: 2 }) })).listings[0];
    expect(second).toMatchObject({ sold: 1, maxSales: 2 });
    await boardHas(world, agency, [second.id]);
    const other = await world.business({ funds: '900.00' });
    const bought = await buy(world, other, { listingIds: [second.id] });
    expect(bought.items[0].sales[0].slot).toBe(2);
  });

  test('a new floor changes the price of all named or of none', async () => {
    const [one, other] = [await listedOne(), await listedOne()];
    const input = { listingIds: [one.id, other.id], floor: usd('300.00') };
    expect((await world.ask(agency, REPRICE, { input })).listings.map((l: any) => l.price.minor)).toEqual([
      30000, 30000,
    ]);
    await world.ask(agency, WITHDRAW, { input: { listingIds: [other.id] } });
    const refused = await world.ask(agency, REPRICE, { input: { ...input, floor: usd('400.00') } });
    expect(refused.__typename).toBe('Conflict');
    const kept = (await world.ask(agency, MINE, { first: 100 })).nodes.find(({ id }: any) => id === one.id);
    expect(kept.price.minor).toBe(30000);
  });

  test('another agency’s listing reads as a missing one', async () => {
    const listing = await listedOne();
    const other = await world.agency();
    for (const query of [WITHDRAW, REPRICE]) {
      const foreign = await world.ask(other, query, { input: { listingIds: [listing.id] } });
      const missing = await world.ask(other, query, { input: { listingIds: ['listing_unknown'] } });
      expect(foreign).toEqual(missing);
      expect(foreign.__typename).toBe('NotFound');
    }
  });
});

describe('lots', () => {
  test('like leads become a draft that holds them, then come on sale together', async () => {
    const leadIds = await leads(agency, 3);
    const { lot } = await world.ask(agency, CREATE_LOT, { input: { name: 'Motor, Nairobi', leadIds, terms: terms() } });
    expect(lot).toMatchObject({ kind: 'LOT', status: 'DRAFT', leadCount: 3, name: 'Motor, Nairobi', listedAt: null });
    const inside = '{ listing(id: "ID") { leads { id } } }'.replace('ID', lot.id);
    expect((await world.ask(agency, inside)).leads).toEqual(leadIds.map((id) => ({ id })));
    const held = await list(agency, { leadIds, terms: terms() });
    expect(new Set(held.refused.map(({ reason }: any) => reason))).toEqual(new Set(['ALREADY_LISTED']));
    expect((await world.ask(agency, LIST_LOT, { input: { lotId: lot.id } })).lot.status).toBe('LISTED');
    expect((await world.ask(await world.business(), inside)).leads).toBeNull();
    expect((await world.ask(agency, LIST_LOT, { input: { lotId: lot.id } })).__typename).toBe('Conflict');
  });

  test('all that is wrong with a lot is told together', async () => {
    const document = `mutation ($input: CreateLotInput!) { createLot(input: $input) { __typename
      ... on InvalidInput { problems { path } } } }`;
    const wrong = { maxSales: 9, floor: { minor: -1, currency: 'USD' }, endsAt: '2020-01-01T00:00:00.000Z' };
    const { problems } = await world.ask(agency, document, {
      input: { name: ' ', leadIds: ['lead_any'], terms: wrong },
    });
    expect(problems.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'name',
      'terms.maxSales',
      'terms.endsAt',
      'terms.floor.minor',
      'leadIds',
    ]);
  });

  test('leads that are not alike, or not to be sold, make no lot', async () => {
    const [one] = await leads(agency, 1);
    const [other] = await leads(agency, 1, { temperature: 'HOT' });
    const unlike = await world.ask(agency, CREATE_LOT, { input: { name: 'x', leadIds: [one, other], terms: terms() } });
    expect(unlike).toMatchObject({ __typename: 'InvalidInput', path: ['leadIds'] });
    const absent = await world.ask(agency, CREATE_LOT, {
      input: { name: 'x', leadIds: [one, 'lead_unknown'], terms: terms() },
    });
    expect(absent).toMatchObject({
      __typename: 'LeadsNotListable',
      refused: [{ leadId: 'lead_unknown', reason: 'NOT_FOUND' }],
    });
    const small = await world.ask(agency, CREATE_LOT, { input: { name: 'x', leadIds: [one], terms: terms() } });
    expect(small.__typename).toBe('InvalidInput');
    const [abroad] = await leads(agency, 1, { country: 'TZ', city: 'Dodoma', phone: '+255 754 310 447' });
    const apart = await world.ask(agency, CREATE_LOT, { input: { name: 'x', leadIds: [one, abroad], terms: terms() } });
    expect(apart).toMatchObject({ __typename: 'InvalidInput', path: ['leadIds'] });
    expect(apart.message).toContain('of one country');
  });

  test('each sale of a lot keeps its own lead’s place and channel, while the lot says what is true of all', async () => {
    const [capital] = await leads(agency, 1, { channel: 'SEARCH' });
    const [coast] = await leads(agency, 1, { city: 'Mombasa', channel: 'MESSENGER' });
    const input = { name: 'Mixed', leadIds: [capital, coast], terms: terms() };
    const { lot } = await world.ask(agency, CREATE_LOT, { input });
    await world.ask(agency, LIST_LOT, { input: { lotId: lot.id } });
    await boardHas(world, agency, [lot.id]);
    const buyer = await world.business({ funds: '900.00' });
    const said = `query ($id: ID!) { listing(id: $id) { channel region { name } } }`;
    expect(await world.ask(buyer, said, { id: lot.id })).toEqual({ channel: 'OTHER', region: { name: 'Kenya' } });
    const { items } = await buy(world, buyer, { lotId: lot.id });
    const sales: any = await database()
      .collection('sales')
      .find({ listingId: lot.id }, { sort: { number: 1 } })
      .toArray();
    expect(sales.map(({ regionId, channel }: any) => `${regionId} ${channel}`)).toEqual([
      'region_KE-30-nairobi SEARCH',
      'region_KE-28-mombasa MESSENGER',
    ]);
    const { dispute } = await openDispute(world, buyer, items[0].sales[0].id);
    expect(dispute.evidence[0].text).toMatch(/region Kenya; .*channel not told/);
  });
});

describe('a client key', () => {
  const sent = async (query: string, input: object) => {
    const key = { clientKey: clientKey() };
    const first = await world.ask(agency, query, { input: { ...input, ...key } });
    expect(await world.ask(agency, query, { input: { ...input, ...key } })).toEqual(first);
    return { first, key };
  };
  const other = async (query: string, input: object) =>
    expect((await world.ask(agency, query, { input })).__typename).toBe('Conflict');

  test('makes every change of listings safe to repeat, and takes no other input', async () => {
    const leadIds = await leads(agency, 2);
    const listed = await sent(LIST, { leadIds, terms: terms() });
    expect(listed.first).toMatchObject({ listedCount: 2, refused: [] });
    await other(LIST, { leadIds: [leadIds[0]], terms: terms(), ...listed.key });
    const listingIds = listed.first.listings.map(({ id }: any) => id);
    const repriced = await sent(REPRICE, { listingIds, floor: usd('77.00') });
    expect(repriced.first.listings).toMatchObject([{ price: { minor: 7700 } }, { price: { minor: 7700 } }]);
    await other(REPRICE, { listingIds, floor: usd('78.00'), ...repriced.key });
    const withdrawn = await sent(WITHDRAW, { listingIds });
    expect(withdrawn.first.listings).toMatchObject([{ status: 'WITHDRAWN' }, { status: 'WITHDRAWN' }]);
    await other(WITHDRAW, { listingIds: [listingIds[0]], ...withdrawn.key });
    const made = await sent(CREATE_LOT, { name: 'Twice', leadIds, terms: terms() });
    expect(made.first.lot.status).toBe('DRAFT');
    await other(CREATE_LOT, { name: 'Thrice', leadIds, terms: terms(), ...made.key });
    const lot = await sent(LIST_LOT, { lotId: made.first.lot.id });
    expect(lot.first.lot.status).toBe('LISTED');
    await other(LIST_LOT, { lotId: 'listing_other', ...lot.key });
  });

  test('sent many times at once lists once, beside others that list the same leads', async () => {
    const leadIds = await leads(agency, 3);
    const input = { leadIds, terms: terms(), clientKey: clientKey() };
    const [bare, ...keyed] = await Promise.all([
      list(agency, { leadIds: leadIds.slice(0, 1), terms: terms() }),
      ...Array.from({ length: 6 }, () => list(agency, input)),
    ]);
    for (const answer of keyed) expect(answer).toEqual(keyed[0]);
    expect(bare.listedCount + keyed[0].listedCount).toBe(3);
  });
});

describe('myListings', () => {
  test('shows the agency its own listings only, newest first, page by page and by status', async () => {
    const own = await world.agency();
    const answer = await list(own, { leadIds: await leads(own, 3), terms: terms() });
    const ids = answer.listings.map(({ id }: any) => id);
    await world.ask(own, WITHDRAW, { input: { listingIds: [ids[0]] } });
    const first = await world.ask(own, MINE, { first: 2 });
    const rest = await world.ask(own, MINE, { first: 2, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes].map(({ id }: any) => id).sort()).toEqual([...ids].sort());
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const withdrawn = await world.ask(own, MINE, { filter: { statuses: ['WITHDRAWN'] } });
    expect(withdrawn.nodes.map(({ id }: any) => id)).toEqual([ids[0]]);
  });
});

describe('what is not on sale', () => {
  const UNLISTED = `query ($filter: LeadFilter, $first: Int, $after: String) {
    unlistedLeads(filter: $filter, first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const COUNT = 'query ($filter: LeadFilter) { unlistedLeadCount(filter: $filter) { count hasMore } }';

  test('is told page by page, the longest waiting first, and counted', async () => {
    const own = await world.agency();
    const [first, listed, third, back] = await leads(own, 4);
    await leads(own, 1, { temperature: 'COLD' });
    const { listings } = await list(own, { leadIds: [listed, back], terms: terms() });
    await world.ask(own, WITHDRAW, { input: { listingIds: [listings[1].id] } });
    const filter = { temperature: 'WARM' };
    const one = await world.ask(own, UNLISTED, { filter, first: 2 });
    expect(one).toMatchObject({ nodes: [{ id: first }, { id: third }], pageInfo: { hasNextPage: true } });
    const two = await world.ask(own, UNLISTED, { filter, first: 2, after: one.pageInfo.endCursor });
    expect(two).toMatchObject({ nodes: [{ id: back }], pageInfo: { hasNextPage: false } });
    expect(await world.ask(own, COUNT, { filter })).toEqual({ count: 3, hasMore: false });
    expect(await world.ask(own, COUNT)).toEqual({ count: 4, hasMore: false });
    expect(await world.ask(await world.agency(), COUNT)).toEqual({ count: 0, hasMore: false });
  });

  test('and what is, is counted by status; a single listing leads to its lead', async () => {
    const own = await world.agency();
    const leadIds = await leads(own, 3);
    const { listings } = await list(own, { leadIds, terms: terms() });
    await world.ask(own, WITHDRAW, { input: { listingIds: [listings[0].id] } });
    const tally: any[] = await world.ask(own, '{ listingTally { status total { count hasMore } } }');
    expect(Object.fromEntries(tally.map(({ status, total }) => [status, total.count]))).toEqual({
      DRAFT: 0,
      LISTED: 2,
      SOLD_OUT: 0,
      WITHDRAWN: 1,
      EXPIRED: 0,
    });
    const { nodes }: { nodes: any[] } = await world.ask(own, '{ myListings { nodes { lead { id } } } }');
    expect(new Set(nodes.map(({ lead }) => lead.id))).toEqual(new Set(leadIds));
  });
});

describe('time', () => {
  test('a lead a day older is cheaper, and its listing ends by itself', async () => {
    const own = await world.agency();
    const answer = await list(own, { leadIds: await leads(own, 2), terms: terms() });
    const [fresh] = answer.listings;
    await world.clock.move('25h');
    await world.runJob('repriceListings');
    const later = await logIn(world, own);
    const aged = (await world.ask(later, MINE)).nodes.find(({ id }: any) => id === fresh.id);
    expect(aged.price.minor).toBeLessThan(fresh.price.minor);
    expect(aged.priceLines.map(({ code }: any) => code)).toContain('AGE');
    expect(await world.runJob('repriceListings')).toBe(0);
    const held = await leads(later, 2);
    const draft = await world.ask(later, CREATE_LOT, { input: { name: 'Left alone', leadIds: held, terms: terms() } });
    await world.clock.move('30d');
    await world.runJob('expireListings');
    const ended = await world.ask(await logIn(world, own), MINE, { filter: { statuses: ['EXPIRED'] } });
    expect(ended.nodes).toHaveLength(3);
    expect(ended.nodes.map(({ id }: any) => id)).toContain(draft.lot.id);
    // A draft that came to its end lets its leads go; it was never on sale, so they are new.
    const again = await list(await logIn(world, own), { leadIds: held, terms: terms() });
    expect(again.listings.map(({ priceLines }: any) => priceLines.some(({ code }: any) => code === 'AGE'))).toEqual([
      false,
      false,
    ]);
    await world.clock.move('-31d');
    await world.clock.move('-1h');
  });

  test('leads that were on sale before are as old in a lot, and in a new listing, as they were', async () => {
    const own = await world.agency();
    const [one, other] = await leads(own, 2);
    const { listings } = await list(own, { leadIds: [one], terms: terms() });
    await world.clock.move('8d');
    const later = await logIn(world, own);
    await world.ask(later, WITHDRAW, { input: { listingIds: [listings[0].id] } });
    const input = { name: 'Old and new', leadIds: [one, other], terms: terms() };
    const { lot } = await world.ask(later, CREATE_LOT, { input });
    const listed = (await world.ask(later, LIST_LOT, { input: { lotId: lot.id } })).lot;
    expect(listed.listedAt).toBe(listings[0].listedAt);
    expect(listed.price.minor).toBeLessThan(listings[0].price.minor);
    await boardHas(world, later, [lot.id]);
    const market = 'query ($filter: MarketFilter) { market(filter: $filter, first: 100) { nodes { id } } }';
    const found = await world.ask(await world.business(), market, { filter: { kind: 'LOT', maxAgeHours: 24 } });
    expect(found.nodes.map(({ id }: any) => id)).not.toContain(lot.id);
    await world.ask(later, WITHDRAW, { input: { listingIds: [lot.id] } });
    const single = (await list(later, { leadIds: [one], terms: terms() })).listings[0];
    expect(single.listedAt).toBe(listings[0].listedAt);
    await world.clock.move('-8d');
  });

  test('news of a suspension that comes after its end takes nothing off', async () => {
    const own = await world.agency();
    const { listings } = await list(own, { leadIds: await leads(own, 1), terms: terms() });
    await world.settle();
    const { organisationId } = own;
    const admin = await world.admin();
    await act(world, admin, 'suspendOrganisation', { organisationId, reason: 'A mistake of ours' });
    await act(world, admin, 'reinstateOrganisation', { organisationId, reason: 'It was a mistake' });
    await world.settle();
    expect((await world.ask(own, MINE)).nodes).toMatchObject([{ id: listings[0].id, status: 'LISTED' }]);
  });

  test('a withdrawn lead, and a suspended agency, leave the market', async () => {
    const own = await world.agency();
    const [gone, kept] = await leads(own, 2);
    await list(own, { leadIds: [gone, kept], terms: terms() });
    await act(world, own, 'withdrawLead', { leadId: gone, reason: 'The person asked us to' });
    await world.settle();
    const statuses = async () => (await world.ask(own, MINE)).nodes.map(({ status }: any) => status).sort();
    expect(await statuses()).toEqual(['LISTED', 'WITHDRAWN']);
    const { organisationId } = own;
    await act(world, await world.admin(), 'suspendOrganisation', { organisationId, reason: 'Test' });
    await world.settle();
    expect(await statuses()).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  });
});
