import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { replay } from '../../server/modules/clicks';
import { act, rows } from '../accounts/flows';
import { usd } from '../kit/trading';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { createLink, follow, judge, kenyan, PHONE, startCampaign, takeAgency } from './clicking';

/** The version of the rules that is in force. */
let mockVersion = 2;
jest.mock('../../server/modules/clicks/judge/rules', () => ({
  ...jest.requireActual('../../server/modules/clicks/judge/rules'),
  get RULES_VERSION() {
    return mockVersion;
  },
}));

/** S52: the rules of a version, applied to the raw clicks, give the bill to the cent, whatever happened meanwhile. */

let world: World;
let business: Actor;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  world.app.express.set('trust proxy', 1);
  business = await world.business({ funds: '3000.00' });
  agency = await world.agency();
});
afterAll(() => world.close());

const ALWAYS = { from: new Date(0), to: new Date('9999-12-31'), rulesVersion: null };

const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('visit' as const),
      visitor: fc.nat(15),
      agent: fc.constantFrom(PHONE, PHONE, '', 'curl/8.5.0'),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'judge' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move' as const), span: fc.constantFrom('7m', '5h', '26h') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      day: fc.integer({ min: 6, max: 40 }),
      most: fc.integer({ min: 1, max: 5 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'crowd' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('newRules' as const), version: fc.constantFrom(2, 4, 5) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('late' as const), sinceSeconds: fc.integer({ min: 10, max: 90 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'pause' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'bill' as const }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

test('after random histories of visits, changed terms and prices, pauses, days and rules the replay is the bill', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40 }), async (steps) => {
      [business, agency] = [await logIn(world, business), await logIn(world, agency)];
      const campaign = await startCampaign(world, business, { dayBudget: usd('20.00') });
      await takeAgency(world, business, agency, campaign.id);
      const code = await createLink(world, agency, { campaignId: campaign.id });
      mockVersion = 1;
      for (const each of steps) await take(each, campaign, code);
      await judge(world);
      const wrong = [];
      for await (const judged of replay({ ...ALWAYS, campaignId: campaign.id })) {
        if (judged.differences.length > 0 || judged.billedMinor !== judged.foundMinor) wrong.push(judged);
      }
      expect(wrong).toEqual([]);
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

async function take(each: Step, campaign: any, code: string): Promise<void> {
  if (each.kind === 'visit') await follow(world, code, { address: kenyan(each.visitor), agent: each.agent });
  if (each.kind === 'judge') await judge(world);
  if (each.kind === 'newRules') mockVersion = Math.max(mockVersion, each.version);
  if (each.kind === 'crowd') await crowd(code, 12);
  if (each.kind === 'late') await comeLate(campaign.id, each.sinceSeconds);
  if (each.kind === 'bill')
    for (const job of ['clicks.close', 'clicks.release', 'campaigns.reprice', 'campaigns.setFree'])
      await world.runJob(job);
  if (each.kind === 'pause') {
    const pause = 'mutation ($input: PauseCampaignInput!) { pauseCampaign(input: $input) { __typename } }';
    await world.ask(business, pause, { input: { id: campaign.id } });
  }
  if (each.kind === 'change') await change(each, campaign);
  if (each.kind === 'move') {
    await world.clock.move(each.span);
    [business, agency] = [await logIn(world, business), await logIn(world, agency)];
  }
}

/** So many at once by one network, each with a browser of its own. */
async function crowd(code: string, count: number): Promise<void> {
  for (let place = 0; place < count; place++)
    await follow(world, code, { address: '41.90.250.9', agent: `${PHONE} ${place}` });
}

const UNJUDGED = { verdict: 'PENDING', priceMinor: 0, seq: null, batchId: null, judgedAt: null };

/** Another process stores what came to it a while ago, beside visits that are judged: one each two seconds since then. */
async function comeLate(campaignId: string, sinceSeconds: number): Promise<void> {
  const [last] = await rows('clicks').find({ campaignId, isHead: false }).sort({ at: -1 }).limit(1).toArray();
  if (!last) return;
  const came = Array.from({ length: Math.ceil(sinceSeconds / 2) }, (_, place) => ({
    ...{ ...last, ...UNJUDGED },
    _id: `${last._id}-late-${sinceSeconds}-${place}-${randomUUID()}`,
    at: new Date(last.at.getTime() + 1000 * (2 * place - sinceSeconds)),
    visitor: `late ${place % 9}`,
  }));
  await rows('clicks').insertMany(came);
}

test('a crowd of one network is billed by version 1 and not by version 2, and each bill stays that of its rules', async () => {
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
  const campaign = await startCampaign(world, business, { name: 'Crowded' });
  await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  for (mockVersion = 1; mockVersion <= 2; mockVersion++) {
    await crowd(code, 14);
    await judge(world);
    await world.clock.move('25h');
    [business, agency] = [await logIn(world, business), await logIn(world, agency)];
    await world.runJob('campaigns.setAside');
  }
  mockVersion = 2;
  const told = async (rulesVersion: number | null) => {
    const bills = [];
    for await (const { madeBy, billedMinor, foundMinor, differences } of replay({
      ...{ ...ALWAYS, campaignId: campaign.id },
      rulesVersion,
    }))
      bills.push([madeBy, billedMinor === foundMinor, differences.length]);
    return bills;
  };
  expect(await told(null)).toEqual([
    [1, true, 0],
    [2, true, 0],
  ]);
  // By the other's rules each would be another bill.
  expect(await told(2)).toEqual([
    [1, false, 4],
    [2, true, 0],
  ]);
  expect(await told(1)).toEqual([
    [1, true, 0],
    [2, false, 4],
  ]);
});

test('a version that is named goes on from what it billed itself, and only at the beginning from what was billed', async () => {
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
  const campaign = await startCampaign(world, business, { name: 'Again and again', dayBudget: usd('100.00') });
  const price = await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  mockVersion = 4;
  await follow(world, code, { address: '41.90.250.9' });
  await judge(world);
  const [stored] = await rows('clicks').find({ campaignId: campaign.id }).toArray();
  for (let times = 1; times <= 4; times++) {
    const { _id, at, ...click } = stored!;
    await rows('clicks').insertMany(
      Array.from({ length: 14 }, (_, place) => ({
        ...{ ...click, ...UNJUDGED },
        _id: `${_id}-${times}-${place}`,
        at: new Date(at.getTime() + times * 120_000 + place * 10),
        visitor: `visitor ${place}`,
        agent: `${PHONE} ${place}`,
      })),
    );
    await judge(world);
  }
  const told = async (rulesVersion: number, from = ALWAYS.from) => {
    const bills = [];
    const span = { ...ALWAYS, from, rulesVersion, campaignId: campaign.id };
    for await (const { foundMinor, isOwn, goesOn } of replay(span))
      bills.push([Number(foundMinor) / price, isOwn, goesOn]);
    return bills;
  };
  // Version 1 bills each of the fourteen once.
  expect(await told(1)).toEqual([1, 14, 0, 0, 0].map((billed) => [billed, false, false]));
  expect(await told(4)).toEqual([1, 10, 0, 0, 0].map((billed) => [billed, true, false]));
  // From the second crowd on ten of them were billed before.
  const third = await rows('click_judgements').findOne({ campaignId: campaign.id, seq: 3 });
  expect(await told(1, third!.at)).toEqual([
    [4, false, true],
    [0, false, false],
    [0, false, false],
  ]);
});

test('a crowd that is judged in two parts is found what it is found in one', async () => {
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
  const campaign = await startCampaign(world, business, { name: 'Behind', dayBudget: usd('500.00') });
  await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  await follow(world, code, { address: '41.90.250.9' });
  await judge(world);
  const [stored] = await rows('clicks').find({ campaignId: campaign.id }).toArray();
  const { _id, at, ...click } = stored!;
  // One part judges a thousand: eleven of the sixty visitors are in the first.
  const waiting = Array.from({ length: 1049 }, (_, place) => ({
    ...{ ...click, ...UNJUDGED },
    _id: `${_id}-${place}`,
    at: new Date(at.getTime() + (place < 989 ? 1 : (place - 988) * 500)),
    visitor: `visitor ${place}`,
    agent: `${PHONE} ${place}`,
    isHead: place < 989,
  }));
  await rows('clicks').insertMany(waiting);
  await judge(world);
  // The forty of a minute.
  expect(await rows('clicks').countDocuments({ campaignId: campaign.id, verdict: 'VALID' })).toBe(40);
  const judged = [];
  for await (const { clicks, differences } of replay({ ...ALWAYS, campaignId: campaign.id }))
    judged.push([clicks, differences]);
  expect(judged).toEqual([
    [1, []],
    [1000, []],
    [49, []],
  ]);
});

test('visits that are stored late, in two parts, are judged with those between the parts that were judged before', async () => {
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
  const campaign = await startCampaign(world, business, { name: 'Late', dayBudget: usd('500.00') });
  await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  await follow(world, code, { address: '41.90.250.9' });
  await judge(world);
  const [stored] = await rows('clicks').find({ campaignId: campaign.id }).toArray();
  const { _id, at, ...click } = stored!;
  const come = (name: string, count: number, ofPlace: (place: number) => { atMs: number; isHead?: boolean }) =>
    rows('clicks').insertMany(
      Array.from({ length: count }, (_, place) => {
        const { atMs, isHead = false } = ofPlace(place);
        const own = { _id: `${_id}-${name}-${place}`, at: new Date(at.getTime() + atMs), visitor: `${name} ${place}` };
        return { ...click, ...UNJUDGED, ...own, isHead };
      }),
    );
  await come('early', 15, (place) => ({ atMs: 90_000 + place * 1000 }));
  await judge(world);
  // A part is a thousand: the fifteen people of one network and browser are in the second.
  await come('late', 1015, (place) =>
    place < 1000 ? { atMs: 80_000 + place, isHead: true } : { atMs: 105_000 + (place - 1000) * 1000 },
  );
  await judge(world);
  const ofMinute = { campaignId: campaign.id, _id: { $ne: _id } };
  // The twenty of a minute.
  expect(await rows('clicks').countDocuments({ ...ofMinute, verdict: 'VALID' })).toBe(20);
  expect(await rows('clicks').countDocuments({ ...ofMinute, verdict: 'BURST' })).toBe(10);
  const judged = [];
  for await (const { clicks, differences } of replay({ ...ALWAYS, campaignId: campaign.id }))
    judged.push([clicks, differences]);
  expect(judged).toEqual([
    [1, []],
    [15, []],
    [1000, []],
    [15, []],
  ]);
});

test('of one network no more is billed of a day than the rules let, judgement after judgement, and worked out anew', async () => {
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
  const campaign = await startCampaign(world, business, {
    name: 'One machine',
    maxPrice: usd('0.50'),
    dayBudget: usd('300.00'),
  });
  await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  mockVersion = 4;
  await follow(world, code, { address: '41.90.250.9' });
  await judge(world);
  const [stored] = await rows('clicks').find({ campaignId: campaign.id }).toArray();
  const { _id, at, ...click } = stored!;
  // From noon in Nairobi, the day before: a browser after another, under all limits of minutes.
  const noon = Math.floor(at.getTime() / 86_400_000) * 86_400_000 - 15 * 3_600_000;
  for (const [from, to] of [
    [0, 200],
    [200, 330],
  ] as const) {
    const waiting = Array.from({ length: to - from }, (_, place) => ({
      ...{ ...click, ...UNJUDGED },
      _id: `${_id}-${from + place}`,
      at: new Date(noon + (from + place) * 6000),
      visitor: `visitor ${from + place}`,
      agent: `${PHONE} ${from + place}`,
    }));
    await rows('clicks').insertMany(waiting);
    await judge(world);
    await world.clock.move('1s');
  }
  const ofMachine = { campaignId: campaign.id, _id: { $ne: _id } };
  expect(await rows('clicks').countDocuments({ ...ofMachine, verdict: 'VALID' })).toBe(300);
  expect(await rows('clicks').countDocuments({ ...ofMachine, verdict: 'BURST' })).toBe(30);
  const judgements = await rows('click_judgements').find({ campaignId: campaign.id }).sort({ seq: 1 }).toArray();
  expect(judgements.map(({ clicks }) => clicks)).toEqual([1, 200, 130]);
  // From the beginning, from the last judgement on, and by the rules before.
  const told = async (changes: object): Promise<number[]> => {
    const counts = [];
    for await (const { differences } of replay({ ...ALWAYS, campaignId: campaign.id, ...changes }))
      counts.push(differences.length);
    return counts;
  };
  expect(await told({})).toEqual([0, 0, 0]);
  expect(await told({ from: judgements[2]!.at })).toEqual([0]);
  expect(await told({ rulesVersion: 3 })).toEqual([0, 0, 30]);
});

async function change({ day, most }: { day: number; most: number }, campaign: any): Promise<void> {
  const terms = {
    name: campaign.name,
    nicheId: 'niche_motor-insurance',
    regionIds: ['region_KE'],
    targetUrl: campaign.targetUrl,
    maxPrice: usd(`${most}.00`),
    timeZone: 'Africa/Nairobi',
    dayBudget: usd(`${day}.00`),
  };
  const { __typename } = await act(
    world,
    business,
    'changeCampaign',
    { id: campaign.id, terms, agreedPerDay: terms.dayBudget },
    'campaign { id }',
  );
  expect(__typename).toBe('ChangeCampaignPayload');
}

test('a price that was changed behind the market’s back is found', async () => {
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
  const campaign = await startCampaign(world, business, { name: 'Tampered' });
  await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  await follow(world, code, { address: kenyan(77) });
  await judge(world);
  await rows('campaign_prices').updateMany({ campaignId: campaign.id }, { $inc: { priceMinor: 1 } });
  const found = [];
  for await (const judged of replay({ ...ALWAYS, campaignId: campaign.id })) found.push(judged);
  expect(found).toMatchObject([{ differences: [{ was: expect.stringMatching(/^VALID/) }] }]);
  expect(found[0]!.foundMinor - found[0]!.billedMinor).toBe(1n);
  await rows('campaign_prices').updateMany({ campaignId: campaign.id }, { $inc: { priceMinor: -1 } });
});
