import { DateTime } from 'luxon';
import { act, colleague, rows, send } from '../accounts/flows';
import {
  batchesOf,
  clicksOf,
  createLink,
  follow,
  judge,
  kenyan,
  NICHE,
  readCampaign,
  startCampaign,
  takeAgency,
  tryToChange,
  tryToLink,
  tryToStart,
} from '../clicks/clicking';
import { setHostNames } from '../../server/platform/hostNames';
import { usd } from '../kit/trading';
import { caughtFor } from '../leads/confirming';
import { type Actor, createWorld, logIn, type World } from '../kit/world';

let world: World;
let business: Actor;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  world.app.express.set('trust proxy', 1);
  agency = await world.agency();
});
beforeEach(async () => {
  business = await world.business({ funds: '100.00' });
  agency = await logIn(world, agency);
});
afterAll(() => world.close());

const wallet = (actor: Actor) => world.ask(actor, '{ wallet { available { minor } reserved { minor } } }');

test('money is set aside ahead, never more than the budget, and goes back ten minutes after a pause', async () => {
  const campaign = await startCampaign(world, business, { dayBudget: usd('30.00') });
  expect(campaign.reserved.minor).toBe(3000);
  expect(await wallet(business)).toMatchObject({ available: { minor: 7000 }, reserved: { minor: 3000 } });
  await act(world, business, 'pauseCampaign', { id: campaign.id }, 'campaign { id }');
  await world.runJob('campaigns.setFree');
  expect(await wallet(business)).toMatchObject({ reserved: { minor: 3000 } });
  await world.clock.move('11m');
  await world.runJob('campaigns.setFree');
  business = await logIn(world, business);
  expect(await wallet(business)).toMatchObject({ available: { minor: 10_000 }, reserved: { minor: 0 } });
});

test('without the consent it is kept and takes nobody; another amount is refused', async () => {
  const wrong = await tryToStart(world, business, { dayBudget: usd('30.00') });
  expect(wrong.__typename).toBe('StartCampaignPayload');
  await act(world, business, 'pauseCampaign', { id: wrong.campaign.id }, 'campaign { id }');
  const refused = await act(world, business, 'resumeCampaign', { id: wrong.campaign.id, agreedPerDay: usd('29.00') });
  expect(refused).toMatchObject({ __typename: 'InvalidInput', path: ['agreedPerDay'] });
  const resumed = await act(
    world,
    business,
    'resumeCampaign',
    { id: wrong.campaign.id, agreedPerDay: usd('30.00') },
    'campaign { state }',
  );
  expect(resumed.campaign).toEqual({ state: 'RUNNING' });
});

test('a wallet with nothing in it: the campaign says so, and takes visitors once there is money', async () => {
  const poor = await world.business();
  const campaign = await startCampaign(world, poor);
  expect(campaign).toMatchObject({ hindrances: ['NO_MONEY'], reserved: { minor: 0 } });
  await takeAgency(world, poor, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  expect((await follow(world, code)).status).toBe(410);
});

test('a page whose name leads inside is refused; a name that nobody has is kept and said', async () => {
  const names: Record<string, string[] | null> = {
    'inside.rift-cover.co.ke': ['41.90.64.7', '169.254.169.254'],
    'disguised.rift-cover.co.ke': ['::ffff:10.0.0.1'],
    'newer.rift-cover.co.ke': ['41.90.64.7', '64:ff9b::295a:4007'],
    'slip.rift-cover.co.ke': [],
  };
  const at = (host: string) => ({ name: host, dayBudget: usd('10.00'), targetUrl: `https://${host}/offer` });
  setHostNames(async (host) => names[host] ?? null);
  for (const host of ['inside.rift-cover.co.ke', 'disguised.rift-cover.co.ke'])
    expect(await tryToStart(world, business, at(host))).toMatchObject({
      __typename: 'InvalidInput',
      path: ['terms', 'targetUrl'],
      message: expect.stringContaining(`${host} leads to`),
    });
  expect(await tryToStart(world, business, at('slip.rift-cover.co.ke'))).toMatchObject({ isTargetKnown: false });
  const { campaign, isTargetKnown } = await tryToStart(world, business, at('newer.rift-cover.co.ke'));
  expect(isTargetKnown).toBe(true);
  const inside = await tryToChange(world, business, campaign.id, at('inside.rift-cover.co.ke'));
  expect(inside).toMatchObject({ __typename: 'InvalidInput', path: ['terms', 'targetUrl'] });
  const silent = await tryToChange(world, business, campaign.id, at('silent.rift-cover.co.ke'));
  expect(silent).toMatchObject({ __typename: 'ChangeCampaignPayload', isTargetKnown: null });
  // Where it leads is asked again when visitors are to come again.
  await act(world, business, 'pauseCampaign', { id: campaign.id }, 'campaign { id }');
  names['silent.rift-cover.co.ke'] = ['127.0.0.1'];
  const resumed = await act(world, business, 'resumeCampaign', { id: campaign.id, agreedPerDay: usd('10.00') });
  expect(resumed).toMatchObject({ __typename: 'Conflict' });
  const fallbackUrl = 'https://inside.rift-cover.co.ke/';
  const link = await tryToLink(world, agency, { nicheId: NICHE, fallbackUrl });
  expect(link).toMatchObject({ __typename: 'InvalidInput', path: ['fallbackUrl'] });
  setHostNames(async () => null);
});

test('hours and days go by the campaign’s time zone', async () => {
  // Nairobi has no summer time: three hours ahead of UTC. Open for the next hour only, by its clock.
  const local = new Date(world.clock.now().getTime() + 3 * 3_600_000);
  const hour = local.getUTCHours();
  const days = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];
  const text = (at: number): string => `${String(at).padStart(2, '0')}:00`;
  const today = days[local.getUTCDay()]!;
  const open = await startCampaign(world, business, {
    dayBudget: usd('10.00'),
    hours: [{ days: [today], from: text(hour), to: text(hour + 1) }],
  });
  expect(open.hindrances).toEqual([]);
  const other = days[(local.getUTCDay() + 1) % 7]!;
  const closed = await startCampaign(world, business, {
    name: 'Another day',
    dayBudget: usd('10.00'),
    hours: [{ days: [other], from: '00:00', to: '24:00' }],
  });
  expect(closed.hindrances).toEqual(['OUT_OF_HOURS']);
});

test('the business is told of a budget that is three quarters, nine tenths and all spent, each once', async () => {
  const campaign = await startCampaign(world, business, { dayBudget: usd('9.00'), maxPrice: usd('5.00') });
  const price = await takeAgency(world, business, agency, campaign.id);
  expect(price).toBe(216);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  const told = async () => {
    await world.settle();
    const letters = await rows('messages')
      .find({ _id: { $regex: `^budget_${campaign.id}` } })
      .sort({ _id: 1 })
      .toArray();
    return letters.map(({ _id }) => _id.split('-')[3]).sort();
  };
  const come = async (visitor: number): Promise<void> => {
    await follow(world, code, { address: kenyan(100 + visitor) });
    await judge(world);
  };
  for (const visitor of [0, 1, 2]) await come(visitor);
  expect(await told()).toEqual([]);
  for (const visitor of [3, 4, 5]) await come(visitor);
  // 4 x 2.16 of 9.00: no fifth one fits, so the budget is spent, and the letter says that something is left.
  expect(await readCampaign(world, business, campaign.id)).toMatchObject({
    today: { spent: { minor: 864 } },
    hindrances: ['DAY_BUDGET_SPENT'],
  });
  expect(await told()).toEqual(['100']);
  const letter = (await caughtFor(world, business.email)).find(({ subject }) => subject?.includes('Budget of today'));
  expect(letter).toMatchObject({
    subject: `Budget of today of "${campaign.name}": spent`,
    text: expect.stringMatching(/is spent: \$8\.64 of \$9\.00\. What is left pays for no further visitor\./),
  });
});

test('a change that leaves a budget for nobody more is told at once, and not again', async () => {
  const terms = { name: 'Lowered', dayBudget: usd('9.00'), maxPrice: usd('2.16') };
  const { id } = await startCampaign(world, business, terms);
  expect(await takeAgency(world, business, agency, id)).toBe(216);
  const code = await createLink(world, agency, { campaignId: id });
  await follow(world, code, { address: kenyan(180) });
  await judge(world);
  const letters = async () => {
    await world.settle();
    return rows('messages')
      .find({ _id: { $regex: `^budget_${id}` } })
      .toArray();
  };
  expect(await letters()).toEqual([]);
  for (let times = 0; times < 2; times++) {
    const changed = await tryToChange(world, business, id, { ...terms, dayBudget: usd('3.00') });
    expect(changed.campaign).toMatchObject({ state: 'RUNNING', hindrances: ['DAY_BUDGET_SPENT'] });
    expect(await letters()).toHaveLength(1);
  }
});

test('a dearer price that leaves a budget for nobody more is told once it holds, and not again', async () => {
  const terms = { name: 'Dearer', dayBudget: usd('5.00'), totalBudget: usd('5.00'), maxPrice: usd('1.00') };
  const { id } = await startCampaign(world, business, terms);
  expect(await takeAgency(world, business, agency, id)).toBe(100);
  const code = await createLink(world, agency, { campaignId: id });
  for (const visitor of [181, 182, 183]) await follow(world, code, { address: kenyan(visitor) });
  await judge(world);
  await tryToChange(world, business, id, { ...terms, maxPrice: usd('5.00') });
  const letters = async () => {
    await world.runJob('campaigns.dearer');
    await world.settle();
    return rows('messages')
      .find({ _id: { $regex: `^budget_${id}` } })
      .toArray();
  };
  expect(await letters()).toEqual([]);
  await world.clock.move('24h');
  business = await logIn(world, business);
  // 2.00 of 5.00 are left, and since now a visit costs 2.16.
  expect(await readCampaign(world, business, id)).toMatchObject({ hindrances: ['TOTAL_BUDGET_SPENT'] });
  expect(await letters()).toHaveLength(1);
  expect(await letters()).toHaveLength(1);
  const letter = (await caughtFor(world, business.email)).find(({ subject }) => subject?.includes('"Dearer"'));
  expect(letter).toMatchObject({
    subject: 'Budget as a whole of "Dearer": spent',
    text: expect.stringMatching(/is spent: \$3\.00 of \$5\.00\. What is left pays for no further visitor\./),
  });
});

test('an agency applies, is declined with a reason, may ask again after 7 days, is taken', async () => {
  const campaign = await startCampaign(world, business);
  const apply = () =>
    act(
      world,
      agency,
      'applyToCampaign',
      { campaignId: campaign.id, note: 'Readers of our guide.' },
      'application { id state }',
    );
  const { application } = await apply();
  expect(application.state).toBe('PENDING');
  expect(await tryToLink(world, agency, { campaignId: campaign.id })).toMatchObject({ __typename: 'Conflict' });
  const decline = { id: application.id, reason: 'We know the guide, and want no more of it.' };
  await act(world, business, 'declineApplication', decline, 'application { id }');
  expect(await apply()).toMatchObject({
    __typename: 'Conflict',
    message: expect.stringContaining('You may ask again from'),
  });
  await world.clock.move('7d');
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
  expect((await apply()).application.state).toBe('PENDING');
  const { application: taken } = await act(
    world,
    business,
    'approveApplication',
    { id: application.id },
    'application { state prices { price { minor } lines { code amount { minor } } } }',
  );
  const [price] = taken.prices;
  const sum = price.lines.reduce((total: number, { amount }: any) => total + amount.minor, 0);
  expect(sum).toBe(price.price.minor);
});

/** The campaign as it was, but for the most that it pays. */
async function changeMost({ id, targetUrl }: { id: string; targetUrl: string }, maxPrice: string): Promise<void> {
  const given = {
    name: 'Another price',
    nicheId: NICHE,
    regionIds: ['region_KE'],
    targetUrl,
    timeZone: 'Africa/Nairobi',
  };
  const terms = { ...given, maxPrice: usd(maxPrice), dayBudget: usd('50.00') };
  await act(world, business, 'changeCampaign', { id, terms, agreedPerDay: terms.dayBudget }, 'campaign { id }');
}

/** What the agency reads of its price, and of the one that is announced. */
const pricesOf = ({ id }: { id: string }, ofNext = '') =>
  world.ask(
    agency,
    `query ($id: ID!) { campaign(id: $id) { prices { price { minor } next { price { minor } ${ofNext} } } } }`,
    { id },
  );

test('a lower highest price is announced and holds a day later; nobody is taken over it until then, and visits of before are billed as before', async () => {
  const campaign = await startCampaign(world, business, { dayBudget: usd('50.00') });
  await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  await follow(world, code, { address: kenyan(150) });
  await changeMost(campaign, '1.00');
  const prices = () => pricesOf(campaign, 'lines { code }');
  expect(await prices()).toEqual({
    prices: [
      { price: { minor: 216 }, next: { price: { minor: 100 }, lines: expect.arrayContaining([{ code: 'MOST' }]) } },
    ],
  });
  const standing = () => world.ask(agency, 'query ($id: ID!) { campaign(id: $id) { hindrances goesOnAt } }', campaign);
  const { prices: announced } = await world.ask(
    agency,
    'query ($id: ID!) { campaign(id: $id) { prices { next { from } } } }',
    campaign,
  );
  expect(await standing()).toEqual({ hindrances: ['PRICE_OVER_MAX'], goesOnAt: announced[0].next.from });
  expect((await follow(world, code, { address: kenyan(152) })).status).toBe(410);
  await judge(world);
  const [closed] = await clicksOf(world, business, campaign.id);
  expect(closed).toMatchObject({ verdict: 'NOT_OPEN', why: expect.stringContaining('than the campaign paid') });
  // Lower still before that holds: what was announced and is over it comes to nothing, the next is announced at once.
  await world.clock.move('1h');
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
  await changeMost(campaign, '0.90');
  expect(await prices()).toMatchObject({ prices: [{ price: { minor: 216 }, next: { price: { minor: 90 } } }] });
  await world.clock.move('23h');
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
  expect(await standing()).toMatchObject({ hindrances: ['PRICE_OVER_MAX'] });
  await world.clock.move('2h');
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
  expect(await prices()).toEqual({ prices: [{ price: { minor: 90 }, next: null }] });
  await follow(world, code, { address: kenyan(151) });
  await judge(world);
  const paid = (await clicksOf(world, business, campaign.id)).map(({ price }: any) => price?.minor);
  expect(paid).toEqual([90, undefined, 216]);
  expect(await standing()).toMatchObject({ hindrances: [] });
});

test('a highest price that is lowered and raised again buys nobody for less: the price before is announced at once', async () => {
  const campaign = await startCampaign(world, business, { dayBudget: usd('50.00') });
  await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  const prices = () => pricesOf(campaign);
  await changeMost(campaign, '0.05');
  expect(await prices()).toEqual({ prices: [{ price: { minor: 216 }, next: { price: { minor: 5 } } }] });
  await changeMost(campaign, '5.00');
  await world.clock.move('25h');
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
  expect(await prices()).toEqual({ prices: [{ price: { minor: 216 }, next: null }] });
  await follow(world, code, { address: kenyan(170) });
  await judge(world);
  expect(await clicksOf(world, business, campaign.id)).toMatchObject([{ verdict: 'VALID', price: { minor: 216 } }]);
});

test('where the market chooses, the visitor goes to the campaign that pays most, then to the one that spent least', async () => {
  const cheap = await startCampaign(world, business, {
    name: 'Cheap',
    maxPrice: usd('1.00'),
    dayBudget: usd('20.00'),
    targetUrl: 'https://cheap.co.ke/',
  });
  const dear = await startCampaign(world, business, {
    name: 'Dear',
    dayBudget: usd('20.00'),
    targetUrl: 'https://dear.co.ke/',
  });
  const alike = await startCampaign(world, business, {
    name: 'Alike',
    dayBudget: usd('20.00'),
    targetUrl: 'https://alike.co.ke/',
  });
  const seller = await world.agency();
  const code = await createLink(world, seller, { nicheId: NICHE });
  expect((await follow(world, code, { address: kenyan(160) })).status).toBe(410);
  for (const { id } of [cheap, dear, alike]) await takeAgency(world, business, seller, id);
  const hosts: string[] = [];
  for (let visitor = 0; visitor < 4; visitor++) {
    const answer = await follow(world, code, { address: kenyan(161 + visitor) });
    hosts.push(new URL(answer.headers.location!).host);
    await judge(world);
  }
  expect(hosts.sort()).toEqual(['alike.co.ke', 'alike.co.ke', 'dear.co.ke', 'dear.co.ke']);
});

test('who sees what: budgets are the business’s own, a paused campaign of others is not there', async () => {
  const campaign = await startCampaign(world, business, { dayBudget: usd('20.00') });
  const stranger = await world.business();
  expect(await readCampaign(world, stranger, campaign.id)).toBeNull();
  const seen = await readCampaign(world, agency, campaign.id);
  expect(seen).toMatchObject({ name: 'Motor insurance', today: null, total: null, reserved: null });
  expect((await world.ask(agency, '{ openCampaigns(nicheIds: ["niche_insurance"]) { nodes { id } } }')).nodes).toEqual(
    expect.arrayContaining([{ id: campaign.id }]),
  );
  await act(world, business, 'pauseCampaign', { id: campaign.id }, 'campaign { id }');
  expect(await readCampaign(world, agency, campaign.id)).toBeNull();
  for (const [verb, input] of [
    ['pauseCampaign', { id: campaign.id }],
    ['endCampaign', { id: campaign.id }],
  ] as const) {
    expect(await act(world, stranger, verb, input)).toMatchObject({ __typename: 'NotFound' });
  }
  const { errors } = await send(world, agency, 'pauseCampaign', { id: campaign.id });
  expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  // Who works cards for the business sees no money.
  const agent = await colleague(world, business, 'AGENT');
  expect(await readCampaign(world, agent, campaign.id)).toBeNull();
  expect((await world.ask(agent, '{ campaigns { nodes { id } } }')).nodes).toEqual([]);
  expect(await clicksOf(world, agent, campaign.id)).toEqual([]);
  expect(await batchesOf(world, agent, campaign.id)).toEqual([]);
  expect(await clicksOf(world, stranger, campaign.id)).toEqual([]);
});

test('a spent budget of a day is told with when it begins anew, and whose whole budget is spent is offered no more', async () => {
  const terms = { name: 'Spent', maxPrice: usd('5.00'), dayBudget: usd('5.00') };
  const { id } = await startCampaign(world, business, terms);
  await takeAgency(world, business, agency, id);
  const code = await createLink(world, agency, { campaignId: id });
  // Of 5.00 a visit of 2.16 leaves less than the highest price, and one more of 2.16 fits; after that none does.
  for (const visitor of [190, 191]) {
    for (const actor of [agency, business])
      expect(await readCampaign(world, actor, id)).toMatchObject({ hindrances: [] });
    await follow(world, code, { address: kenyan(visitor) });
    await judge(world);
  }
  expect(await readCampaign(world, business, id)).toMatchObject({ hindrances: ['DAY_BUDGET_SPENT'] });
  const standing = () => world.ask(agency, 'query ($id: ID!) { campaign(id: $id) { hindrances goesOnAt } }', { id });
  const isOffered = async (): Promise<boolean> =>
    (await world.ask(agency, '{ openCampaigns(first: 100) { nodes { id } } }')).nodes.some((one: any) => one.id === id);
  const midnight = DateTime.fromJSDate(world.clock.now(), { zone: 'Africa/Nairobi' }).plus({ days: 1 }).startOf('day');
  expect(await standing()).toEqual({ hindrances: ['DAY_BUDGET_SPENT'], goesOnAt: midnight.toUTC().toISO() });
  expect(await isOffered()).toBe(true);
  const changed = await tryToChange(world, business, id, { ...terms, totalBudget: usd('5.00') });
  expect(changed).toMatchObject({ __typename: 'ChangeCampaignPayload' });
  expect(await standing()).toEqual({ hindrances: ['TOTAL_BUDGET_SPENT'], goesOnAt: null });
  expect(await isOffered()).toBe(false);
});

test('a suspended business takes nobody; after it its campaigns are paused until it resumes them', async () => {
  const campaign = await startCampaign(world, business, { dayBudget: usd('20.00') });
  await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  const admin = await world.admin();
  const organisationId = business.organisationId;
  await act(world, admin, 'suspendOrganisation', { organisationId, reason: 'Under review.' });
  await world.settle();
  expect((await follow(world, code)).status).toBe(410);
  await act(world, admin, 'reinstateOrganisation', { organisationId, reason: 'All is well.' });
  await world.settle();
  business = await logIn(world, business);
  expect(await readCampaign(world, business, campaign.id)).toMatchObject({ state: 'PAUSED', hindrances: ['PAUSED'] });
});

test('lists and judgements cost as many commands for 5 as for 50', async () => {
  const rich = await world.business({ funds: '1000.00' });
  const campaign = await startCampaign(world, rich);
  await takeAgency(world, rich, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  const spent: { judged: number; lists: string[] }[] = [];
  for (const count of [5, 50]) {
    for (let visitor = 0; visitor < count; visitor++)
      await follow(world, code, { address: kenyan(count * 10 + visitor) });
    const judged = await world.countCommands(() => judge(world));
    const clicks = await world.countCommands(() => clicksOf(world, agency, campaign.id));
    const campaigns = await world.countCommands(() =>
      world.ask(rich, '{ campaigns { nodes { id business { name } } } }'),
    );
    spent.push({ judged: judged.commands.length, lists: [...clicks.commands, ...campaigns.commands] });
  }
  const [five, fifty] = spent as [(typeof spent)[0], (typeof spent)[0]];
  expect(fifty.lists).toEqual(five.lists);
  expect(five.lists.length).toBeLessThanOrEqual(9);
  // Of one click more or less at the turn of a file; the money for the next visits is set aside with it now and then.
  expect(fifty.judged).toBeLessThanOrEqual(36);
});
