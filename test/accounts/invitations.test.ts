import { letterOf } from '../../server/modules/accounts/mail';
import { LIMIT } from '../../server/modules/accounts/rules';
import { createWorld, type World } from '../kit/world';
import {
  act,
  actorOf,
  colleague,
  invite,
  latestMail,
  memberIdOf,
  rows,
  send,
  sha256,
  tokenOf,
  uniqueEmail,
  VIEWER,
} from './flows';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const accept = (token: string, extra: object = {}, actor: Parameters<typeof act>[1] = null) =>
  act(
    world,
    actor,
    'acceptInvitation',
    { token, name: 'New Colleague', password: 'a good long password', ...extra },
    VIEWER,
  );

describe('an invitation', () => {
  test('tells a new person in plain words what is missing', async () => {
    const { token } = await invite(world, await world.business(), uniqueEmail(), 'AGENT');
    expect(await act(world, null, 'acceptInvitation', { token, password: 'a good long password' })).toMatchObject({
      __typename: 'InvalidInput',
      message: 'This address has no login yet, so a name is needed: give 1 to 100 characters.',
      path: ['name'],
    });
    expect(await act(world, null, 'acceptInvitation', { token, name: 'New Colleague' })).toMatchObject({
      __typename: 'InvalidInput',
      message: 'A password has at least 10 characters.',
      path: ['password'],
    });
  });

  test('makes a new person a member in the role that was offered', async () => {
    const owner = await world.business();
    const email = uniqueEmail();
    const { token } = await invite(world, owner, email, 'AGENT');
    const { viewer } = await accept(token);
    expect(viewer).toMatchObject({
      person: { name: 'New Colleague', email },
      organisation: { id: owner.organisationId },
      role: 'AGENT',
    });
    const { nodes } = await world.ask(owner, '{ members { nodes { role person { name email } } } }');
    expect(nodes).toEqual([
      { role: 'OWNER', person: { name: expect.any(String), email: owner.email } },
      { role: 'AGENT', person: { name: 'New Colleague', email } },
    ]);
  });

  test('goes out by mail with the same link that the inviter sees once; only its hash is stored in the open', async () => {
    const owner = await world.agency();
    const email = uniqueEmail();
    const { link } = await act(world, owner, 'inviteMember', { email, role: 'MANAGER' }, 'link');
    const mail = await latestMail('invitation');
    expect(mail).toMatchObject({ to: email, link });
    const { person } = await world.ask(owner, '{ viewer { person { name } } }');
    expect(letterOf('invitation', mail!).text).toContain(
      `${person.name} invites you to join ${owner.name} on Leadbourse as a manager.`,
    );
    const stored = JSON.stringify([
      await rows('invitations').find({ email }).toArray(),
      await rows('outbox').find({ topic: 'mail.requested' }).toArray(),
      await rows('mails').find().toArray(),
    ]);
    expect(stored).toContain(sha256(tokenOf(link)));
    expect(stored).not.toContain(tokenOf(link));
  });

  test('is mailed to one address a few times a day, whoever invites it; past that the inviter still has the link', async () => {
    const email = uniqueEmail();
    const inviters = [await world.agency(), await world.business()];
    const before = await rows('mails').countDocuments();
    const mails = async () => (await rows('mails').countDocuments()) - before;
    const { points } = LIMIT.invitePerAddress;
    for (let n = 0; n < points; n++) await invite(world, inviters[n % 2]!, email, 'MANAGER');
    expect(await mails()).toBe(points);
    const { token } = await invite(world, inviters[0]!, email, 'MANAGER');
    expect(await mails()).toBe(points);
    expect((await accept(token)).__typename).toBe('AcceptInvitationPayload');
  });

  test('is read by its token before it is accepted, and by nobody after', async () => {
    const owner = await world.agency();
    const email = uniqueEmail();
    const { token } = await invite(world, owner, email, 'MANAGER');
    const query =
      'query ($token: String!) { invitation(token: $token) { email role organisation { id } invitedBy { name email } } }';
    const read = async (reader: typeof owner | null = null) =>
      (await world.graphql(reader, query, { token })).data.invitation;
    const told = { email, role: 'MANAGER', organisation: { id: owner.organisationId } };
    expect(await read()).toEqual({ ...told, invitedBy: { name: expect.any(String), email: null } });
    expect((await read(await world.business())).invitedBy.email).toBeNull();
    expect((await read(owner)).invitedBy.email).toBe(owner.email);
    await accept(token);
    expect(await read()).toBeNull();
  });

  test('is good for one use, though eight use it at once', async () => {
    const owner = await world.business();
    const email = uniqueEmail();
    const { token } = await invite(world, owner, email, 'AGENT');
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => accept(token)));
    expect(outcomes.filter(({ __typename }) => __typename === 'AcceptInvitationPayload')).toHaveLength(1);
    expect(await rows('people').countDocuments({ email })).toBe(1);
    expect((await accept(token)).__typename).toBe('InvitationInvalid');
  });

  test('is over after 7 days', async () => {
    const owner = await world.business();
    const { token } = await invite(world, owner, uniqueEmail(), 'AGENT');
    await world.clock.move('8d');
    try {
      expect((await accept(token)).__typename).toBe('InvitationInvalid');
    } finally {
      await world.clock.move('-8d');
    }
  });

  test('is withdrawn by hand, and by a newer one to the same address', async () => {
    const owner = await world.business();
    const email = uniqueEmail();
    const first = await invite(world, owner, email, 'AGENT');
    const second = await invite(world, owner, email, 'MANAGER');
    expect((await accept(first.token)).__typename).toBe('InvitationInvalid');
    const open = await world.ask(owner, '{ invitations { id email role invitedBy { name } } }');
    expect(open).toMatchObject([{ id: second.id, email, role: 'MANAGER' }]);
    const withdraw = () => act(world, owner, 'withdrawInvitation', { invitationId: second.id });
    expect((await withdraw()).__typename).toBe('WithdrawInvitationPayload');
    expect((await withdraw()).__typename).toBe('NotFound');
    expect((await accept(second.token)).__typename).toBe('InvitationInvalid');
  });

  test('of someone who was removed since is worth nothing', async () => {
    const owner = await world.business();
    const manager = await colleague(world, owner, 'MANAGER');
    const { token } = await invite(world, manager, uniqueEmail(), 'AGENT');
    await act(world, owner, 'removeMember', { memberId: await memberIdOf(world, manager) });
    expect((await accept(token)).__typename).toBe('InvitationInvalid');
  });
});

describe('the invited address has a login already', () => {
  test('its password opens the invitation, another one does not, and the link alone does not', async () => {
    const owner = await world.agency();
    const guest = await world.business();
    const { token } = await invite(world, owner, guest.email, 'MANAGER');
    const refused = await accept(token, { password: 'not the password' });
    expect(refused).toMatchObject({ __typename: 'BadCredentials', path: ['password'] });
    expect(refused.message).toContain('already has a login');
    expect((await accept(token, { password: null })).__typename).toBe('BadCredentials');
    const { viewer } = await accept(token, { password: guest.password, name: 'Not Renamed' });
    expect(viewer.person).toEqual({ id: guest.personId, name: expect.not.stringContaining('Not'), email: guest.email });
  });

  test('its own session needs no password, somebody else’s is of no use', async () => {
    const owner = await world.agency();
    const guest = await world.business();
    const stranger = await world.business();
    const { token } = await invite(world, owner, guest.email, 'MANAGER');
    expect((await accept(token, { password: null }, stranger)).__typename).toBe('BadCredentials');
    expect((await accept(token, { password: null }, guest)).__typename).toBe('AcceptInvitationPayload');
  });

  test('a member is not invited again', async () => {
    const owner = await world.agency();
    const member = await colleague(world, owner, 'MANAGER');
    const outcome = await act(world, owner, 'inviteMember', { email: member.email, role: 'OWNER' });
    expect(outcome.__typename).toBe('AlreadyMember');
  });
});

describe('who may invite whom', () => {
  test.each([
    ['agency', 'AGENT'],
    ['agency', 'ADMIN'],
    ['business', 'FINANCE'],
  ] as const)('an owner of an %s gives no role %s', async (kind, role) => {
    const owner = await world[kind]();
    const outcome = await act(world, owner, 'inviteMember', { email: uniqueEmail(), role });
    expect(outcome).toMatchObject({ __typename: 'InvalidInput', path: ['role'] });
  });

  test('a business’s manager invites agents only; an agent and an agency’s manager nobody', async () => {
    const owner = await world.business();
    const manager = await colleague(world, owner, 'MANAGER');
    const agent = await colleague(world, owner, 'AGENT');
    const agencyManager = await colleague(world, await world.agency(), 'MANAGER');
    const tried = async (actor: typeof owner, role: string) => {
      const { data, errors } = await send(world, actor, 'inviteMember', { email: uniqueEmail(), role });
      return errors?.[0]?.extensions.code ?? data.answer.__typename;
    };
    expect(await tried(manager, 'AGENT')).toBe('InviteMemberPayload');
    expect(await tried(manager, 'OWNER')).toBe('FORBIDDEN');
    expect(await tried(agent, 'AGENT')).toBe('FORBIDDEN');
    expect(await tried(agencyManager, 'MANAGER')).toBe('FORBIDDEN');
    const { errors } = await world.graphql(agent, '{ invitations { email } }');
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  test('admins of each role join the platform by invitation, and only there', async () => {
    const moderator = await world.admin('MODERATOR');
    const viewer = await world.ask(moderator, '{ viewer { role organisation { kind } permissions } }');
    expect(viewer).toEqual({
      role: 'MODERATOR',
      organisation: { kind: 'PLATFORM' },
      permissions: ['MODERATE_LEADS', 'EDIT_CATALOGUE', 'GOVERN_ORGANISATIONS'],
    });
    const { errors } = await send(world, moderator, 'inviteMember', { email: uniqueEmail(), role: 'ADMIN' });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});

test('a new person gives a name and a good password', async () => {
  const owner = await world.business();
  const email = uniqueEmail();
  const { token } = await invite(world, owner, email, 'AGENT');
  expect(await accept(token, { name: null })).toMatchObject({ __typename: 'InvalidInput', path: ['name'] });
  for (const password of ['short', email.toUpperCase()])
    expect(await accept(token, { password })).toMatchObject({ __typename: 'InvalidInput', path: ['password'] });
  const answer = await send(
    world,
    null,
    'acceptInvitation',
    { token, name: 'Ok', password: 'a good long password' },
    VIEWER,
  );
  expect(actorOf(answer, owner).cookie).toMatch(/^leadbourse_refresh=session_/);
});
