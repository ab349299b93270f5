import { createWorld, type Actor, type World } from '../kit/world';
import { act, apiKeyOf, colleague, invite, memberIdOf, rows, send, uniqueEmail, withCookie } from '../accounts/flows';

let world: World;
let mine: Actor;
let theirs: Actor;
beforeAll(async () => {
  world = await createWorld();
  mine = await world.business();
  theirs = await world.business();
});
afterAll(() => world.close());

const RANDOM = '01jd00000000000000000000zz';

/** An answer without what differs between any two requests. */
const bare = async (answer: Promise<{ status: number; data: unknown; errors?: unknown }>) => {
  const { status, data, errors } = await answer;
  return { status, data, errors };
};

describe('S12: an id of another organisation answers exactly as an id that never was', () => {
  test.each<[string, string, () => Promise<string>, (id: string) => object]>([
    ['removeMember', 'member', () => memberIdOf(world, theirs), (memberId) => ({ memberId })],
    ['changeMemberRole', 'member', () => memberIdOf(world, theirs), (memberId) => ({ memberId, role: 'AGENT' })],
    ['switchOrganisation', 'org', async () => theirs.organisationId, (organisationId) => ({ organisationId })],
    [
      'logIn',
      'org',
      async () => theirs.organisationId,
      (organisationId) => ({ email: mine.email, password: mine.password, organisationId }),
    ],
    [
      'endSession',
      'session',
      async () => (await rows('sessions').findOne({ personId: theirs.personId }))!._id,
      (sessionId) => ({ sessionId }),
    ],
    [
      'withdrawInvitation',
      'invite',
      async () => (await invite(world, theirs, uniqueEmail(), 'AGENT')).id,
      (invitationId) => ({ invitationId }),
    ],
  ])('%s', async (mutation, prefix, foreignId, input) => {
    const foreign = await bare(send(world, mine, mutation, input(await foreignId())));
    const random = await bare(send(world, mine, mutation, input(`${prefix}_${RANDOM}`)));
    expect(foreign).toEqual(random);
    expect(foreign.data).toMatchObject({ answer: { __typename: 'NotFound' } });
  });

  test('revokeApiKey', async () => {
    const agency = await world.agency();
    const { id } = await apiKeyOf(world, await world.agency());
    const foreign = await bare(send(world, agency, 'revokeApiKey', { apiKeyId: id }));
    expect(foreign).toEqual(await bare(send(world, agency, 'revokeApiKey', { apiKeyId: `key_${RANDOM}` })));
    expect(foreign.data).toMatchObject({ answer: { __typename: 'NotFound' } });
    expect(await rows('api_keys').findOne({ _id: id })).toMatchObject({ revokedAt: null });
  });

  test('refreshSession', async () => {
    const ask = async (organisationId: string) => {
      const { email, password } = mine;
      const { headers } = await send(world, null, 'logIn', { email, password });
      const cookie = String(headers['set-cookie']).split(';')[0]!;
      return bare(send(world, null, 'refreshSession', { organisationId }, 'accessToken', withCookie(cookie)));
    };
    const foreign = await ask(theirs.organisationId);
    expect(foreign).toEqual(await ask(`org_${RANDOM}`));
    expect(foreign.data).toMatchObject({ answer: { __typename: 'NotFound' } });
  });

  test('endOtherSessions', async () => {
    const ask = (organisationId: string) => act(world, mine, 'endOtherSessions', { organisationId }, 'endedSessions');
    await colleague(world, theirs, 'AGENT');
    expect(await ask(theirs.organisationId)).toEqual(await ask(`org_${RANDOM}`));
  });

  test('nothing of the other organisation was changed by all this', async () => {
    expect((await world.graphql(theirs, '{ viewer { role } }')).status).toBe(200);
    expect(await rows('members').countDocuments({ organisationId: theirs.organisationId })).toBe(2);
    expect(await rows('invitations').countDocuments({ organisationId: theirs.organisationId, state: 'OPEN' })).toBe(1);
    expect(await rows('sessions').countDocuments({ personId: theirs.personId, endedAt: null })).toBe(1);
  });
});
