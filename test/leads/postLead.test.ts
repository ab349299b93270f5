import { gzipSync } from 'node:zlib';
import mongoose from '../../server/platform/mongoose';
import type supertest from 'supertest';
import { takeFrom } from '../../server/platform/limits';
import { act, apiKeyOf, rows } from '../accounts/flows';
import { type Actor, clientKey, createWorld, type World } from '../kit/world';
import { anotherPhone, consentGiven, soundLead, type Told } from './submitting';

/** `POST /api/leads`: one lead by an API key, through the same checks as `submitLead`. */

let world: World;
let agency: Actor;
let secret: string;
let keyId: string;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
  ({ secret, id: keyId } = await apiKeyOf(world, agency));
});
afterAll(() => world.close());

/** A sound lead of its own as this door takes it. */
function leadBody(overrides: Told = {}): Told {
  const { clientKey: _key, nicheId: _niche, ...facts } = soundLead();
  return { niche: 'motor-insurance', ...facts, ...overrides };
}

interface Sent {
  bearer?: string | null;
  key?: string | null;
  headers?: Record<string, string>;
}

const post = (body: string | Buffer | object, { bearer = secret, key = clientKey(), headers = {} }: Sent = {}) => {
  const request: supertest.Test = world.http.post('/api/leads').set('content-type', 'application/json');
  if (bearer !== null) void request.set('authorization', `Bearer ${bearer}`);
  if (key !== null) void request.set('idempotency-key', key);
  const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return request
    .set(headers)
    .serialize((sent: unknown) => sent as string)
    .send(bytes as string);
};

const leads = () => mongoose.connection.collection('leads').countDocuments();

describe('a sound lead', () => {
  test('is accepted with its facts and what it would cost, and is the same lead in the API', async () => {
    const answer = await post(leadBody({ channel: 'SOCIAL_AD', comment: 'Please call me after work' }));
    expect(answer.status).toBe(201);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toEqual({
      outcome: 'ACCEPTED',
      lead: {
        id: expect.stringMatching(/^lead_/),
        state: 'ACCEPTED',
        niche: 'motor-insurance',
        region: expect.stringMatching(/^KE/),
        temperature: 'WARM',
        contactKind: 'INTERESTED',
        channel: 'SOCIAL_AD',
        type: 'NET',
        isVerified: false,
        signals: [],
        submittedAt: expect.any(String),
      },
      reasons: [],
      notes: [],
      emailMeant: null,
      prices: {
        shared: { minor: expect.any(Number), currency: 'USD', text: expect.stringMatching(/^\$/) },
        exclusive: { minor: expect.any(Number), currency: 'USD', text: expect.stringMatching(/^\$/) },
      },
    });
    const { lead } = answer.body;
    const price = await world.ask(agency, PRICE, { input: { ...PRICED, regionId: (await leadRow(lead.id)).regionId } });
    expect(answer.body.prices.shared.minor).toBe(price.total.minor);
    expect(await world.ask(agency, '{ leads { nodes { id preview { text } } } }')).toMatchObject({
      nodes: expect.arrayContaining([{ id: lead.id, preview: { text: 'W••• K•••, Nairobi, mobile and e-mail' } }]),
    });
  });

  test.each<[string, Told, string]>([
    [
      'by the slug and the code of a region that tells the country',
      { country: null, region: 'KE-30', city: null },
      'KE-30',
    ],
    ['by words for the place', { country: null, region: 'Mombasa, Kenya', city: null }, 'Mombasa'],
    [
      'by the id of its niche and its country as region',
      { niche: 'niche_motor-insurance', country: null, region: 'GR', city: 'Athens', phone: '+30 210 331 8907' },
      'Athens',
    ],
    ['in the whole country where no more is told', { country: null, region: 'Kenya', city: null }, 'KE'],
  ])('is placed %s', async (_title, told, place) => {
    const { status, body } = await post(leadBody(told));
    expect([status, body.outcome, body.lead.signals]).toEqual([201, 'ACCEPTED', []]);
    const { region } = await world.ask(agency, 'query ($id: ID!) { lead(id: $id) { region { code name } } }', {
      id: body.lead.id,
    });
    expect([region.code, region.name]).toContain(place);
  });

  test('takes a body with a byte order mark, letters of any script, and numbers as answers', async () => {
    const body = leadBody({ name: 'Αγγελική Παπαδοπούλου', answers: [{ key: 'vehicleYear', value: 2019 }] });
    const { status } = await post(Buffer.from(`\uFEFF${JSON.stringify(body)}`), {
      headers: { 'content-type': 'application/json; charset="UTF-8"' },
    });
    expect(status).toBe(201);
  });
});

const PRICE = 'query ($input: PriceLinesInput!) { priceLines(input: $input) { total { minor } } }';
const PRICED = { nicheId: 'niche_motor-insurance', temperature: 'WARM', contactKind: 'INTERESTED' };
const leadRow = async (id: string) => (await rows('leads').findOne({ _id: id }))!;

describe('what the checks find is told as submitLead tells it', () => {
  test('a refused lead is answered with why, and has no id', async () => {
    const { status, body } = await post(leadBody({ phone: '+254 12', email: null }));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      outcome: 'REJECTED',
      lead: null,
      prices: null,
      reasons: [{ code: 'PHONE_IMPOSSIBLE' }],
    });
  });

  test('a lead in quarantine is made, with its signals and without a price', async () => {
    const { status, body } = await post(leadBody({ email: 'not an address' }));
    expect(status).toBe(201);
    expect(body).toMatchObject({
      outcome: 'QUARANTINED',
      lead: { state: 'QUARANTINED', signals: [{ code: 'EMAIL_SYNTAX', weight: 50 }] },
      emailMeant: null,
      prices: null,
    });
    const slip = await post(leadBody({ email: `slip.${process.pid}@gmial.com` }));
    expect(slip.body).toMatchObject({ outcome: 'ACCEPTED', emailMeant: `slip.${process.pid}@gmail.com` });
  });

  test('a repeated person is a touch on the first lead, and of another agency only that there is one', async () => {
    const phone = anotherPhone();
    const first = await post(leadBody({ phone }));
    expect(await post(leadBody({ phone }))).toMatchObject({
      status: 200,
      body: { outcome: 'DUPLICATE', lead: { id: first.body.lead.id } },
    });
    const rival = await apiKeyOf(world, await world.agency());
    const theirs = await post(leadBody({ phone }), { bearer: rival.secret });
    expect(theirs).toMatchObject({ status: 200, body: { outcome: 'DUPLICATE', lead: null } });
    expect(theirs.text).not.toContain(first.body.lead.id);
  });

  test('a lead whose consent is of long ago is REJECTED', async () => {
    const consent = consentGiven({ at: '1999-01-01T00:00:00Z' });
    expect((await post(leadBody({ consent }))).body).toMatchObject({ outcome: 'REJECTED' });
  });

  test('whom the text named to the person is kept with the consent', async () => {
    const consent = consentGiven({ recipients: ['Savanna Cover', ' Acme Ltd. ', 'Savanna Cover'] });
    const { body } = await post(leadBody({ consent }));
    const lead = await world.ask(agency, `query L($id: ID!) { lead(id: $id) { consent { namedRecipients } } }`, {
      id: body.lead.id,
    });
    expect(lead.consent.namedRecipients).toEqual(['Savanna Cover', 'Acme Ltd.']);
  });

  test('consent of a clock that is a little ahead of ours was given just now', async () => {
    const at = new Date(world.clock.now().getTime() + 60_000).toISOString();
    const { body } = await post(leadBody({ consent: consentGiven({ at }) }));
    const lead = await world.ask(agency, `query L($id: ID!) { lead(id: $id) { consent { at } } }`, {
      id: body.lead.id,
    });
    expect(new Date(lead.consent.at).getTime()).toBeLessThanOrEqual(world.clock.now().getTime());
  });
});

describe('a repeat under one key', () => {
  test('answers 200 with the same, marked as a repeat; another body is a conflict', async () => {
    const [key, body] = [clientKey(), leadBody()];
    const first = await post(body, { key });
    expect([first.status, first.headers['idempotency-replayed']]).toEqual([201, undefined]);
    const again = await post(body, { key: `"${key}"` });
    expect([again.status, again.headers['idempotency-replayed']]).toEqual([200, 'true']);
    expect(again.body).toEqual(first.body);
    const other = await post({ ...body, name: 'Someone Else' }, { key });
    expect(other.status).toBe(409);
    expect(other.body).toMatchObject({
      type: 'urn:leadbourse:problem:conflict',
      detail: expect.stringMatching(/used before/),
    });
  });

  test('is the same whether it came by this door or by submitLead', async () => {
    const [key, { niche: _niche, ...facts }] = [clientKey(), leadBody()];
    const input = { ...facts, nicheId: 'niche_motor-insurance', clientKey: key };
    const { lead } = await act(world, agency, 'submitLead', input, 'lead { id }');
    const again = await post({ ...facts, niche: 'motor-insurance' }, { key });
    expect([again.status, again.body.lead.id]).toEqual([200, lead.id]);
  });

  test('takes nothing of what an agency may submit in a minute', async () => {
    const busy = await world.agency();
    const { secret: bearer } = await apiKeyOf(world, busy);
    const [key, body] = [clientKey(), leadBody()];
    expect((await post(body, { key, bearer })).status).toBe(201);
    for (let n = 1; n < 60; n++) await takeFrom('submit-lead', busy.organisationId, 60, 60);
    expect((await post(body, { key, bearer })).status).toBe(200);
    const refused = await post(leadBody(), { bearer });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('many at once make one lead; each is answered with it or asked to wait', async () => {
    const sender = await world.agency();
    const { secret: bearer } = await apiKeyOf(world, sender);
    const [key, body] = [clientKey(), leadBody()];
    const answers = await Promise.all(Array.from({ length: 300 }, () => post(body, { key, bearer })));
    const ofStatus = (status: number) => answers.filter((answer) => answer.status === status);
    expect(ofStatus(201)).toHaveLength(1);
    const told = new Set([...ofStatus(201), ...ofStatus(200)].map(({ body: { lead } }) => lead.id));
    expect(told.size).toBe(1);
    expect(ofStatus(429).every(({ headers }) => Number(headers['retry-after']) > 0)).toBe(true);
    expect(new Set(answers.map(({ status }) => status)).size).toBeLessThanOrEqual(4);
    expect(answers.filter(({ status }) => ![200, 201, 429, 503].includes(status))).toEqual([]);
    expect(await rows('leads').countDocuments({ agencyId: sender.organisationId })).toBe(1);
    expect(await rows('touches').countDocuments({ agencyId: sender.organisationId })).toBe(0);
  });

  test('two equal leads at once under two keys are one lead and one touch', async () => {
    const sender = await world.agency();
    const { secret: bearer } = await apiKeyOf(world, sender);
    const body = leadBody();
    const answers = await Promise.all([post(body, { bearer }), post(body, { bearer })]);
    expect(answers.map((answer) => answer.body.outcome).sort()).toEqual(['ACCEPTED', 'DUPLICATE']);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(await rows('leads').countDocuments({ agencyId: sender.organisationId })).toBe(1);
  });
});

describe('who may not', () => {
  test('a key that is missing, unknown, misspelt, no key at all, revoked: one answer to all', async () => {
    const revoked = await apiKeyOf(world, agency);
    await act(world, agency, 'revokeApiKey', { apiKeyId: revoked.id });
    const misspelt = secret.slice(0, -1) + (secret.endsWith('0') ? '1' : '0');
    const made = `lb_test_${'0'.repeat(58)}`;
    const answers = await Promise.all(
      [null, misspelt, made, 'x', agency.accessToken, revoked.secret].map((bearer) => post(leadBody(), { bearer })),
    );
    for (const { status, body, headers } of answers) {
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toMatch(/^Bearer/);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(body).toEqual(answers[0]!.body);
    }
  });

  test('a key without the scope', async () => {
    const { id, secret: bearer } = await apiKeyOf(world, agency);
    await rows('api_keys').updateOne({ _id: id }, { $set: { scopes: ['OTHER'] } });
    const answer = await post(leadBody(), { bearer });
    expect([answer.status, answer.body.type]).toEqual([403, 'urn:leadbourse:problem:scope-missing']);
  });

  test('an agency that waits for its approval: it learns of nobody', async () => {
    const waiting = await apiKeyOf(world, await world.agency({ isApproved: false }));
    const answer = await post(leadBody(), { bearer: waiting.secret });
    expect([answer.status, answer.body.type]).toEqual([403, 'urn:leadbourse:problem:organisation-not-approved']);
  });

  test('whoever asks too often, by key and by address, is told when to come back', async () => {
    const own = await apiKeyOf(world, agency);
    for (let n = 0; n < 120; n++) await takeFrom('api:key', own.id, 120, 60);
    const byKey = await post(leadBody(), { bearer: own.secret });
    expect(byKey.status).toBe(429);
    expect(Number(byKey.headers['retry-after'])).toBeGreaterThan(0);
    expect((await post(leadBody())).status).toBe(201);
    const limited = await world.http.post('/api/leads').set('authorization', 'Bearer x');
    expect(limited.status).toBe(401);
    await rows('rate_limits').updateOne({ key: { $regex: '^api:address' } } as never, { $set: { points: 601 } });
    expect((await post(leadBody())).status).toBe(429);
    await rows('rate_limits').deleteMany({ key: { $regex: '^api:' } } as never);
  });
});

describe('what cannot be read is refused, and nothing is stored', () => {
  const sound = (overrides: Told = {}): string => JSON.stringify(leadBody(overrides));
  const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

  test.each<[string, () => string | Buffer, Sent, number, string]>([
    ['no body', () => '', {}, 400, 'json-malformed'],
    ['half of a body', () => sound().slice(0, -10), {}, 400, 'json-malformed'],
    ['bytes that are no text', () => Buffer.from([0xff, 0xfe, 0x00]), {}, 400, 'json-malformed'],
    ['UTF-16', () => utf16(sound()), {}, 400, 'json-malformed'],
    ['Latin-1 with accents', () => latin1(sound({ name: 'José Peña' })), {}, 400, 'json-malformed'],
    ['no idempotency key', () => sound(), { key: null }, 400, 'idempotency-key-wrong'],
    ['an idempotency key with spaces', () => sound(), { key: 'a b' }, 400, 'idempotency-key-wrong'],
    ['an idempotency key that is too long', () => sound(), { key: 'k'.repeat(256) }, 400, 'idempotency-key-wrong'],
    ['a body that is too large', () => sound({ comment: 'x'.repeat(100_000) }), {}, 413, 'body-too-large'],
    [
      'a form',
      () => 'name=x',
      { headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'content-type-unsupported',
    ],
    ['no content type', () => sound(), { headers: { 'content-type': '' } }, 415, 'content-type-unsupported'],
    [
      'another charset',
      () => utf16(sound()),
      { headers: { 'content-type': 'application/json; charset=utf-16' } },
      415,
      'content-type-unsupported',
    ],
    [
      'a packed body',
      () => gzipSync(sound()),
      { headers: { 'content-encoding': 'gzip' } },
      415,
      'content-type-unsupported',
    ],
    ['a list', () => `[${sound()}]`, {}, 422, 'input-invalid'],
    ['null', () => 'null', {}, 422, 'input-invalid'],
  ])('%s', async (_title, body, sent, status, kind) => {
    const before = await leads();
    const answer = await post(body(), sent);
    expect([answer.status, answer.body.type]).toEqual([status, `urn:leadbourse:problem:${kind}`]);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    expect(await leads()).toBe(before);
  });

  test('a body that is too large and comes without its length', async () => {
    const headers = { authorization: `Bearer ${secret}`, 'idempotency-key': clientKey() };
    const request = world.http.post('/api/leads').set({ ...headers, 'content-type': 'application/json' });
    for (let part = 0; part < 3; part++) void request.write('x'.repeat(40_000));
    expect((await request).status).toBe(413);
  });

  test.each(['get', 'put', 'delete'] as const)('%s', async (method) => {
    const answer = await world.http[method]('/api/leads');
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
  });

  test('all wrong and unknown fields are told together, each by its path', async () => {
    const before = await leads();
    const { status, body } = await post({
      niche: 'no-such-niche',
      country: 'XX',
      name: 5,
      phone: 'x'.repeat(5001),
      comment: 'half a \uD83D',
      channel: 'TELEPATHY',
      capturedAt: 'yesterday',
      answers: [{ key: 'a', value: null }, 'b'],
      consent: { ...consentGiven({ at: '2026-13-01', method: 'SHOUTED' }), signature: 'x' },
      price: 5,
      __proto__x: {},
    });
    expect(status).toBe(422);
    expect(body.problems.map(({ path }: { path: string[] }) => path.join('.')).sort()).toEqual(
      [
        ...['niche', 'country', 'name', 'phone', 'comment', 'channel', 'capturedAt', 'answers.0.value', 'answers.1'],
        ...['consent.at', 'consent.method', 'consent.signature', 'price', '__proto__x'],
      ].sort(),
    );
    expect(body.detail).toBe(body.problems[0].message);
    expect(body.problems).toContainEqual({ message: 'There is no such niche.', path: ['niche'] });
    expect(body.problems).toContainEqual({ message: 'There is no such field.', path: ['price'] });
    expect(await leads()).toBe(before);
  });

  test('half of a character is told at each field that holds one, the consent text too', async () => {
    const half = 'Amina \ud83d';
    const texts = { name: half, city: half, email: half, convenientTime: half };
    const answers = [{ key: 'carYear', value: half }];
    const { status, body } = await post(leadBody({ ...texts, answers, consent: consentGiven({ text: half }) }));
    expect(status).toBe(422);
    expect(body.problems.map(({ path }: { path: string[] }) => path.join('.')).sort()).toEqual(
      ['name', 'city', 'email', 'convenientTime', 'answers.0.value', 'consent.text'].sort(),
    );
    for (const { message } of body.problems) expect(message).toMatch(/half a character/);
  });

  test.each<[string, Told, string]>([
    ['neither country nor region', { country: undefined, region: undefined }, 'country'],
    ['a region that is nowhere', { country: null, region: 'Atlantis' }, 'region'],
    ['no consent', { consent: undefined }, 'consent'],
    ['a consent of tomorrow', { consent: consentGiven({ at: '2099-01-01T00:00:00Z' }) }, 'consent.at'],
    ['a consent of 1066', { consent: consentGiven({ at: '1066-10-14T09:00:00Z' }) }, 'consent.at'],
    ['an address that no network has', { consent: consentGiven({ ip: '999.1.1.1' }) }, 'consent.ip'],
    ['recipients without a name', { consent: consentGiven({ recipients: ['', 'Acme'] }) }, 'consent.recipients'],
    ['a retired or unknown niche', { niche: 'niche_none' }, 'niche'],
    ['an operator in place of text', { email: { $ne: null } }, 'email'],
    [
      'more answers than a form has questions',
      { answers: Array.from({ length: 101 }, () => ({ key: 'a', value: 'b' })) },
      'answers',
    ],
  ])('%s', async (_title, told, path) => {
    const { status, body } = await post(leadBody(told));
    expect([status, body.problems[0].path.join('.')]).toEqual([422, path]);
  });
});

test('one new lead costs few database commands, and a repeat fewer', async () => {
  const [key, body] = [clientKey(), leadBody()];
  const first = await world.countCommands(() => post(body, { key }));
  const again = await world.countCommands(() => post(body, { key }));
  expect([first.result.status, again.result.status]).toEqual([201, 200]);
  expect(
    again.commands.filter((command) => /^(insert|update|findAndModify) (leads|idem|touches)/.test(command)),
  ).toEqual([]);
  expect(again.commands.length).toBeLessThan(first.commands.length);
  expect((await rows('api_keys').findOne({ _id: keyId }))!.lastUsedAt).not.toBeNull();
});
