import { database } from '../../server/platform/database';
import { rows } from '../accounts/flows';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
import {
  batchesOf,
  clicksOf,
  createLink,
  follow,
  judge,
  KENYA,
  kenyan,
  NICHE,
  PHONE,
  readCampaign,
  startCampaign,
  takeAgency,
  tryToChange,
  tryToStart,
} from './clicking';
import { usd } from '../kit/trading';

const NAIROBI = 'region_KE-30-nairobi';

let world: World;
let business: Actor;
let agency: Actor;

beforeAll(async () => {
  world = await createWorld();
  world.app.express.set('trust proxy', 1);
  business = await world.business({ funds: '2000.00' });
  agency = await world.agency();
});

afterAll(() => world.close());

test('a visitor from another country than the link’s is priced by where they come from, by a link of a campaign or a niche', async () => {
  const [firm, guide] = [await world.business({ funds: '2000.00' }), await world.agency()];
  const campaign = await startCampaign(world, firm, {
    name: 'Two countries',
    regionIds: ['region_GB', NAIROBI, KENYA],
  });
  await takeAgency(world, firm, guide, campaign.id);
  const rows = await database()
    .collection<{ regionId: string; priceMinor: bigint }>('campaign_prices')
    .find({ campaignId: campaign.id })
    .toArray();
  const priceOf = (regionId: string): number => Number(rows.find((row) => row.regionId === regionId)!.priceMinor);
  const [dear, cheap] = [priceOf('region_GB'), priceOf(KENYA)];
  expect([cheap < priceOf(NAIROBI), cheap < dear]).toEqual([true, true]);
  const link = { regionId: 'region_GB' };
  const own = await createLink(world, guide, { ...link, campaignId: campaign.id });
  const chosen = await createLink(world, guide, { ...link, nicheId: NICHE });
  // It pays more for Britain, and nothing for who comes from Kenya.
  const other = await startCampaign(world, business, { name: 'One country', regionIds: ['region_GB'] });
  await takeAgency(world, business, guide, other.id);
  await follow(world, own, { subId: 'own', address: kenyan(30) });
  await follow(world, chosen, { subId: 'chosen', address: kenyan(31) });
  await follow(world, own, { subId: 'home', address: '81.2.69.142' });
  await follow(world, own, { subId: 'elsewhere', address: '195.251.255.7' });
  await judge(world);
  const clicks = await clicksOf(world, guide, campaign.id);
  const paid = Object.fromEntries(clicks.map((one: any) => [one.subId, one.price?.minor ?? one.verdict]));
  expect(paid).toEqual({ own: cheap, chosen: cheap, home: dear, elsewhere: 'OUT_OF_REGION' });
});

test('what is no person is stored with its reason and costs nothing', async () => {
  const campaign = await startCampaign(world, business, { name: 'Who came' });
  const price = await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  await follow(world, code, { subId: 'person', address: kenyan(20) });
  await follow(world, code, { subId: 'again', address: kenyan(20) });
  await follow(world, code, { subId: 'head', address: kenyan(21), method: 'head' });
  await follow(world, code, { subId: 'ahead', address: kenyan(22), headers: { 'sec-purpose': 'prefetch;prerender' } });
  await follow(world, code, { subId: 'nobody', address: kenyan(23), agent: '' });
  await follow(world, code, {
    subId: 'robot',
    address: kenyan(24),
    agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  });
  await follow(world, code, { subId: 'server', address: '3.5.140.9' });
  await follow(world, code, { subId: 'abroad', address: '195.251.255.7' });
  await judge(world);
  const clicks = await clicksOf(world, agency, campaign.id);
  const found = Object.fromEntries(clicks.map(({ subId, verdict }: any) => [subId, verdict]));
  expect(found).toEqual({
    person: 'VALID',
    again: 'REPEAT',
    head: 'HEAD',
    ahead: 'PREFETCH',
    nobody: 'EMPTY_AGENT',
    robot: 'ROBOT_AGENT',
    server: 'DATA_CENTRE',
    abroad: 'OUT_OF_REGION',
  });
  expect(clicks.filter(({ price: paid }: any) => paid).length).toBe(1);
  expect(await readCampaign(world, business, campaign.id)).toMatchObject({ today: { spent: { minor: price } } });
  expect(clicks.every(({ why }: any) => why.length > 10)).toBe(true);
});

test('who comes by IPv6 is the same visitor for as long as the line is, whatever the rest of the address', async () => {
  const campaign = await startCampaign(world, business, { name: 'One line' });
  const price = await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  for (const address of ['2c0f:fe38:2000:1::a1', '2c0f:fe38:2000:1::b2', '2c0f:fe38:2000:1:5:6:7:8']) {
    await follow(world, code, { subId: 'line', address });
    await world.clock.move('1m');
  }
  await follow(world, code, { subId: 'other', address: '2c0f:fe38:2000:2::a1' });
  await follow(world, code, { subId: 'mapped', address: `::ffff:${kenyan(30)}` });
  await follow(world, code, { subId: 'mapped', address: kenyan(30) });
  await judge(world);
  const clicks = await clicksOf(world, agency, campaign.id);
  const found = clicks.map(({ subId, verdict }: any) => `${subId} ${verdict}`).sort();
  expect(found).toEqual(
    ['line REPEAT', 'line REPEAT', 'line VALID', 'mapped REPEAT', 'mapped VALID', 'other VALID'].sort(),
  );
  expect(await readCampaign(world, business, campaign.id)).toMatchObject({ today: { spent: { minor: 3 * price } } });
});

test('a campaign that takes nobody: the visitor goes to the agency’s page or reads that the offer is closed', async () => {
  const campaign = await startCampaign(world, business, { name: 'Paused' });
  await takeAgency(world, business, agency, campaign.id);
  const plain = await createLink(world, agency, { campaignId: campaign.id });
  const withPage = await createLink(world, agency, {
    campaignId: campaign.id,
    fallbackUrl: 'https://guide.example.co.ke/other',
  });
  await world.ask(business, 'mutation ($input: PauseCampaignInput!) { pauseCampaign(input: $input) { __typename } }', {
    input: { id: campaign.id },
  });
  const closed = await follow(world, plain);
  expect(closed.status).toBe(410);
  expect(closed.text).toContain('This offer is closed at the moment');
  expect(closed.headers['content-security-policy']).toContain("default-src 'none'");
  const elsewhere = await follow(world, withPage);
  expect(elsewhere.headers.location).toBe('https://guide.example.co.ke/other');
  await judge(world);
  expect((await clicksOf(world, business, campaign.id)).map(({ verdict }: any) => verdict)).toEqual([
    'NOT_OPEN',
    'NOT_OPEN',
  ]);
});

test('an address that was never given out, and other ways to knock', async () => {
  const unknown = await follow(world, '0000000000zz');
  expect(unknown.status).toBe(404);
  expect(unknown.text).toContain('There is no such link');
  expect((await follow(world, 'nonsense%00')).status).toBe(404);
  const asked = (languages: string) => follow(world, '0000000000zz', { headers: { 'accept-language': languages } });
  expect((await asked('el-GR,el;q=0.9,en;q=0.8')).text).toMatch(/<html lang="el">.*Δεν υπάρχει τέτοιος σύνδεσμος/);
  expect((await asked('fr,hu;q=0.5')).text).toContain('Nincs ilyen link');
  expect((await asked('fr')).text).toContain('There is no such link');
  for (const partly of ['/r', '/r/', '/r/0000000000zz/x', '/r/0000000000zz/x/y', '/r/%E0%A4%A']) {
    const { status, text } = await world.http.get(partly);
    expect({ partly, status }).toEqual({ partly, status: 404 });
    expect(text).toContain('There is no such link');
  }
  const campaign = await startCampaign(world, business, { name: 'Knocked at' });
  await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  expect((await follow(world, code, { method: 'post' })).status).toBe(405);
  const mad = await follow(world, code, { subId: 'a'.repeat(300), headers: { host: 'evil.example' } });
  expect(new URL(mad.headers.location!).host).toBe('www.rift-cover.co.ke');
  await judge(world);
  expect(await clicksOf(world, business, campaign.id)).toMatchObject([{ subId: '', verdict: 'VALID' }]);
  // Where the address is made, a sub-id that would not be counted is refused.
  const made = (subId: string) =>
    world.graphql(agency, 'query ($s: String) { trackedLinks(first: 1) { nodes { address(subId: $s) } } }', {
      s: subId,
    });
  expect((await made('mail-7')).data.trackedLinks.nodes[0].address).toMatch(/\/r\/[0-9a-z]{12}\?s=mail-7$/);
  for (const wrong of ['a'.repeat(65), 'two words', 'ενημερωτικό', 'a&b'])
    expect((await made(wrong)).errors?.[0]).toMatchObject({
      message: expect.stringContaining('at most 64 Latin letters'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
});

test('the id of the visit stands in the address of the page, whatever stands there already', async () => {
  const targetUrl = 'https://www.rift-cover.co.ke/offer?lbclick=mine&flag&from=a%20b&q=1+2#prices?x';
  const campaign = await startCampaign(world, business, { name: 'Anchored', targetUrl });
  await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  const [one, other] = [await follow(world, code), await follow(world, code)].map(
    ({ headers }) => new URL(headers.location!),
  );
  expect(one!.searchParams.getAll('lbclick')).toEqual([expect.stringMatching(/^click_\w+$/)]);
  expect(one!.searchParams.get('lbclick')).not.toBe(other!.searchParams.get('lbclick'));
  // All else of it stands as the business wrote it.
  expect(one!.href.replace(/click_\w+/, 'ID')).toBe(
    'https://www.rift-cover.co.ke/offer?flag&from=a%20b&q=1+2&lbclick=ID#prices?x',
  );
});

test('a target is a public page of the web', async () => {
  for (const targetUrl of [
    'ftp://example.com/file',
    'javascript:alert(1)',
    'http://localhost/x',
    'http://127.0.0.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://10.0.0.7/',
    'http://[::1]/',
    'http://[::ffff:192.168.1.1]/',
    'http://[::127.0.0.1]/',
    'http://169.254.169.254/latest/meta-data',
    'http://mail.rift-cover.co.ke:25/',
    'https://printer.localdomain/',
    'https://intranet/',
    'https://printer.local/',
    'https://user:secret@www.rift-cover.co.ke/',
    '//www.rift-cover.co.ke',
  ]) {
    const answer = await tryToStart(world, business, { targetUrl });
    expect([targetUrl, answer.problems?.map(({ path }: any) => path.join('.'))]).toEqual([
      targetUrl,
      ['terms.targetUrl'],
    ]);
  }
});

test('every wrong field is told at once', async () => {
  const answer = await tryToStart(world, business, {
    name: 'x',
    nicheId: 'niche_none',
    regionIds: [],
    maxPrice: usd('0'),
    timeZone: 'Africa/Atlantis',
    hours: [{ days: ['MONDAY'], from: '22:00', to: '06:00' }],
    dayBudget: usd('-1'),
  });
  expect(answer.problems.map(({ path }: any) => path[1])).toEqual([
    'name',
    'nicheId',
    'regionIds',
    'maxPrice',
    'timeZone',
    'hours',
    'dayBudget',
  ]);
});

test('a visit is judged by the regions and budgets of its time, whatever they are changed to before it is judged', async () => {
  const campaign = await startCampaign(world, business, { name: 'Changed at once' });
  const price = await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  const come = async (first: number, count: number): Promise<void> => {
    for (let place = first; place < first + count; place++) await follow(world, code, { address: kenyan(place) });
  };
  const change = async (terms: Record<string, unknown>): Promise<void> =>
    expect(await tryToChange(world, business, campaign.id, terms)).toMatchObject({
      __typename: 'ChangeCampaignPayload',
    });
  // More than was set aside before they came.
  await come(100, 24);
  await change({ dayBudget: usd('60.00') });
  await come(124, 4);
  await change({ regionIds: ['region_US'], dayBudget: usd('5.00') });
  await judge(world);
  const found = (await clicksOf(world, agency, campaign.id)).map(({ verdict }: any) => verdict);
  // The budget was spoken for before any of them was judged, so the last one was not sent on.
  expect(found).toEqual(['OVER_BUDGET', ...Array.from({ length: 27 }, () => 'VALID')]);
  expect(await readCampaign(world, business, campaign.id)).toMatchObject({ today: { spent: { minor: 27 * price } } });
  // One that lay on the disk of another machine until now, with its own time.
  const [first] = await rows('clicks').find({ campaignId: campaign.id }).sort({ at: 1 }).limit(1).toArray();
  const raw = { _id: 'click_late', visitor: 'late', verdict: 'PENDING', seq: null, batchId: null, judgedAt: null };
  await rows('clicks').insertOne({ ...first, ...raw, priceMinor: 0 });
  await judge(world);
  expect(await rows('clicks').findOne({ _id: 'click_late' })).toMatchObject({ verdict: 'VALID' });
});

test('a burst of visitors finds money as long as the wallet has some, and nobody is sent on beyond a budget', async () => {
  const firm = await world.business({ funds: '400.00' });
  const campaign = await startCampaign(world, firm, { name: 'Rushed', dayBudget: usd('100.00') });
  const price = await takeAgency(world, firm, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  const most = Math.floor(10_000 / price);
  // Five times as many as are set aside at first, at once and before anything is judged.
  const rush = (from: number, count: number) =>
    Promise.all(Array.from({ length: count }, (_, place) => follow(world, code, { address: kenyan(from + place) })));
  const answers = await rush(0, most + 10);
  expect(answers.filter(({ status }) => status === 302)).toHaveLength(most);
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(10);
  // Who loads the page again is spoken for already; robots are no one's budget.
  expect((await follow(world, code, { address: kenyan(0) })).status).toBe(302);
  await judge(world);
  const verdicts = (await clicksOf(world, firm, campaign.id)).map(({ verdict, why }: any) => [verdict, why]);
  expect(verdicts.filter(([verdict]: string[]) => verdict === 'VALID')).toHaveLength(most);
  const turnedAway = verdicts.filter(([verdict]: string[]) => verdict === 'OVER_BUDGET');
  expect(turnedAway).toHaveLength(10);
  expect(turnedAway[0][1]).toContain('The budget of the day was spent');
  // So a report tells how many more there would have been for a larger budget.
  const report = `query ($from: Date!, $to: Date!, $campaignId: ID!) {
    clickReport(by: CAMPAIGN, from: $from, to: $to, campaignId: $campaignId) { seen valid billed }
  }`;
  const dayOf = (days: number): string =>
    new Date(world.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  expect(await world.ask(firm, report, { from: dayOf(-1), to: dayOf(1), campaignId: campaign.id })).toEqual([
    { seen: most + 11, valid: most + 10, billed: most },
  ]);
  expect(await readCampaign(world, firm, campaign.id)).toMatchObject({
    today: { spent: { minor: most * price } },
    hindrances: ['DAY_BUDGET_SPENT'],
  });

  // Spread over the day: within its first hour a rush has that hour's share, whoever is on the way counted in.
  const hour = world.clock.now().getUTCHours();
  const timeZone = hour <= 12 ? `Etc/GMT+${hour}` : `Etc/GMT-${24 - hour}`;
  const spread = await startCampaign(world, firm, { name: 'Spread', isSpread: true, timeZone });
  const each = await takeAgency(world, firm, agency, spread.id);
  const even = await createLink(world, agency, { campaignId: spread.id });
  const rushed = await Promise.all(
    Array.from({ length: 40 }, (_, place) => follow(world, even, { address: kenyan(place) })),
  );
  const sent = rushed.filter(({ status }) => status === 302).length;
  expect(sent * each).toBeLessThanOrEqual(50_000 * 0.1);
  expect(sent).toBeGreaterThan(0);
  await judge(world);
  expect((await clicksOf(world, firm, spread.id))[0]).toMatchObject({
    verdict: 'OVER_BUDGET',
    why: expect.stringContaining('spread over its hours'),
  });
});

test('robots and repeats speak for no money, and a wallet without any is told of on each visit', async () => {
  const firm = await world.business({ funds: '6.00' });
  const campaign = await startCampaign(world, firm, { name: 'Poor' });
  const price = await takeAgency(world, firm, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  for (let place = 0; place < 6; place++) await follow(world, code, { address: kenyan(place), agent: 'curl/8.5.0' });
  const most = Math.floor(600 / price);
  for (let place = 0; place < most + 1; place++) await follow(world, code, { address: kenyan(place) });
  await judge(world);
  const clicks = await clicksOf(world, agency, campaign.id);
  expect(clicks.filter(({ verdict }: any) => verdict === 'VALID')).toHaveLength(most);
  expect(clicks[0]).toMatchObject({ verdict: 'OVER_BUDGET', why: expect.stringContaining('wallet of the business') });
});

test('the time zone stays, or a day would begin twice', async () => {
  const { id } = await startCampaign(world, business, { name: 'There and back' });
  const answer = await tryToChange(world, business, id, { timeZone: 'Pacific/Kiritimati', nicheId: 'niche_roofing' });
  expect(answer.problems).toEqual([
    { path: ['terms', 'nicheId'], message: expect.any(String) },
    { path: ['terms', 'timeZone'], message: expect.stringContaining('stays Africa/Nairobi') },
  ]);
});

test('a visit from campaign to earning: money is set aside, the visit judged, billed, held and released', async () => {
  const business = await world.business({ funds: '100.00' });
  let agency = await world.agency();
  const campaign = await startCampaign(world, business);
  expect(campaign).toMatchObject({ state: 'RUNNING', hindrances: [], reserved: { minor: 5000 } });
  const price = await takeAgency(world, business, agency, campaign.id);
  const code = await createLink(world, agency, { campaignId: campaign.id });
  const answer = await follow(world, code, { subId: 'mail-7' });
  expect(answer.status).toBe(302);
  const target = new URL(answer.headers.location!);
  expect(target.origin + target.pathname).toBe('https://www.rift-cover.co.ke/offer');
  expect(target.searchParams.get('from')).toBe('leadbourse');
  expect(target.searchParams.get('lbclick')).toMatch(/^click_/);
  expect(answer.headers['cache-control']).toBe('no-store');

  await judge(world);
  const [click] = await clicksOf(world, business, campaign.id);
  expect(click).toMatchObject({
    id: target.searchParams.get('lbclick'),
    verdict: 'VALID',
    subId: 'mail-7',
    country: 'KE',
    userAgent: PHONE,
    price: { minor: price },
  });
  expect(await readCampaign(world, business, campaign.id)).toMatchObject({
    today: { spent: { minor: price } },
    reserved: { minor: 5000 - price },
  });
  expect(await batchesOf(world, agency, campaign.id)).toMatchObject([
    { state: 'OPEN', clicks: 1, billed: 1, gross: { minor: price }, windowEndsAt: null },
  ]);

  await world.clock.move('2h');
  await world.runJob('clicks.close');
  agency = await logIn(world, agency);
  const fee = Math.floor((price * 1500) / 10_000);
  expect(await batchesOf(world, agency, campaign.id)).toMatchObject([
    { state: 'HELD', gross: { minor: price }, fee: { minor: fee }, net: { minor: price - fee } },
  ]);
  const sources = () =>
    world.ask(
      agency,
      '{ earningSources { byUsage { model niche { slug } count net { minor } releasedCount releasedNet { minor } } } }',
    );
  const brought = { model: 'CLICK', niche: { slug: 'motor-insurance' }, count: 1, net: { minor: price - fee } };
  expect((await sources()).byUsage).toEqual([{ ...brought, releasedCount: 0, releasedNet: { minor: 0 } }]);
  await world.runJob('clicks.release');
  expect(await batchesOf(world, agency, campaign.id)).toMatchObject([{ state: 'HELD' }]);
  await world.clock.move('72h');
  await world.runJob('clicks.release');
  agency = await logIn(world, agency);
  expect(await batchesOf(world, agency, campaign.id)).toMatchObject([{ state: 'RELEASED' }]);
  const earnings = await world.ask(agency, '{ earnings { available { minor } held { minor } paidOut { minor } } }');
  expect(earnings).toMatchObject({ available: { minor: price - fee }, held: { minor: 0 }, paidOut: { minor: 0 } });
  expect((await sources()).byUsage).toEqual([{ ...brought, releasedCount: 1, releasedNet: { minor: price - fee } }]);
});
