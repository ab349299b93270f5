import mongoose from '../../server/platform/mongoose';
import { conversionEvidence } from '../../server/modules/clicks';
import { settleEarlier } from '../../server/modules/clicks/conversions/settleConversions';
import { type Actor, createWorld, logIn, type World } from '../kit/world';
import { colleague } from '../accounts/flows';
import { listLeads } from '../kit/trading';
import { acceptedLead, anotherPhone } from '../leads/submitting';
import { caughtFor } from '../leads/confirming';
import { QUOTE_WITH_LIST } from '../market/ownLists';
import { erase, proven } from '../rights/person';
import { batchesOf, follow, judge } from './clicking';
import { campaignWithLink, conversionsOf, renewSecret, reportOf, type Secret, signed, tell, visit } from './converting';
import { until } from '../kit/until';

let world: World;
let business: Actor;
let agency: Actor;
let secret: Secret;
beforeAll(async () => {
  world = await createWorld();
  world.app.express.set('trust proxy', 1);
  business = await world.business({ funds: '2000.00' });
  agency = await world.agency();
  secret = await renewSecret(world, business);
});
afterAll(() => world.close());
beforeEach(async () => {
  business = await logIn(world, business);
  agency = await logIn(world, agency);
});

/** A day around now, by UTC. */
const dayOf = (days: number): string =>
  new Date(world.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);

const kes = (minor: number): object => ({ minor, currency: 'KES' });

test('a signed conversion is noted once for each order, and reported with what each cost', async () => {
  const { campaignId, price, code } = await campaignWithLink(world, business, agency, 'Orders');
  const click = await visit(world, code, { subId: 'mail-7' });
  await visit(world, code, { subId: 'mail-8' });
  await world.clock.move('5m');
  const said = { click, kind: 'purchase', order: 'A-1', value: kes(12990) };
  const first = await tell(world, secret, said);
  expect([first.status, first.body]).toEqual([
    201,
    expect.objectContaining({ click, isRepeat: false, isQuick: false, lead: null, notes: [] }),
  ]);
  const repeat = await tell(world, secret, said);
  expect([repeat.status, repeat.body.id, repeat.body.isRepeat]).toEqual([200, first.body.id, true]);
  expect((await tell(world, secret, { ...said, value: kes(1) })).status).toBe(409);
  expect((await tell(world, secret, { ...said, order: 'A-2' })).status).toBe(201);
  const atOnce = await Promise.all(Array.from({ length: 10 }, () => tell(world, secret, { ...said, order: 'A-3' })));
  expect(atOnce.map(({ status }) => status).sort()).toEqual([...Array<number>(9).fill(200), 201]);
  expect(await conversionsOf(world, business, campaignId)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ order: 'A-1', kind: 'purchase', value: kes(12990), saidBy: 'SERVER', subId: 'mail-7' }),
    ]),
  );
  // What the business got is not the agency's matter; that it got something is.
  for (const other of [agency, await world.admin('ADJUDICATOR')])
    expect(await conversionsOf(world, other, campaignId)).toEqual(
      Array.from({ length: 3 }, () => expect.objectContaining({ order: null, value: null, kind: 'purchase' })),
    );
  expect(await reportOf(world, business, campaignId, 'CAMPAIGN')).toMatchObject([
    { seen: 2, valid: 2, billed: 2, converted: 1, convertedByBrowser: 0, costPerConversion: { minor: 2 * price } },
  ]);
  const bySubId = await reportOf(world, agency, campaignId, 'SUB_ID');
  expect(bySubId.find(({ key }: any) => key === 'mail-8')).toMatchObject({ converted: 0, costPerConversion: null });
  expect(await reportOf(world, business, campaignId, 'VERDICT')).toMatchObject([{ converted: null }]);
});

test('a report has billed clicks beside valid ones, and conversions of clicks that cost nothing apart', async () => {
  const { campaignId, price, code } = await campaignWithLink(world, business, agency, 'Funnel');
  const [address, subId] = ['41.90.191.7', 'mail-9'];
  const first = await visit(world, code, { address, subId });
  const again = await visit(world, code, { address, subId });
  await world.clock.move('1m');
  const answer = await follow(world, code, { address: '41.90.192.7', subId });
  const waiting = new URL(answer.headers.location!).searchParams.get('lbclick')!;
  for (const click of [first, again, waiting]) expect((await tell(world, secret, { click })).status).toBe(201);
  const billedOf = async () =>
    (await conversionsOf(world, business, campaignId)).map(({ clickId, isBilled }: any) => [clickId, isBilled]);
  expect((await billedOf()).sort()).toEqual(
    [
      [first, true],
      [again, false],
      [waiting, null],
    ].sort(),
  );
  const report = (by: string) => reportOf(world, business, campaignId, by);
  expect(await report('SUB_ID')).toMatchObject([{ seen: 2, billed: 1, converted: 1, convertedUnbilled: 1 }]);
  // What was told of a click before it was judged counts once it is.
  await judge(world);
  expect(await billedOf()).toEqual(expect.arrayContaining([[waiting, true]]));
  const whole = {
    ...{ seen: 3, valid: 2, billed: 2, spent: { minor: 2 * price } },
    ...{ converted: 2, convertedUnbilled: 1, costPerConversion: { minor: price } },
  };
  expect(await report('DAY')).toMatchObject([whole]);
  // Sums of a market that told none of this.
  const [rows, days] = ['conversions', 'click_days'].map((name) => mongoose.connection.collection(name));
  await rows!.updateMany({ campaignId }, { $unset: { isBilled: 1 } });
  await days!.updateOne({ campaignId }, { $inc: { converted: 1, convertedUnbilled: -1 } });
  await settleEarlier.up();
  expect(await report('CAMPAIGN')).toMatchObject([whole]);
  // The same as a file, to whoever may see it.
  const file = (query: string, actor = business) =>
    world.http.get(`/api/exports/click-report.csv?${query}`).set('authorization', `Bearer ${actor.accessToken}`);
  const asked = `by=SUB_ID&from=${dayOf(-3)}&to=${dayOf(1)}&campaign=${campaignId}`;
  const cost = (price / 100).toFixed(2);
  const spent = ((2 * price) / 100).toFixed(2);
  const { status, text } = await file(asked);
  expect([status, text.split('\r\n')[1]]).toEqual([200, `mail-9,mail-9,3,2,2,${spent},0.00,USD,2,1,${cost},0,1`]);
  expect((await file(asked, await world.business())).status).toBe(404);
  expect((await file(asked.replace(campaignId, 'campaign_none'))).status).toBe(404);
  for (const wrong of ['', 'from=2026-11-01', `${asked}&colour=red`, asked.replace('SUB_ID', 'HOUR')])
    expect([wrong, (await file(wrong)).status]).toEqual([wrong, 400]);
  expect((await file(asked, await colleague(world, business, 'AGENT'))).status).toBe(403);
  for (const [wrong, words] of [
    ['by=FOO&from=2026-02-01&to=2026-02-03', 'VERDICT'],
    ['from=2026-02-01&to=2026-02-31', 'calendar'],
    ['from=2026-02-03&to=2026-02-01', '1 to 366 days'],
    ['from=2024-02-03&to=2026-02-01', '1 to 366 days'],
  ] as const)
    expect((await file(wrong)).body.message).toContain(words);
  expect((await world.http.get(`/api/exports/click-report.csv?${asked}`)).status).toBe(401);
  // Whom only money kept from being billed is valid all the same.
  await days!.updateOne({ campaignId }, { $inc: { seen: 1, 'verdicts.OVER_BUDGET': 1 } });
  expect(await report('AGENCY')).toMatchObject([{ ...whole, seen: 4, valid: 3 }]);
  expect(await report('ALL')).toMatchObject([{ ...whole, key: '', label: 'All', seen: 4, valid: 3 }]);
  expect(await report('VERDICT')).toMatchObject([
    { key: 'VALID', seen: 2, valid: 2, billed: 2 },
    { key: 'OVER_BUDGET', seen: 1, valid: 1, billed: 0 },
    { key: 'REPEAT', seen: 1, valid: 0, billed: 0, convertedUnbilled: null },
  ]);
});

test('who is not the business’s own server is refused, and so is what cannot be', async () => {
  const { campaignId, code } = await campaignWithLink(world, business, agency, 'Refusals');
  const click = await visit(world, code);
  const said = { click };
  const body = JSON.stringify(said);
  const now = world.clock.now();
  const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
  const rival = await renewSecret(world, await world.business());
  for (const by of [
    null,
    'nonsense',
    signed({ ...secret, secret: 'lbc_wrong' }, body, now),
    signed({ ...secret, keyId: 'convkey_none' }, body, now),
    signed(secret, `${body} `, now),
    // Listened to and sent again, or from a clock that is wrong.
    signed(secret, body, minutes(-6)),
    signed(secret, body, minutes(6)),
  ])
    expect([by, (await tell(world, by, body)).status]).toEqual([by, 403]);
  const unknown = `click_${'0'.repeat(26)}`;
  for (const [by, what, status] of [
    [rival, said, 404],
    [secret, { click: `${click.slice(0, -1)}${click.endsWith('0') ? '1' : '0'}` }, 404],
    [secret, { click: 'click_nonsense' }, 404],
    // Made in 1970.
    [secret, { click: unknown }, 410],
    [secret, 'no json', 400],
    [secret, { ...said, value: kes(-1) }, 422],
    [secret, { ...said, value: kes(1.5) }, 422],
    [secret, { ...said, value: { minor: 1, currency: 'ABC' } }, 422],
    [secret, { ...said, value: kes(10 ** 13) }, 422],
    [secret, { ...said, at: minutes(10).toISOString() }, 422],
    [secret, { ...said, at: minutes(-10).toISOString() }, 422],
    [secret, { ...said, colour: 'red' }, 422],
    [secret, { ...said, contact: { name: 'Amelia Hart' } }, 422],
    [secret, {}, 422],
  ] as const)
    expect([what, (await tell(world, by, what)).status]).toEqual([what, status]);
  expect((await tell(world, secret, '[]')).body.detail).toContain('Send the conversion as a JSON object.');
  expect((await tell(world, rival, said)).body).toEqual((await tell(world, secret, { click: 'click_none' })).body);
  expect((await world.http.get('/api/conversions')).status).toBe(405);
  expect(await conversionsOf(world, business, campaignId)).toEqual([]);
  expect((await tell(world, secret, said)).status).toBe(201);
});

test('a secret that is renewed is good for a day more, or ends at once', async () => {
  const owner = await world.business({ funds: '500.00' });
  const { code } = await campaignWithLink(world, owner, agency, 'Renewed');
  const click = await visit(world, code);
  const [first, second] = [await renewSecret(world, owner), await renewSecret(world, owner)];
  for (const by of [first, second]) expect((await tell(world, by, { click, order: by.keyId })).status).toBe(201);
  const third = await renewSecret(world, owner, { endsFormerAtOnce: true });
  expect((await tell(world, second, { click, order: 'x' })).status).toBe(403);
  expect((await tell(world, third, { click, order: 'x' })).status).toBe(201);
  const kept = JSON.stringify(await mongoose.connection.collection('conversion_secrets').find({}).toArray());
  expect(kept).not.toContain(third.secret);
});

test('a browser’s word counts apart, gets the same picture whatever comes of it, and yields to the server’s', async () => {
  const { campaignId, code } = await campaignWithLink(world, business, agency, 'By browser');
  const at = '41.90.77.7';
  const click = await visit(world, code, { address: at });
  const other = await visit(world, code);
  const picture = (id: string, address: string) =>
    world.http
      .get(`/convert.gif?c=${id}&k=signup`)
      .set('x-forwarded-for', address)
      .set(
        'user-agent',
        'Mozilla/5.0 (Linux; Android 14; TECNO KJ5) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
      );
  const answers = [await picture(click, at), await picture('click_none', at), await picture(other, at)];
  for (const { status, headers, body } of answers) {
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'image/gif', 'no-store']);
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(body).toEqual(answers[0]!.body);
  }
  await until(async () => (await conversionsOf(world, business, campaignId)).length === 2);
  await picture(click, at);
  expect(await conversionsOf(world, business, campaignId, true)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        clickId: click,
        saidBy: 'BROWSER',
        kind: 'signup',
        isSameVisitor: true,
        isQuick: true,
      }),
      expect.objectContaining({ clickId: other, isSameVisitor: false }),
    ]),
  );
  const report = () => reportOf(world, business, campaignId, 'CAMPAIGN');
  expect(await report()).toMatchObject([{ converted: 2, convertedByBrowser: 2, convertedQuickly: 2 }]);
  const [batch] = await batchesOf(world, business, campaignId);
  expect(await conversionEvidence({ batchId: batch.id })).toMatchObject({
    clicks: 2,
    converted: 2,
    byBrowser: 2,
    byOtherVisitor: 1,
    quick: 2,
    quickByMarket: 2,
    subIds: [{ subId: '', converted: 2, quick: 2 }],
  });
  await world.clock.move('1m');
  expect((await tell(world, secret, { click, order: 'B-1' })).status).toBe(201);
  expect(await report()).toMatchObject([{ converted: 2, convertedByBrowser: 1, convertedQuickly: 1 }]);
  const script = await world.http.get('/convert.js');
  expect(script.headers['content-type']).toMatch(/^text\/javascript/);
  expect(script.headers['cross-origin-resource-policy']).toBe('cross-origin');
  expect(script.text).toContain('/convert.gif');
});

const LEADS =
  'query ($campaignId: ID) { clickLeads(campaignId: $campaignId) { nodes { id clickId channel subId agency { name } } } }';
const LEAD = 'query ($id: ID!) { clickLead(id: $id) { contact { name phone email } } }';

test('a person whom a conversion names is the business’s own: kept sealed, told before paying, shown to and erased by themselves', async () => {
  const { campaignId, code } = await campaignWithLink(world, business, agency, 'People');
  const phone = anotherPhone();
  const email = `brought.${process.pid}@mail-of-kamau.co.ke`;
  const contact = { name: 'Wanjiku Kamau', phone: phone.replace('+254', '0'), email };
  const click = await visit(world, code, { subId: 'mail-7' });
  await world.clock.move('2m');
  const wallet = () => world.ask(business, '{ wallet { available { minor } } }');
  const before = await wallet();
  const noted = await tell(world, secret, { click, kind: 'request', contact });
  expect(noted).toMatchObject({ status: 201, body: { lead: expect.stringMatching(/^clicklead_/), notes: [] } });
  expect(await wallet()).toEqual(before);
  const { nodes } = await world.ask(business, LEADS, { campaignId });
  const id = noted.body.lead as string;
  expect(nodes).toMatchObject([{ id, clickId: click, channel: 'EMAIL', subId: 'mail-7' }]);
  expect(await world.ask(business, LEAD, { id })).toEqual({
    contact: { name: 'Wanjiku Kamau', phone: phone.replaceAll(' ', ''), email },
  });
  const rows = (name: string) => mongoose.connection.collection<{ _id: string; leadId?: string }>(name);
  expect(await rows('disclosures').findOne({ leadId: id })).toMatchObject({
    personId: business.personId,
    basis: 'OWNER',
  });
  expect(JSON.stringify(await rows('click_leads').find({}).toArray())).not.toContain('Wanjiku');
  expect(await world.ask(await world.business(), LEAD, { id })).toBeNull();
  expect((await world.graphql(agency, LEAD, { id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  const file = (actor: Actor) =>
    world.http.get('/api/exports/click-leads.csv').set('authorization', `Bearer ${actor.accessToken}`);
  const { text } = await file(business);
  expect(text.split('\r\n')[1]).toContain(`Wanjiku Kamau,`);
  expect(text).toContain(`,EMAIL,${agency.name},mail-7,`);
  expect((await file(agency)).status).toBe(403);

  await world.clock.move('49h');
  [business, agency] = [await logIn(world, business), await logIn(world, agency)];
  const [listingId] = await listLeads(world, agency, [await acceptedLead(world, agency, { phone })], { maxSales: 5 });
  const quote = () => world.ask(business, QUOTE_WITH_LIST, { input: { listingIds: [listingId] } });
  expect(await quote()).toMatchObject({ __typename: 'OnOwnList', listingIds: [listingId] });

  const token = await proven(world, email);
  const held = await world.ask(
    null,
    'query ($token: String!) { myData(token: $token) { fromBusinesses { business contact { name phone email } looks } } }',
    { token },
  );
  expect(held.fromBusinesses).toMatchObject([
    {
      business: expect.any(String),
      contact: { name: 'Wanjiku Kamau', phone: expect.stringMatching(/^•••\d{3}$/), email },
      looks: 2,
    },
  ]);
  expect(await erase(world, token)).toMatchObject({ receipt: { requestCount: 1, recipientCount: 1 } });
  expect(await world.ask(business, LEAD, { id })).toBeNull();
  expect(await rows('own_people').countDocuments({})).toBe(0);
  const letters = await caughtFor(world, business.email);
  expect(letters.map(({ subject }) => subject)).toContain('A person had their data erased');
  const later = await visit(world, code);
  expect((await tell(world, secret, { click: later, contact })).body).toMatchObject({
    lead: null,
    notes: [{ code: 'PERSON_KEPT_OUT' }],
  });
});

test('people are kept as long as those of their niche, and conversions that nobody lists any more are removed', async () => {
  const { campaignId, code } = await campaignWithLink(world, business, agency, 'Old');
  const click = await visit(world, code);
  await tell(world, secret, { click, contact: { email: `old.${process.pid}@mail-of-kamau.co.ke` } });
  await world.clock.move('366d');
  business = await logIn(world, business);
  await world.runJob('clicks.clearConversions');
  // Whose person is kept is listed still.
  expect(await conversionsOf(world, business, campaignId)).toMatchObject([{ clickId: click, hasLead: true }]);
  await world.clock.move('400d');
  business = await logIn(world, business);
  await world.runJob('clicks.clearConversions');
  expect(await world.ask(business, LEADS, { campaignId })).toEqual({ nodes: [] });
  expect(await conversionsOf(world, business, campaignId)).toEqual([]);
});
