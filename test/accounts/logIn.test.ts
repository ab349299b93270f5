import { createWorld, logIn, type World } from '../kit/world';
import { act, actorOf, colleague, invite, memberIdOf, rows, send, signUp, VIEWER } from './flows';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('the address counts without its case and spaces, the password with them', async () => {
  const { email, password } = await world.business();
  const right = await act(world, null, 'logIn', { email: ` ${email.toUpperCase()} `, password }, VIEWER);
  expect(right.viewer.person.email).toBe(email);
  const wrong = await act(world, null, 'logIn', { email, password: `${password} ` });
  expect(wrong.__typename).toBe('BadCredentials');
});

test('a login starts where it was last, or in the organisation asked for', async () => {
  const business = await world.business();
  const agency = await world.agency();
  const { token } = await invite(world, agency, business.email, 'MANAGER');
  const accepted = await act(world, business, 'acceptInvitation', { token }, VIEWER);
  expect(accepted.viewer).toMatchObject({ organisation: { id: agency.organisationId }, role: 'MANAGER' });

  const { email, password } = business;
  const last = await act(world, null, 'logIn', { email, password }, VIEWER);
  expect(last.viewer.organisation.id).toBe(agency.organisationId);
  const wanted = await act(world, null, 'logIn', { email, password, organisationId: business.organisationId }, VIEWER);
  expect(wanted.viewer).toMatchObject({ organisation: { id: business.organisationId }, role: 'OWNER' });
});

test('a person who was removed everywhere logs in to nothing', async () => {
  const owner = await world.business();
  const member = await colleague(world, owner, 'AGENT');
  await act(world, owner, 'removeMember', { memberId: await memberIdOf(world, member) });
  const { email, password } = member;
  expect((await act(world, null, 'logIn', { email, password })).__typename).toBe('NoMembership');
  expect((await act(world, null, 'logIn', { email, password: 'something else' })).__typename).toBe('BadCredentials');
});

test('without a token the viewer is nobody, and what needs a login says so', async () => {
  expect(await world.ask(null, '{ viewer { role } }')).toBeNull();
  const { status, errors } = await world.graphql(null, '{ sessions { id } }');
  expect(status).toBe(401);
  expect(errors![0]!.extensions.code).toBe('UNAUTHENTICATED');
});

describe('switching', () => {
  test('an access token of the other organisation, and refreshing stays there', async () => {
    const agency = await world.agency();
    const { email, password } = agency;
    const house = { kind: 'BUSINESS', name: 'Second house', country: 'GR' };
    const token = await signUp(world, { name: 'The same', email }, house);
    await act(world, null, 'confirmSignUp', { token, password });
    const inAgency = await send(
      world,
      null,
      'logIn',
      { email, password, organisationId: agency.organisationId },
      VIEWER,
    );
    const actor = actorOf(inAgency, agency);
    const { memberships } = await world.ask(actor, '{ viewer { memberships { organisation { id name } } } }');
    const other = memberships.find((one: any) => one.organisation.name === 'Second house').organisation.id;

    const switched = await act(world, actor, 'switchOrganisation', { organisationId: other }, VIEWER);
    expect(switched.viewer).toMatchObject({ organisation: { name: 'Second house', kind: 'BUSINESS' }, role: 'OWNER' });
    const headers = { cookie: actor.cookie, 'x-leadbourse-refresh': '1' };
    const refreshed = await send(world, null, 'refreshSession', {}, VIEWER, headers);
    expect(refreshed.data.answer.viewer.organisation.id).toBe(other);

    const next = { ...headers, cookie: actorOf(refreshed, agency).cookie };
    const wanted = { organisationId: agency.organisationId };
    const back = await send(world, null, 'refreshSession', wanted, VIEWER, next);
    expect(back.data.answer.viewer.organisation.id).toBe(agency.organisationId);
  });

  test('a person of a suspended organisation may still switch to another', async () => {
    const admin = await world.admin();
    const suspended = await world.business();
    const host = await world.business();
    const { token } = await invite(world, host, suspended.email, 'MANAGER');
    await act(world, suspended, 'acceptInvitation', { token });
    const { organisationId } = suspended;
    await act(world, admin, 'suspendOrganisation', { organisationId, reason: 'cards that were not theirs' });
    const input = { organisationId: host.organisationId };
    expect((await act(world, suspended, 'switchOrganisation', input)).__typename).toBe('SwitchOrganisationPayload');
  });
});

describe('sessions', () => {
  test('a login sees its live sessions and ends one, the others, or all', async () => {
    const first = await world.business();
    const [second, third, fourth] = [await logIn(world, first), await logIn(world, first), await logIn(world, first)];
    const seen = await world.ask(first, '{ sessions { id isCurrent userAgent ip startedAt endsAt } }');
    expect(seen).toHaveLength(4);
    expect(seen.filter((one: any) => one.isCurrent)).toHaveLength(1);

    const [{ id }] = (await world.ask(second, '{ sessions { id isCurrent } }')).filter((one: any) => one.isCurrent);
    const ended = await act(world, first, 'endSession', { sessionId: id }, 'sessionId');
    expect(ended).toMatchObject({ __typename: 'EndSessionPayload', sessionId: id });
    expect((await act(world, first, 'endSession', { sessionId: id })).__typename).toBe('NotFound');

    expect((await act(world, third, 'endOtherSessions', {}, 'endedSessions')).endedSessions).toBe(2);
    await logIn(world, first);
    expect((await act(world, third, 'logOut', { everywhere: true }, 'endedSessions')).endedSessions).toBe(2);
    expect(await rows('sessions').countDocuments({ personId: fourth.personId, endedAt: null })).toBe(0);
  });

  test('logging out ends the session and clears the cookie; the refresh token is dead', async () => {
    const actor = await world.business();
    const out = await send(world, actor, 'logOut', {}, 'endedSessions');
    expect(out.data.answer.endedSessions).toBe(1);
    expect(String(out.headers['set-cookie'])).toMatch(/^leadbourse_refresh=; Max-Age=0; Path=\/graphql/);
    const headers = { cookie: actor.cookie, 'x-leadbourse-refresh': '1' };
    expect((await send(world, null, 'refreshSession', {}, '', headers)).data.answer.__typename).toBe('SessionEnded');
  });

  test('with an access token over its time, the cookie alone logs out; without either there is nothing to end', async () => {
    const actor = await world.business();
    const headers = { cookie: actor.cookie, 'x-leadbourse-refresh': '1' };
    expect((await send(world, null, 'logOut', {}, 'endedSessions', headers)).data.answer.endedSessions).toBe(1);
    expect((await send(world, null, 'logOut', {}, 'endedSessions')).data.answer.endedSessions).toBe(0);
  });
});

test('a session that is not used for 30 days is over', async () => {
  const actor = await world.business();
  const headers = { cookie: actor.cookie, 'x-leadbourse-refresh': '1' };
  await world.clock.move('29d');
  const used = await send(world, null, 'refreshSession', {}, VIEWER, headers);
  expect(used.data.answer.__typename).toBe('RefreshSessionPayload');
  await world.clock.move('31d');
  const late = { ...headers, cookie: actorOf(used, actor).cookie };
  expect((await send(world, null, 'refreshSession', {}, '', late)).data.answer.__typename).toBe('SessionEnded');
});
