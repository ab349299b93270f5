import jwt from 'jsonwebtoken';
import mongoose from '../../server/platform/mongoose';
import { readAccessToken, requireLiveSession } from '../../server/modules/accounts';
import { sha256, signText } from '../../server/platform/seal';
import { now } from '../../server/platform/clock';
import { until } from '../kit/until';
import { createWorld, logIn, type Actor, type World } from '../kit/world';
import { act, colleague, rows } from '../accounts/flows';
import { requestsTo, type RootRequest } from './rootFields';

let world: World;
let actor: Actor;
beforeAll(async () => {
  world = await createWorld();
  actor = await world.business();
});
afterAll(() => world.close());

const KEY = signText('access-token', 'key');
const KID = sha256(KEY).slice(0, 12);
const seconds = (): number => Math.floor(now().getTime() / 1000);

/** A token as the server makes it, but for what is given. */
function tokenWith(claims: object, options: jwt.SignOptions = {}, key = KEY): string {
  const original = jwt.decode(actor.accessToken) as Record<string, unknown>;
  const changed = JSON.stringify({ ...original, exp: seconds() + 300, ...claims });
  return jwt.sign(JSON.parse(changed) as object, key, { algorithm: 'HS256', keyid: KID, ...options });
}

const unsigned = (): string => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = jwt.decode(actor.accessToken) as object;
  return `${part({ alg: 'none', typ: 'JWT', kid: KID })}.${part(claims)}.`;
};

const statusWith = async (accessToken: string): Promise<number> =>
  (await world.graphql({ ...actor, accessToken }, '{ viewer { role } }')).status;

/** Other processes' changes arrive by the change stream: soon, not at once. */
const eventually = <T>(read: () => Promise<T>, expected: T): Promise<void> =>
  until(async () => (await read()) === expected);

describe('S26: an access token', () => {
  test('made as the server makes it is taken (so each refusal below has one cause)', async () => {
    expect(await statusWith(tokenWith({}))).toBe(200);
  });

  test.each<[string, () => string]>([
    ['without a signature (alg none)', unsigned],
    ['of another algorithm with the right key', () => tokenWith({}, { algorithm: 'HS512' })],
    ['for another audience', () => tokenWith({ aud: 'another-api' })],
    ['of another issuer', () => tokenWith({ iss: 'someone' })],
    ['of another key id', () => tokenWith({}, { keyid: 'another' })],
    ['signed with another key', () => tokenWith({}, {}, 'another key')],
    ['over its time', () => tokenWith({ exp: seconds() - 1 })],
    ['without an end', () => tokenWith({ exp: undefined })],
    ['of no session', () => tokenWith({ sid: undefined })],
    ['for an organisation of others', () => tokenWith({ org: 'org_01jd0000000000000000000000' })],
    ['that is no token', () => 'not.a.token'],
  ])('%s is refused with 401', async (_title, forge) => {
    expect(await statusWith(forge())).toBe(401);
  });

  test('carries no role, status or personal data, and ends after 10 minutes (S27)', async () => {
    const claims = jwt.decode(actor.accessToken) as { exp: number; iat: number };
    expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'org', 'sid', 'sub']);
    expect(claims.exp - claims.iat).toBe(600);
    await world.clock.move('11m');
    try {
      expect(await statusWith(actor.accessToken)).toBe(401);
    } finally {
      await world.clock.move('-11m');
    }
  });
});

describe('S27: a revoked session', () => {
  test('is refused by calls that ask the database, though its access token is still in its time', async () => {
    const owner = await world.business();
    const elsewhere = await logIn(world, owner);
    const viewer = (await readAccessToken(`Bearer ${elsewhere.accessToken}`))!;
    await expect(requireLiveSession(viewer)).resolves.toBeUndefined();
    await act(world, owner, 'endOtherSessions', {});
    await expect(requireLiveSession(viewer)).rejects.toMatchObject({ extensions: { code: 'UNAUTHENTICATED' } });
  });

  test('is refused by every other call too as soon as the change was heard', async () => {
    const owner = await world.business();
    const elsewhere = await logIn(world, owner);
    await act(world, owner, 'endOtherSessions', {});
    await eventually(() => statusWith(elsewhere.accessToken), 401);
  });

  test('of a suspended organisation or of a changed role is refused by calls that ask', async () => {
    const owner = await world.business();
    const agent = await colleague(world, owner, 'AGENT');
    const viewer = (await readAccessToken(agent.accessToken))!;
    await expect(requireLiveSession({ ...viewer, role: 'OWNER' })).rejects.toMatchObject({
      extensions: { code: 'UNAUTHENTICATED' },
    });
    const input = { organisationId: owner.organisationId, reason: 'a test of suspension' };
    await act(world, await world.admin(), 'suspendOrganisation', input);
    await expect(requireLiveSession(viewer)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  });
});

describe('S27: a session that is over in the database, of which this process has heard nothing, opens', () => {
  let actors: Record<RootRequest['actor'], Actor>;
  beforeAll(async () => {
    actors = { agency: await world.agency(), business: await world.business(), admin: await world.admin() };
    const _id = { $in: Object.values(actors).map(({ cookie }) => cookie.split('=')[1]!.split('.')[0]!) };
    await rows('sessions').updateMany({ _id }, { $set: { expiresAt: new Date(now().getTime() - 1000) } });
  });

  test.each(requestsTo('Mutation').filter(({ isOpen }) => !isOpen))('no $name', async ({ query, variables, actor }) => {
    const { errors } = await world.graphql(actors[actor], query, variables);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test.each(['cards', 'wallet'])('no export of %s', async (name) => {
    const { status } = await world.http
      .get(`/api/exports/${name}.csv`)
      .set('authorization', `Bearer ${actors.business.accessToken}`);
    expect(status).toBe(401);
  });
});

test('a request with an access token reads nothing from the database to know who asks', async () => {
  const owner = await world.business();
  const client = mongoose.connection.getClient();
  const sent = async (): Promise<number> => {
    let count = 0;
    const hear = ({ commandName }: { commandName: string }): void => void (commandName === 'find' && count++);
    client.on('commandStarted', hear);
    await world.ask(owner, '{ viewer { role organisationStatus } }');
    client.off('commandStarted', hear);
    return count;
  };
  // Once it has heard that the owner signed up.
  await eventually(sent, 0);
});

test('a role that another process changed in the database counts once the change was heard', async () => {
  const owner = await world.business();
  const roleSeen = async (): Promise<string> => (await world.ask(owner, '{ viewer { role } }')).role;
  expect(await roleSeen()).toBe('OWNER');
  await rows('members').updateOne({ personId: owner.personId }, { $set: { role: 'MANAGER' } });
  await eventually(roleSeen, 'MANAGER');
});
