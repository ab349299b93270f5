import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { config } from '../../server/config';
import { candidateOf } from '../../server/modules/leads/intake/columns/candidateOf';
import { guessColumns } from '../../server/modules/leads/intake/columns/guessColumns';
import { rowOf } from '../../server/modules/leads/meta/candidate';
import { database } from '../../server/platform/database';
import { type Actor, createWorld, type World } from '../kit/world';
import { type GraphFake, graphError, startGraph } from './graphFake';
import { anotherPhone } from './submitting';

let world: World;
let graph: GraphFake;

const APP_SECRET = 'app-secret-of-the-tests';
const VERIFY_TOKEN = 'verify-token-of-the-tests';

beforeAll(async () => {
  world = await createWorld();
  graph = await startGraph();
  config.meta = { appSecret: APP_SECRET, verifyToken: VERIFY_TOKEN, graphUrl: graph.address };
});
afterAll(async () => {
  config.meta = null;
  await graph.close();
  await world.close();
});
beforeEach(() => {
  graph.answer = null;
  graph.asked.length = 0;
});

let serial = 0;
const digits = (): string => `${7_000_000_000 + ++serial * 7919}`;

const CONSENT = 'Insurers may call me about my request.';
const sign = (body: string | Buffer, secret = APP_SECRET): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

const post = (body: string | Buffer, headers: Record<string, string> = { 'x-hub-signature-256': sign(body) }) =>
  world.http
    .post('/hooks/meta')
    .set('content-type', Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json')
    .set(headers)
    .send(body);

const newsOf = (pageId: string, leadIds: string[], formId?: string): string =>
  JSON.stringify({
    object: 'page',
    entry: [
      {
        id: pageId,
        time: 1790000000,
        changes: leadIds.map((leadgen_id) => ({
          field: 'leadgen',
          value: { leadgen_id, page_id: pageId, created_time: 1790000000, ...(formId ? { form_id: formId } : {}) },
        })),
      },
    ],
  });

/** A lead as Meta answers it. */
function metaLead(formId: string, answers: Record<string, string> = {}): string {
  const id = digits();
  const told = {
    full_name: 'Achieng Odhiambo',
    phone_number: anotherPhone().replaceAll(' ', ''),
    city: 'Nairobi',
    ...answers,
  };
  graph.leads.set(id, {
    id,
    created_time: new Date(world.clock.now().getTime() - 60_000).toISOString().replace('.000Z', '+0000'),
    form_id: formId,
    platform: 'ig',
    field_data: Object.entries(told).map(([name, value]) => ({ name, values: [value] })),
  });
  return id;
}

const CONNECT = `mutation ($input: ConnectMetaPageInput!) { connectMetaPage(input: $input) {
  __typename ... on ConnectMetaPagePayload { page { id pageName } }
  ... on InvalidInput { problems { message path } } ... on UserError { message } } }`;

const formInput = (formId: string, more: object = {}) => ({
  formId,
  nicheId: 'niche_motor-insurance',
  country: 'KE',
  consentText: CONSENT,
  ...more,
});

interface Connected {
  agency: Actor;
  pageId: string;
  formId: string;
  token: string;
  id: string;
}

function newPage(name = 'Baobab on Meta') {
  const page = { pageId: digits(), formId: digits(), token: `EAAtoken${digits()}${digits()}` };
  graph.pages.set(page.pageId, { name, token: page.token });
  return page;
}

async function connected(options: { isApproved?: boolean } = {}): Promise<Connected> {
  const agency = await world.agency(options);
  const page = newPage();
  const input = { pageId: page.pageId, accessToken: page.token, forms: [formInput(page.formId)] };
  const answer = await world.ask(agency, CONNECT, { input });
  expect(answer).toMatchObject({ __typename: 'ConnectMetaPagePayload', page: { pageName: 'Baobab on Meta' } });
  return { agency, ...page, id: answer.page.id };
}

const overview = async (agency: Actor) =>
  (
    await world.ask(
      agency,
      `{ metaSetup { isConfigured hookAddress pages { id pageId problem forms { formId niche { slug } }
        tally { done waiting failed } deliveries { id state problem outcome leadId } } } }`,
    )
  ).pages[0];

const stored = (id: string) => database().collection<{ _id: string }>('meta_leads').findOne({ _id: id });

describe('GET /hooks/meta', () => {
  const challenge = (query: Record<string, string>) => world.http.get('/hooks/meta').query(query);
  const right = { 'hub.mode': 'subscribe', 'hub.verify_token': VERIFY_TOKEN, 'hub.challenge': '1158201444' };

  it('answers the challenge of who knows the token', async () => {
    const answer = await challenge(right);
    expect([answer.status, answer.text, answer.type]).toEqual([200, '1158201444', 'text/plain']);
  });

  it.each<[string, Record<string, string>]>([
    ['another token', { ...right, 'hub.verify_token': 'guessed' }],
    ['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
    ['another mode', { ...right, 'hub.mode': 'unsubscribe' }],
    ['a challenge that is markup', { ...right, 'hub.challenge': '<script>alert(1)</script>' }],
    ['no challenge', { ...right, 'hub.challenge': '' }],
    ['nothing', {}],
  ])('is refused for %s', async (_title, query) => {
    const answer = await challenge(query);
    expect([answer.status, answer.type]).toEqual([403, 'application/problem+json']);
  });
});

describe('POST /hooks/meta', () => {
  it('answers at once, and the lead goes through the checks with the consent of its form', async () => {
    const { agency, pageId, formId, token } = await connected();
    const leadgenId = metaLead(formId, { email: 'achieng@mail-of-odhiambo.co.ke' });
    graph.asked.length = 0;
    const answer = await post(newsOf(pageId, [leadgenId], formId));
    expect([answer.status, answer.body]).toEqual([200, { received: true }]);
    expect(graph.asked).toEqual([]);
    await world.settle();
    expect(graph.asked).toHaveLength(1);
    expect(graph.asked[0]!.headers.authorization).toBe(`Bearer ${token}`);
    expect(graph.asked[0]!.query.toString()).not.toContain(token);
    expect(graph.asked[0]!.query.get('appsecret_proof')).toBe(
      createHmac('sha256', APP_SECRET).update(token).digest('hex'),
    );
    const { deliveries, tally } = await overview(agency);
    expect(tally).toEqual({ done: 1, waiting: 0, failed: 0 });
    expect(deliveries).toMatchObject([{ id: leadgenId, state: 'DONE', outcome: 'ACCEPTED', problem: null }]);
    const lead = await world.ask(
      agency,
      `query ($id: ID!) { lead(id: $id) { channel externalId niche { slug } region { code }
        consent { text method at hasIp page } preview { hasEmail line } } }`,
      { id: deliveries[0].leadId },
    );
    expect(lead).toMatchObject({
      channel: 'SOCIAL_AD',
      externalId: leadgenId,
      niche: { slug: 'motor-insurance' },
      consent: { text: CONSENT, method: 'SOCIAL_FORM', hasIp: false, page: null },
      preview: { hasEmail: true, line: 'MOBILE' },
    });
    const contact = await world.ask(
      agency,
      'query ($id: ID!) { agencyLeadContact(leadId: $id) { name email details { label value } } }',
      { id: deliveries[0].leadId },
    );
    expect(contact).toMatchObject({ name: 'Achieng Odhiambo', email: 'achieng@mail-of-odhiambo.co.ke' });
    expect(contact.details).toContainEqual({ label: 'City', value: 'Nairobi' });
  });

  it('understands the names that the file of the same form has, and the questions of the niche', async () => {
    const { agency, pageId, formId } = await connected();
    const id = metaLead(formId, {
      first_name: 'Otieno',
      last_name: 'Barasa',
      full_name: '',
      post_code: '00100',
      'when_can_we_call?': 'after five',
    });
    await post(newsOf(pageId, [id]));
    await world.settle();
    const [delivery] = (await overview(agency)).deliveries;
    expect(delivery).toMatchObject({ state: 'DONE', outcome: 'ACCEPTED' });
    const contact = await world.ask(agency, 'query ($id: ID!) { agencyLeadContact(leadId: $id) { name } }', {
      id: delivery.leadId,
    });
    expect(contact.name).toBe('Otieno Barasa');
  });

  it('stores a lead once, though it is told ten times, at once and after it was done', async () => {
    const { agency, pageId, formId } = await connected();
    const id = metaLead(formId);
    const body = newsOf(pageId, [id, id]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await world.settle();
    for (let n = 0; n < 5; n++) await post(body);
    await world.settle();
    expect(graph.asked.filter(({ path }) => path === `/${id}`)).toHaveLength(1);
    expect((await overview(agency)).tally).toEqual({ done: 1, waiting: 0, failed: 0 });
    const { totalCount } = { totalCount: await database().collection('leads').countDocuments({ externalId: id }) };
    expect(totalCount).toBe(1);
  });

  const body = newsOf('123', ['456789']);
  it.each<[string, string | Buffer, Record<string, string>]>([
    ['no signature', body, {}],
    ['a signature by another secret', body, { 'x-hub-signature-256': sign(body, 'another') }],
    ['a signature of other bytes', `${body} `, { 'x-hub-signature-256': sign(body) }],
    ['the same content spelt anew', JSON.stringify(JSON.parse(body), null, 1), { 'x-hub-signature-256': sign(body) }],
    ['a signature without its kind', body, { 'x-hub-signature-256': sign(body).slice(7) }],
    [
      'the older kind of signature',
      body,
      { 'x-hub-signature': `sha1=${createHmac('sha1', APP_SECRET).update(body).digest('hex')}` },
    ],
    ['an empty signature', body, { 'x-hub-signature-256': '' }],
    ['a very long signature', body, { 'x-hub-signature-256': `sha256=${'a'.repeat(6000)}` }],
  ])('S33: refuses %s and writes nothing', async (_title, sent, headers) => {
    const answer = await post(sent, headers);
    expect([answer.status, answer.type]).toEqual([403, 'application/problem+json']);
    expect(await stored('456789')).toBeNull();
  });

  it.each<[string, string | Buffer, number]>([
    ['no JSON', '{"object":', 400],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400],
    ['nothing', '', 400],
    ['a list', '[]', 422],
    ['a page without an id', JSON.stringify({ object: 'page', entry: [{}] }), 422],
    ['a lead whose id is none', newsOf('1', ['../../me']), 422],
    [
      'a lead whose id is an operator',
      JSON.stringify({
        object: 'page',
        entry: [{ id: '1', changes: [{ field: 'leadgen', value: { leadgen_id: { $ne: 1 } } }] }],
      }),
      422,
    ],
    ['news of other things', JSON.stringify({ object: 'user', entry: [] }), 200],
    [
      'another field of the page',
      JSON.stringify({ object: 'page', entry: [{ id: '1', changes: [{ field: 'feed', value: {} }] }] }),
      200,
    ],
  ])('signed, but %s', async (_title, sent, status) => {
    const before = await database().collection('meta_leads').countDocuments();
    const answer = await post(sent);
    expect(answer.status).toBe(status);
    expect(await database().collection('meta_leads').countDocuments()).toBe(before);
  });

  it('takes the leads that have an id beside one that has none, and ids longer than a number is exact', async () => {
    const { pageId, formId } = await connected();
    const [good, long] = [metaLead(formId), '98765432109876543'];
    const body = newsOf(pageId, [good, 'abc', 'LONG']).replace('"LONG"', long);
    expect((await post(body)).status).toBe(200);
    expect(await stored(good)).not.toBeNull();
    expect(await stored(long)).not.toBeNull();
    await database()
      .collection('meta_leads')
      .deleteOne({ _id: long as never });
  });

  it('refuses what is too large or packed, before it is read', async () => {
    const large = await post(`{"a":"${'x'.repeat(600 * 1024)}"}`);
    expect([large.status, large.type]).toEqual([413, 'application/problem+json']);
    const packed = await post(body, { 'content-encoding': 'gzip', 'x-hub-signature-256': sign(body) });
    expect([packed.status, packed.type]).toEqual([400, 'application/problem+json']);
  });

  it('is not there while no app of Meta is set up', async () => {
    const kept = config.meta;
    config.meta = null;
    const answers = [await post(body), await world.http.get('/hooks/meta')];
    const agency = await world.agency();
    const { isConfigured } = await world.ask(agency, '{ metaSetup { isConfigured } }');
    const page = newPage();
    const input = { pageId: page.pageId, accessToken: page.token, forms: [formInput(page.formId)] };
    const refused = await world.ask(agency, CONNECT, { input });
    config.meta = kept;
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    expect(isConfigured).toBe(false);
    expect(refused.__typename).toBe('Conflict');
  });
});

describe('fetching a lead', () => {
  it('is tried again while Meta is silent, and given up in the end', async () => {
    const { agency, pageId, formId } = await connected();
    const [silent, later] = [metaLead(formId), metaLead(formId)];
    graph.answer = 'hangUp';
    await post(newsOf(pageId, [later]));
    await world.settle();
    expect((await overview(agency)).deliveries).toMatchObject([{ state: 'WAITING', problem: 'UNREACHABLE' }]);
    graph.answer = null;
    await world.clock.move('15s');
    await world.settle();
    expect((await overview(agency)).deliveries).toMatchObject([{ id: later, state: 'DONE', problem: null }]);
    graph.answer = { status: 500, body: 'not even JSON' };
    await post(newsOf(pageId, [silent]));
    for (const wait of ['0s', '15s', '2m', '6m', '31m', '121m', '361m', '1441m']) {
      await world.clock.move(wait);
      await world.settle();
    }
    expect(await stored(silent)).toMatchObject({ state: 'FAILED', problem: 'UNREACHABLE', tries: 7 });
  });

  it.each([
    ['no such lead', graphError(100), 'NOT_FOUND'],
    ['an answer that is none', { status: 200, body: '{"id":1}' }, 'UNREADABLE'],
  ])('ends at once for %s', async (_title, answer, problem) => {
    const { pageId, formId } = await connected();
    const id = metaLead(formId);
    graph.answer = answer;
    await post(newsOf(pageId, [id]));
    await world.settle();
    expect(await stored(id)).toMatchObject({ state: 'FAILED', problem });
  });

  it('takes no answer that is larger than any lead', async () => {
    const { pageId, formId } = await connected();
    const id = metaLead(formId);
    graph.answer = { status: 200, body: JSON.stringify({ id, flood: 'x'.repeat(300 * 1024) }) };
    await post(newsOf(pageId, [id]));
    await world.settle();
    expect(await stored(id)).toMatchObject({ state: 'WAITING', problem: 'UNREACHABLE' });
  });

  it('passes over the test leads of Meta’s own tools', async () => {
    const { agency, pageId, formId } = await connected();
    const id = metaLead(formId, { full_name: '<test lead: dummy data for full_name>' });
    await post(newsOf(pageId, [id]));
    await world.settle();
    expect((await overview(agency)).deliveries).toMatchObject([{ state: 'DONE', problem: 'TEST_LEAD', leadId: null }]);
  });

  it('waits for its form, a new token, the page, the approval; and goes on by itself', async () => {
    const { agency, pageId, formId, id: connectionId, token } = await connected();
    const otherForm = digits();
    const ofOtherForm = metaLead(otherForm);
    await post(newsOf(pageId, [ofOtherForm]));
    await world.settle();
    expect(await stored(ofOtherForm)).toMatchObject({ state: 'WAITING', problem: 'NO_FORM' });
    const change = `mutation ($input: ChangeMetaFormsInput!) { changeMetaForms(input: $input) { __typename ... on UserError { message } } }`;
    const forms = [formInput(formId), formInput(otherForm)];
    await world.ask(agency, change, { input: { metaPageId: connectionId, forms } });
    await world.settle();
    expect(await stored(ofOtherForm)).toMatchObject({ state: 'DONE', outcome: 'ACCEPTED' });

    graph.pages.get(pageId)!.token = `${token}new`;
    const refused = metaLead(formId);
    await post(newsOf(pageId, [refused]));
    await world.settle();
    expect(await overview(agency)).toMatchObject({ problem: 'TOKEN_REFUSED', tally: { waiting: 1 } });
    const renew = `mutation ($input: RenewMetaTokenInput!) { renewMetaToken(input: $input) { __typename ... on UserError { message path } } }`;
    const wrong = await world.ask(agency, renew, { input: { metaPageId: connectionId, accessToken: `${token}wrong` } });
    expect(wrong).toMatchObject({ __typename: 'InvalidInput', path: ['accessToken'] });
    await world.ask(agency, renew, { input: { metaPageId: connectionId, accessToken: `${token}new` } });
    await world.settle();
    expect(await overview(agency)).toMatchObject({ problem: null, tally: { waiting: 0 } });

    const unknown = newPage();
    const early = metaLead(unknown.formId);
    await post(newsOf(unknown.pageId, [early]));
    await world.settle();
    expect(await stored(early)).toMatchObject({ state: 'WAITING', problem: 'NO_CONNECTION' });
    const pending = await world.agency({ isApproved: false });
    const input = { pageId: unknown.pageId, accessToken: unknown.token, forms: [formInput(unknown.formId)] };
    await world.ask(pending, CONNECT, { input });
    await world.settle();
    expect(await stored(early)).toMatchObject({ state: 'WAITING', problem: 'AGENCY_NOT_ACTIVE' });
    await world.ask(
      await world.admin(),
      'mutation ($input: ApproveAgencyInput!) { approveAgency(input: $input) { __typename } }',
      { input: { organisationId: pending.organisationId } },
    );
    await world.settle();
    expect(await stored(early)).toMatchObject({ state: 'DONE', agencyId: pending.organisationId });
  });
});

describe('connecting a page', () => {
  it('S36: keeps the token sealed, and shows it to nobody', async () => {
    const { agency, token, id } = await connected();
    const row = await database().collection<{ _id: string }>('meta_connections').findOne({ _id: id });
    expect(JSON.stringify(row)).not.toContain(token);
    const dump = JSON.stringify(
      await database().collection('audit').find({ subject: agency.organisationId }).toArray(),
    );
    expect(dump).toContain('connectMetaPage');
    expect(dump).not.toContain(token);
  });

  it('is for whoever has a token of the page, and of one agency at a time', async () => {
    const { pageId, formId, token } = await connected();
    const other = await world.agency();
    const guessed = { pageId, accessToken: `guessed${token}`, forms: [formInput(formId)] };
    expect(await world.ask(other, CONNECT, { input: guessed })).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ path: ['accessToken'] }],
    });
    const same = { pageId, accessToken: token, forms: [formInput(formId)] };
    expect((await world.ask(other, CONNECT, { input: same })).__typename).toBe('Conflict');
    const ownToken = { ...same, accessToken: newPage().token };
    expect((await world.ask(other, CONNECT, { input: ownToken })).__typename).toBe('InvalidInput');
  });

  it('tells all that is wrong together', async () => {
    const agency = await world.agency();
    const forms = [
      formInput('12a'),
      formInput('77', { nicheId: 'niche_none', country: 'XX', consentText: 'ok' }),
      formInput('77'),
    ];
    const answer = await world.ask(agency, CONNECT, { input: { pageId: 'my page', accessToken: 'short', forms } });
    expect(answer.problems.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'pageId',
      'accessToken',
      'forms.0.formId',
      'forms.1.nicheId',
      'forms.1.country',
      'forms.1.consentText',
      'forms.2.formId',
    ]);
  });

  it('ends: the token is forgotten and the next leads wait', async () => {
    const { agency, pageId, formId, id, token } = await connected();
    const end = `mutation ($input: DisconnectMetaPageInput!) { disconnectMetaPage(input: $input) { __typename } }`;
    const stranger = await world.agency();
    expect((await world.ask(stranger, end, { input: { metaPageId: id } })).__typename).toBe('NotFound');
    expect((await world.ask(agency, end, { input: { metaPageId: id } })).__typename).toBe('DisconnectMetaPagePayload');
    expect(await overview(agency)).toBeUndefined();
    const leadgenId = metaLead(formId);
    await post(newsOf(pageId, [leadgenId]));
    await world.settle();
    expect(await stored(leadgenId)).toMatchObject({ state: 'WAITING', problem: 'NO_CONNECTION' });
    const input = { pageId, accessToken: token, forms: [formInput(formId)] };
    expect((await world.ask(agency, CONNECT, { input })).__typename).toBe('ConnectMetaPagePayload');
    await world.settle();
    expect(await stored(leadgenId)).toMatchObject({ state: 'DONE' });
    // What waited for the connection is of it, though it was told before; what an earlier one took is not.
    const { tally, deliveries } = await overview(agency);
    expect(tally).toEqual({ done: 1, waiting: 0, failed: 0 });
    expect(deliveries).toMatchObject([{ id: leadgenId, state: 'DONE', outcome: 'ACCEPTED' }]);
  });
});

test('a lead that the hook brings is the row that Meta’s export of the same form has', () => {
  const [written, ...lines] = readFileSync(
    path.join(__dirname, '../fixtures/intake/meta_lead_ads_export_format.utf16le.tsv'),
    'utf16le',
  )
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const headings = written!;
  const context = { form: [], isPlace: () => false, isNiche: () => false, country: 'KE', now: world.clock.now() };
  const rows = lines.map((cells, place) => ({ row: place + 2, cells }));
  const columns = guessColumns(headings, headings.length, rows, context);
  const form = { formId: '1', nicheId: 'niche_motor-insurance', country: 'KE', consentText: CONSENT };
  const ofMeta = ['full_name', 'phone_number', 'email', 'city'];
  for (const raw of rows) {
    const told = (name: string): string => raw.cells[headings.indexOf(name)] ?? '';
    const read = candidateOf(raw, columns);
    if (!('candidate' in read)) continue;
    const answers = ofMeta.map((name) => ({ name, values: [told(name).replace(/^p:/, '')] }));
    const lead = {
      id: '77',
      createdAt: new Date(told('created_time')),
      formId: '1',
      platform: told('platform'),
      answers,
    };
    const { createdAt, ...values } = rowOf(lead, form)!.values;
    const { createdAt: inFile, ...valuesInFile } = read.candidate.values;
    expect(values).toEqual(valuesInFile);
    expect(new Date(createdAt!).getTime()).toBe(new Date(inFile!).getTime());
  }
  expect(rows.length).toBeGreaterThan(3);
});
