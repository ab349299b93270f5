import { config } from '../../server/config';
import { after, DAY, now } from '../../server/platform/clock';
import { type Actor, createWorld, type World } from '../kit/world';
import { soundLead } from '../leads/submitting';
import { act, apiKeyOf, colleague, type Outcome, rows, send } from './flows';

let world: World;
let agency: Actor;
beforeAll(async () => {
  world = await createWorld();
  agency = await world.agency();
});
afterAll(() => world.close());
afterEach(() => {
  config.isProduction = false;
});

const KEYS = `query Keys($first: Int, $after: String) {
  apiKeys(first: $first, after: $after) {
    nodes { id name prefix scopes state createdBy { id } createdAt lastUsedAt expiresAt revokedAt revokedBy { id } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const keysOf = async (actor: Actor): Promise<any[]> => (await world.ask(actor, KEYS)).nodes;

const keyNamed = async (actor: Actor, id: string) => (await keysOf(actor)).find((key) => key.id === id);

const create = (actor: Actor, input: object): Promise<Outcome> =>
  act(world, actor, 'createApiKey', { name: 'A key', scopes: ['SUBMIT_LEADS'], ...input }, 'secret apiKey { id }');

const revoke = (actor: Actor, apiKeyId: string): Promise<Outcome> =>
  act(world, actor, 'revokeApiKey', { apiKeyId }, 'apiKey { id state }');

/** The status of the door of leads for a secret; 400 says that the key was let through and the rest was missing. */
const statusWith = async (secret: string): Promise<number> =>
  (await world.http.post('/api/leads').set('authorization', `Bearer ${secret}`)).status;

const LET_THROUGH = 400;

describe('a new key', () => {
  test('shows its secret once: only a keyed hash and its beginning are kept', async () => {
    const { id, secret } = await apiKeyOf(world, agency, { name: 'Landing pages' });
    expect(secret).toMatch(/^lb_test_[0-9a-z]{58}$/);
    const listed = await keyNamed(agency, id);
    expect(listed).toEqual({
      id,
      name: 'Landing pages',
      prefix: secret.slice(0, 14),
      scopes: ['SUBMIT_LEADS'],
      state: 'ACTIVE',
      createdBy: { id: agency.personId },
      createdAt: expect.any(String),
      lastUsedAt: null,
      expiresAt: null,
      revokedAt: null,
      revokedBy: null,
    });
    const stored = JSON.stringify(await rows('api_keys').findOne({ _id: id }));
    expect(stored).toContain(secret.slice(0, 14));
    expect(stored).not.toContain(secret.slice(14));
    expect(JSON.stringify(await rows('audit').find({ act: 'createApiKey' }).toArray())).not.toContain(secret.slice(14));
  });

  test('of production is told from one of a trial', async () => {
    config.isProduction = true;
    expect((await apiKeyOf(world, agency)).secret).toMatch(/^lb_live_/);
  });

  test.each<[string, object, string]>([
    ['without a name', { name: '  ' }, 'name'],
    ['with a name of two lines', { name: 'a\nb' }, 'name'],
    ['that opens nothing', { scopes: [] }, 'scopes'],
    ['whose end is past', { expiresAt: '2020-01-01T00:00:00Z' }, 'expiresAt'],
  ])('%s is refused at its field', async (_title, input, field) => {
    expect(await create(agency, input)).toMatchObject({ __typename: 'InvalidInput', path: [field] });
  });

  test('comes on record with its beginning, what it opens and who made it, and so does its end', async () => {
    const { id, secret } = await apiKeyOf(world, agency);
    await revoke(agency, id);
    const prefix = secret.slice(0, 14);
    const acts = await rows('audit')
      .find({ $or: [{ 'after.prefix': prefix }, { 'before.prefix': prefix }] })
      .sort({ _id: 1 })
      .toArray();
    expect(acts).toMatchObject([
      { act: 'createApiKey', actor: agency.personId, subject: agency.organisationId },
      { act: 'revokeApiKey', actor: agency.personId, before: { scopes: ['SUBMIT_LEADS'] } },
    ]);
  });
});

test('an agency has at most 20 keys at a time, also when it makes many at once; a revoked one makes room', async () => {
  const many = await world.agency();
  const answers = await Promise.all(Array.from({ length: 24 }, () => create(many, {})));
  const made = answers.filter(({ secret }) => secret);
  // Who was told Busy may try again; nobody got a twenty-first.
  expect(made.length).toBeLessThanOrEqual(20);
  for (let n = made.length; n < 20; n++) made.push(await create(many, {}));
  expect(await create(many, {})).toMatchObject({
    __typename: 'Conflict',
    message: expect.stringContaining('at most 20'),
  });
  await revoke(many, made[0]!.apiKey.id);
  expect((await create(many, {})).secret).toBeDefined();
  expect(await rows('api_keys').countDocuments({ organisationId: many.organisationId, revokedAt: null })).toBe(20);
});

test('keys are for owners and managers of agencies, each its own, page by page', async () => {
  const own = await world.agency();
  const manager = await colleague(world, own, 'MANAGER');
  const ids = [await apiKeyOf(world, own), await apiKeyOf(world, manager)].map(({ id }) => id).reverse();
  expect((await keysOf(manager)).map(({ id }) => id)).toEqual(ids);
  const { nodes, pageInfo } = await world.ask(own, KEYS, { first: 1 });
  expect([nodes[0].id, pageInfo.hasNextPage]).toEqual([ids[0], true]);
  const next = await world.ask(own, KEYS, { first: 1, after: pageInfo.endCursor });
  expect([next.nodes[0].id, next.pageInfo.hasNextPage]).toEqual([ids[1], false]);
  for (const other of [await world.business(), await world.admin()]) {
    expect((await world.graphql(other, KEYS)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const { errors } = await send(world, other, 'createApiKey', { name: 'A key', scopes: ['SUBMIT_LEADS'] });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
});

describe('a key is refused', () => {
  test('from the moment it is revoked; a second revocation is a conflict', async () => {
    const { id, secret } = await apiKeyOf(world, agency);
    expect(await statusWith(secret)).toBe(LET_THROUGH);
    expect(await revoke(agency, id)).toMatchObject({ apiKey: { id, state: 'REVOKED' } });
    expect(await statusWith(secret)).toBe(401);
    expect((await revoke(agency, id)).__typename).toBe('Conflict');
    expect(await keyNamed(agency, id)).toMatchObject({ state: 'REVOKED', revokedBy: { id: agency.personId } });
  });

  test('from its end on', async () => {
    const ends = after(now(), DAY);
    const { secret } = await apiKeyOf(world, agency, { expiresAt: ends.toISOString() });
    expect(await statusWith(secret)).toBe(LET_THROUGH);
    await world.clock.move('1d');
    try {
      expect(await statusWith(secret)).toBe(401);
    } finally {
      await world.clock.move('-1d');
    }
  });

  test('while its organisation is suspended, which may still revoke it; afterwards it opens as before', async () => {
    const own = await world.agency();
    const { secret } = await apiKeyOf(world, own);
    const leaked = await apiKeyOf(world, own);
    const admin = await world.admin();
    const { organisationId } = own;
    await act(world, admin, 'suspendOrganisation', { organisationId, reason: 'a test of suspension' });
    expect(await statusWith(secret)).toBe(403);
    expect((await send(world, own, 'createApiKey', { name: 'A key', scopes: ['SUBMIT_LEADS'] })).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await revoke(own, leaked.id)).toMatchObject({ apiKey: { state: 'REVOKED' } });
    await act(world, admin, 'reinstateOrganisation', { organisationId, reason: 'the test is over' });
    expect(await statusWith(secret)).toBe(LET_THROUGH);
    expect(await statusWith(leaked.secret)).toBe(401);
  });

  test('by the API itself and by its socket and file doors, as an access token that is none', async () => {
    const { secret } = await apiKeyOf(world, agency);
    const asKey = { ...agency, accessToken: secret };
    expect((await world.graphql(asKey, '{ viewer { role } }')).status).toBe(401);
    const { errors } = await world.graphql(
      asKey,
      'mutation ($input: SubmitLeadInput!) { submitLead(input: $input) { __typename } }',
      { input: soundLead() },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    const file = world.http.put('/api/batches/batch_none/file').set('authorization', `Bearer ${secret}`);
    expect((await file.send('a,b')).status).toBe(401);
  });
});

test('when a key was used is noted at most once a minute', async () => {
  const { id, secret } = await apiKeyOf(world, agency);
  const notes = async (): Promise<number> => {
    const { commands } = await world.countCommands(() => statusWith(secret));
    return commands.filter((command) => command === 'update api_keys').length;
  };
  expect(await notes()).toBe(1);
  const { lastUsedAt } = await keyNamed(agency, id);
  expect(lastUsedAt).not.toBeNull();
  expect(await notes()).toBe(0);
  expect((await keyNamed(agency, id)).lastUsedAt).toBe(lastUsedAt);
  await world.clock.move('2m');
  try {
    expect(await notes()).toBe(1);
  } finally {
    await world.clock.move('-2m');
  }
});
