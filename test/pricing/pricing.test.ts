import { type EventTopics } from '../../server/modules/events';
import {
  agencyQuality,
  competitionAt,
  currentFactors,
  gradesOf,
  isQuoteLive,
  makeQuote,
  priceOf,
  readQuote,
  setSupplySource,
} from '../../server/modules/pricing';
import { handlers } from '../../server/modules/pricing/handlers';
import { Quotes, SupplyDays } from '../../server/modules/pricing/model';
import { readActs } from '../../server/platform/audit';
import { now } from '../../server/platform/clock';
import { newId } from '../../server/platform/ids';
import { type Actor, createWorld, type World } from '../kit/world';
import { until } from '../kit/until';

let world: World;
let admin: Actor;
let buyer: Actor;

beforeAll(async () => {
  world = await createWorld();
  admin = await world.admin();
  buyer = await world.business();
});

afterAll(() => world.close());

/** Hands a market event to pricing, as the outbox does. */
async function deliver<T extends 'sale.held' | 'dispute.decided' | 'search.foundNothing'>(
  topic: T,
  payload: EventTopics[T],
): Promise<void> {
  for (const handler of handlers) {
    if (handler.topic !== topic) continue;
    await handler.handle(payload as never, { id: newId('event'), topic, aggregate: 'x', at: now() } as never);
  }
}

const saleOf = (agencyId: string, more: Partial<EventTopics['sale.held']> = {}): EventTopics['sale.held'] => ({
  saleId: newId('sale'),
  listingId: 'listing_x',
  leadId: 'lead_x',
  buyerId: buyer.organisationId,
  agencyId,
  nicheId: 'niche_motor-insurance',
  regionId: 'region_KE-30-nairobi',
  grossMinor: '2000',
  currency: 'USD',
  heldAt: now().toISOString(),
  windowEndsAt: now().toISOString(),
  ...more,
});

const decisionOn = (
  sale: EventTopics['sale.held'],
  outcome: 'ACCEPTED' | 'REJECTED',
  refundedMinor = sale.grossMinor,
) => ({
  ...sale,
  disputeId: `dispute_${sale.saleId}`,
  kind: 'SALE',
  subjectId: sale.saleId,
  reason: 'BOT',
  outcome,
  refundedMinor,
  isLeadCondemned: false,
});

const facts = {
  nicheId: 'niche_motor-insurance',
  regionId: 'region_KE-30-nairobi',
  model: 'LEAD' as const,
  agencyId: null,
  temperature: 'HOT' as const,
  contactKind: 'INTERESTED' as const,
  isVerified: true,
  isExclusive: false,
  floorMinor: 0n,
};

describe('the price guide', () => {
  test('of a new market has a figure for every niche and model, own or from above, and the published factors', async () => {
    const guide = await world.ask(
      null,
      '{ priceGuide { version prices { niche { slug } model price { minor currency } from { slug } } factors { code value unit } countries { country value } otherCountries { value least most } } }',
    );
    const figure = (slug: string, model: string): unknown => {
      const entry = guide.prices.find((each: any) => each.niche.slug === slug && each.model === model);
      return [entry.price?.minor ?? null, entry.from?.slug ?? null];
    };
    expect(figure('motor-insurance', 'LEAD')).toEqual([2500, 'motor-insurance']);
    expect(figure('motor-insurance', 'CLICK')).toEqual([540, 'motor-insurance']);
    expect(figure('car-loan', 'LEAD')).toEqual([2500, 'loans']);
    expect(figure('degrees', 'CALL')).toEqual([3500, 'education']);
    expect(figure('finance', 'LEAD')).toEqual([4000, null]);
    expect(figure('apps', 'CALL')).toEqual([null, 'apps']);
    expect(guide.otherCountries).toEqual({ value: 4000, least: 500, most: 30_000 });
    expect(guide.countries).toContainEqual({ country: 'GB', value: 8700 });
    expect(guide.factors).toContainEqual({ code: 'CAPITAL_CITY', value: 14_000, unit: 'BPS' });
    expect(guide.version).toBe(1);
  });
});

const LINES =
  'query ($input: PriceLinesInput!) { priceLines(input: $input) { total { minor text } lines { code label factor amount { minor } } } }';

describe('what a lead would cost', () => {
  test('is shared with the platform: its fee and the rest, which only an agency is told', async () => {
    const shared =
      'query ($input: PriceLinesInput!) { priceLines(input: $input) { feeBps fee { minor } net { minor } } }';
    const input = { nicheId: facts.nicheId, regionId: facts.regionId, floor: { minor: 99_999, currency: 'USD' } };
    expect(await world.ask(await world.agency(), shared, { input })).toEqual({
      feeBps: 1500,
      fee: { minor: 14_999 },
      net: { minor: 85_000 },
    });
    expect(await world.ask(buyer, shared, { input })).toEqual({ feeBps: null, fee: null, net: null });
  });

  test('is shown with its reasons, which sum to it', async () => {
    const { total, lines } = await world.ask(buyer, LINES, {
      input: {
        nicheId: facts.nicheId,
        regionId: facts.regionId,
        temperature: 'HOT',
        isVerified: true,
        isExclusive: true,
        leads: 100,
      },
    });
    expect(lines.map(({ label, amount }: any) => [label, amount.minor])).toEqual([
      ['Motor insurance, per lead', 2500],
      ['Kenya: -60%', -1500],
      ['Capital city: +40%', 400],
      ['Hot lead: +50%', 700],
      ['Verified: +25%', 525],
      ['Exclusive: +120%', 3150],
      ['100 leads at once: -10%', -577],
    ]);
    expect(total).toEqual({ minor: 5198, text: '$51.98' });
  });

  test('of an unknown niche or region, or a model it is not sold by, is refused', async () => {
    const refusal = async (input: object): Promise<unknown> =>
      (await world.graphql(buyer, LINES, { input: { nicheId: facts.nicheId, regionId: facts.regionId, ...input } }))
        .errors?.[0]?.message;
    expect(await refusal({ nicheId: 'niche_x' })).toBe('There is no such niche.');
    expect(await refusal({ regionId: 'region_x' })).toBe('There is no such region.');
    expect(await refusal({ nicheId: 'niche_apps', model: 'CALL' })).toBe('This niche is not sold by that model.');
    expect(await refusal({ leads: 0 })).toMatch(/"leads" from 1/);
    expect(
      (await world.graphql(null, LINES, { input: { nicheId: 'a', regionId: 'b' } })).errors?.[0]?.extensions.code,
    ).toBe('UNAUTHENTICATED');
  });
});

const SET_PRICE =
  'mutation ($input: SetBasePriceInput!) { setBasePrice(input: $input) { __typename ... on SetBasePricePayload { basePrice { price { minor } from { slug } } } ... on UserError { message path } } }';
const SET_FACTOR =
  'mutation ($input: SetFactorInput!) { setFactor(input: $input) { __typename ... on SetFactorPayload { priceGuide { version } } ... on UserError { message path } } }';

describe('an admin edits the price guide', () => {
  test('a base price holds for the niche and those below it from now on, and is recorded', async () => {
    const before = priceOf({ ...facts, nicheId: 'niche_courses', listedAt: now() }, now()).total.minor;
    const input = {
      nicheId: 'niche_education',
      model: 'LEAD',
      price: { minor: 6000, currency: 'USD' },
      reason: 'Season',
    };
    expect(await world.ask(admin, SET_PRICE, { input })).toEqual({
      __typename: 'SetBasePricePayload',
      basePrice: { price: { minor: 6000 }, from: { slug: 'education' } },
    });
    expect(priceOf({ ...facts, nicheId: 'niche_courses', listedAt: now() }, now()).total.minor).toBe(before * 2n);
    expect((await readActs({ subject: 'niche_education:LEAD' }, 1))[0]).toMatchObject({
      before: { priceMinor: '3000' },
      after: { priceMinor: '6000' },
    });
  });

  test('a slip of the hand is refused and changes nothing', async () => {
    const refused = async (input: object): Promise<unknown[]> => {
      const answer = await world.ask(admin, SET_PRICE, { input: { nicheId: 'niche_taxi', model: 'LEAD', ...input } });
      return [answer.__typename, answer.path];
    };
    expect(await refused({ price: { minor: 0, currency: 'USD' } })).toEqual(['InvalidInput', ['price', 'minor']]);
    expect(await refused({ price: { minor: 100, currency: 'EUR' } })).toEqual(['InvalidInput', ['price', 'currency']]);
    expect(await refused({})).toEqual(['InvalidInput', ['price']]);
    expect(await refused({ nicheId: null, model: 'CALL' })).toEqual(['InvalidInput', ['price']]);
    expect(await refused({ nicheId: 'niche_x', price: { minor: 100, currency: 'USD' } })).toEqual(['NotFound', null]);
  });

  test('each setting makes a new version; one that makes no sense is refused', async () => {
    const { version } = currentFactors();
    const capital = await world.ask(admin, SET_FACTOR, { input: { factor: 'CAPITAL_CITY', value: 15_000 } });
    expect(capital).toMatchObject({ priceGuide: { version: version + 1 } });
    const kenya = await world.ask(admin, SET_FACTOR, { input: { factor: 'COUNTRY', country: 'KE', value: 5_000 } });
    expect(kenya).toMatchObject({ priceGuide: { version: version + 2 } });
    expect(currentFactors().countries.KE).toBe(5_000);
    const refused = async (input: object): Promise<unknown> => (await world.ask(admin, SET_FACTOR, { input })).path;
    expect(await refused({ factor: 'COLD', value: 12_000 })).toEqual(['value']);
    expect(await refused({ factor: 'COUNTRY', value: 5_000 })).toEqual(['country']);
    expect(await refused({ factor: 'HOT', country: 'KE', value: 15_000 })).toEqual(['country']);
    expect(currentFactors().version).toBe(version + 2);
  });

  test('a value that is there already is left, and nothing is recorded', async () => {
    const price = { nicheId: 'niche_taxi', model: 'LEAD', price: { minor: 4200, currency: 'USD' } };
    const kenya = { factor: 'COUNTRY', country: 'KE', value: 5_100 };
    const setBoth = async () => [
      await world.ask(admin, SET_PRICE, { input: price }),
      await world.ask(admin, SET_FACTOR, { input: kenya }),
    ];
    const recorded = async () => [
      await readActs({ subject: 'niche_taxi:LEAD' }, 9),
      await readActs({ subject: 'COUNTRY KE' }, 9),
    ];
    const first = await setBoth();
    const before = await recorded();
    expect(await setBoth()).toEqual(first);
    expect(await recorded()).toEqual(before);
  });

  test('two changes at the same moment never lose one: the second is told', async () => {
    const { version } = currentFactors();
    const answers = await Promise.all(
      [14_000, 14_100, 14_200].map((value) =>
        world.ask(admin, SET_FACTOR, { input: { factor: 'CAPITAL_CITY', value } }),
      ),
    );
    const done = answers.filter(({ __typename }: any) => __typename === 'SetFactorPayload').length;
    for (const { __typename } of answers) expect(['SetFactorPayload', 'Conflict', 'Busy']).toContain(__typename);
    expect(done).toBeGreaterThanOrEqual(1);
    expect(currentFactors().version).toBe(version + done);
  });

  test('only the platform may', async () => {
    const input = { factor: 'HOT', value: 16_000 };
    const answers = await Promise.all([null, buyer].map((actor) => world.graphql(actor, SET_FACTOR, { input })));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(['UNAUTHENTICATED', 'FORBIDDEN']);
  });
});

describe('an agency’s record', () => {
  test('starts at C and x1, falls with refunded sales, each counted once however often it is delivered', async () => {
    const agencyId = newId('org');
    expect(agencyQuality(agencyId)).toMatchObject({ grade: 'C', bps: 10_000, sales: 0 });
    const sales = Array.from({ length: 10 }, () => saleOf(agencyId));
    for (const sale of [...sales, ...sales]) await deliver('sale.held', sale);
    await until(() => agencyQuality(agencyId).sales === 10);
    const clean = agencyQuality(agencyId).bps;
    expect(clean).toBeGreaterThan(10_000);
    for (const sale of [...sales, ...sales]) await deliver('dispute.decided', decisionOn(sale, 'ACCEPTED'));
    await until(() => agencyQuality(agencyId).bps < 10_000);
    expect(agencyQuality(agencyId)).toMatchObject({ bps: 7_000, grade: 'E', sales: 10 });
    expect(gradesOf([agencyId, 'org_new'])).toEqual(
      new Map([
        [agencyId, 'E'],
        ['org_new', 'C'],
      ]),
    );
  });

  test('a rejected dispute costs nothing, half a refund counts half, and a later decision replaces the earlier', async () => {
    const agencyId = newId('org');
    const [rejected, halved] = [saleOf(agencyId), saleOf(agencyId)];
    for (const sale of [rejected, halved]) await deliver('sale.held', sale);
    await until(() => agencyQuality(agencyId).sales === 2);
    const clean = agencyQuality(agencyId).bps;
    await deliver('dispute.decided', decisionOn(rejected, 'REJECTED', '0'));
    await deliver('dispute.decided', decisionOn(halved, 'ACCEPTED', '1000'));
    await until(() => agencyQuality(agencyId).bps < clean);
    const half = agencyQuality(agencyId).bps;
    await deliver('dispute.decided', decisionOn(halved, 'ACCEPTED', '2000'));
    await until(() => agencyQuality(agencyId).bps < half);
    await deliver('dispute.decided', decisionOn(halved, 'REJECTED', '0'));
    await until(() => agencyQuality(agencyId).bps === clean);
  });

  test('a decision heard of before its sale is not lost', async () => {
    const agencyId = newId('org');
    const sale = saleOf(agencyId);
    await deliver('dispute.decided', decisionOn(sale, 'ACCEPTED'));
    await deliver('sale.held', sale);
    await until(() => agencyQuality(agencyId).sales === 1 && agencyQuality(agencyId).bps < 10_000);
  });
});

describe('competition', () => {
  afterEach(() => setSupplySource(null));

  const cell = { nicheId: 'niche_roofing', regionId: 'region_US-MO-st-louis' };
  const here = (): number => competitionAt(cell.nicheId, 'region_US-NY');

  test('is measured from sales and searches in vain against what is on offer, for the niche and those above it', async () => {
    expect(here()).toBe(10_000);
    for (let i = 0; i < 10; i++) await deliver('sale.held', saleOf('org_any', cell));
    for (let i = 0; i < 3; i++) {
      await deliver('search.foundNothing', { ...cell, buyerId: 'org_one' });
      await deliver('search.foundNothing', { ...cell, buyerId: 'org_two' });
    }
    setSupplySource((nicheId, countryId) => (nicheId === cell.nicheId && countryId === 'region_US' ? 4 : 0));
    expect(await world.runJob('pricing.measureCompetition')).toBeGreaterThan(0);
    // 12 wanted (a buyer's search counts once a day), 4 on offer: (12 + 20) / (4 + 20)
    await until(() => here() === 13_333);
    await until(() => competitionAt('niche_home-services', cell.regionId) === 16_000);
    expect(competitionAt(cell.nicheId, 'region_KE')).toBe(10_000);
    expect(await world.runJob('pricing.measureCompetition')).toBe(0);
    const { lines } = priceOf({ ...facts, ...cell, listedAt: now() }, now());
    expect(lines.find(({ code }) => code === 'COMPETITION')?.label).toBe('Demand here in the last 14 days: +33.33%');
  });

  test('what is on offer is the mean of the days, and what is older than 14 days is forgotten', async () => {
    setSupplySource((nicheId, countryId) => (nicheId === cell.nicheId && countryId === 'region_US' ? 104 : 0));
    await world.clock.move('1d');
    await world.runJob('pricing.measureCompetition');
    // 12 wanted, (4 + 104) / 2 on offer
    await until(() => here() === Math.max(6_000, Math.floor((32 * 10_000) / 74)));
    expect(await SupplyDays.countDocuments()).toBe(2);
    setSupplySource(() => 0);
    await world.clock.move('20d');
    await world.runJob('pricing.measureCompetition');
    await until(() => here() === 10_000);
  });

  test('nothing is measured before the market can count what is on offer', async () => {
    expect(await world.runJob('pricing.measureCompetition')).toBe(0);
  });
});

describe('a quote', () => {
  const one = { listingId: 'listing_1', leads: 1, priceMinor: 2000n, floorMinor: 0n };
  const viewer = (): { organisationId: string } => ({ organisationId: buyer.organisationId });

  test('is read back by its buyer as it was made, to the cent, and holds for 10 minutes', async () => {
    const made = await makeQuote(
      buyer.organisationId,
      [one, { ...one, listingId: 'listing_2', priceMinor: 2n ** 40n }],
      { mode: 'MASS', terms: '{"budget":5}' },
    );
    expect(await readQuote(viewer(), made._id)).toEqual(made);
    expect(made.totalMinor).toBe(2000n + 2n ** 40n);
    const ends = made.expiresAt.getTime();
    expect(ends - made.madeAt.getTime()).toBe(10 * 60_000);
    expect([isQuoteLive(made, new Date(ends - 1)), isQuoteLive(made, new Date(ends))]).toEqual([true, false]);
  });

  test('counts leads for the discount, and never takes a listing under its floor', async () => {
    const lot = { listingId: 'lot', leads: 24, priceMinor: 24_000n, floorMinor: 23_500n };
    const { items, lines, totalMinor } = await makeQuote(buyer.organisationId, [one, lot]);
    expect(items.map(({ chargedMinor }) => chargedMinor)).toEqual([1_900n, 23_500n]);
    expect(lines.map(({ code, amount }) => [code, amount.minor])).toEqual([
      ['LIST_PRICE', 26_000n],
      ['VOLUME', -600n],
    ]);
    expect(totalMinor).toBe(25_400n);
  });

  test('of another buyer, unknown, or changed in the database reads as not found', async () => {
    const { _id } = await makeQuote(buyer.organisationId, [one]);
    const refused = (organisationId: string, id: string): Promise<unknown> =>
      readQuote({ organisationId }, id).then(
        () => 'read',
        (error: Error) => error.name,
      );
    expect(await refused('org_other', _id)).toBe('NotFound');
    expect(await refused(buyer.organisationId, 'quote_x')).toBe('NotFound');
    const changes: object[] = [
      { 'items.0.chargedMinor': 1n },
      { 'items.0.listingId': 'listing_other' },
      { totalMinor: 1n },
      { expiresAt: new Date('2999-01-01') },
      { terms: 'other' },
      { signature: 'x' },
    ];
    for (const change of changes) {
      const quote = await makeQuote(buyer.organisationId, [one]);
      expect(await refused(buyer.organisationId, quote._id)).toBe('read');
      await Quotes.updateOne({ _id: quote._id }, { $set: change });
      expect([change, await refused(buyer.organisationId, quote._id)]).toEqual([change, 'NotFound']);
    }
    await Quotes.updateOne({ _id }, { $set: { buyerId: 'org_other' } });
    expect(await refused('org_other', _id)).toBe('NotFound');
  });

  test('of nothing, of a listing twice, or of more than 1,000 listings is refused', async () => {
    const many = Array.from({ length: 1_001 }, (_, index) => ({ ...one, listingId: `listing_${index}` }));
    for (const listings of [[], [one, one], many]) {
      await expect(makeQuote(buyer.organisationId, listings)).rejects.toMatchObject({ typename: 'InvalidInput' });
    }
  });
});
