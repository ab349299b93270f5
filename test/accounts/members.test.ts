import { createWorld, type Actor, type World } from '../kit/world';
import { act, colleague, memberIdOf, rows, send, withCookie } from './flows';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const changeRole = async (actor: Actor, memberId: string, role: string) => {
  const { data, errors } = await send(world, actor, 'changeMemberRole', { memberId, role }, 'member { id role }');
  return errors ? { __typename: errors[0]!.extensions.code } : data.answer;
};
const remove = async (actor: Actor, memberId: string) => {
  const { data, errors } = await send(world, actor, 'removeMember', { memberId }, 'memberId');
  return errors ? { __typename: errors[0]!.extensions.code } : data.answer;
};
const refresh = async ({ cookie }: Actor) =>
  (await send(world, null, 'refreshSession', {}, 'viewer { role }', withCookie(cookie))).data.answer;

test('an owner changes a role: it is on record, counts at once, and the member’s sessions there end (S30)', async () => {
  const owner = await world.business();
  const member = await colleague(world, owner, 'AGENT');
  const memberId = await memberIdOf(world, member);
  const changed = await changeRole(owner, memberId, 'MANAGER');
  expect(changed).toMatchObject({ __typename: 'ChangeMemberRolePayload', member: { id: memberId, role: 'MANAGER' } });
  expect(await refresh(member)).toMatchObject({
    __typename: 'SessionEnded',
    message: expect.stringMatching(/^Your role in .+ was changed\. Log in again to go on with the new one\.$/),
  });
  // Only its last token opens the reason.
  const guessed = member.cookie.replace(/.{4}(;|$)/, 'AAAA$1');
  expect(await refresh({ ...member, cookie: guessed })).toMatchObject({
    message: 'This session is over. Log in again.',
  });
  expect(await rows('audit').findOne({ subject: memberId })).toMatchObject({
    actor: owner.personId,
    act: 'changeMemberRole',
    before: { role: 'AGENT' },
    after: { role: 'MANAGER' },
  });
});

test('the same role again changes nothing and ends nothing', async () => {
  const owner = await world.business();
  const member = await colleague(world, owner, 'AGENT');
  const memberId = await memberIdOf(world, member);
  expect((await changeRole(owner, memberId, 'AGENT')).__typename).toBe('ChangeMemberRolePayload');
  expect((await refresh(member)).__typename).toBe('RefreshSessionPayload');
});

test('a removed member is out at once, with an access token that is still in its time', async () => {
  const owner = await world.agency();
  const member = await colleague(world, owner, 'MANAGER');
  const memberId = await memberIdOf(world, member);
  expect(await remove(owner, memberId)).toMatchObject({ __typename: 'RemoveMemberPayload', memberId });
  expect((await world.graphql(member, '{ members { nodes { id } } }')).status).toBe(401);
  expect((await refresh(member)).__typename).toBe('SessionEnded');
  expect((await remove(owner, memberId)).__typename).toBe('NotFound');
});

test('a removed member can be invited again', async () => {
  const owner = await world.business();
  const member = await colleague(world, owner, 'AGENT');
  const memberId = await memberIdOf(world, member);
  await remove(owner, memberId);
  const { link } = await act(world, owner, 'inviteMember', { email: member.email, role: 'MANAGER' }, 'link');
  const token = link.split('token=')[1];
  const back = await act(world, null, 'acceptInvitation', { token, password: member.password }, 'viewer { role }');
  expect(back.viewer.role).toBe('MANAGER');
});

test('the last owner neither leaves nor steps down; with a second one the first may do both', async () => {
  const owner = await world.business();
  const ownerId = await memberIdOf(world, owner);
  expect((await changeRole(owner, ownerId, 'MANAGER')).__typename).toBe('LastOwner');
  expect((await remove(owner, ownerId)).__typename).toBe('LastOwner');
  const second = await colleague(world, owner, 'OWNER');
  expect((await changeRole(owner, ownerId, 'MANAGER')).__typename).toBe('ChangeMemberRolePayload');
  expect((await remove(owner, ownerId)).__typename).toBe('RemoveMemberPayload');
  expect((await remove(second, await memberIdOf(world, second))).__typename).toBe('LastOwner');
});

test('two owners who demote each other at the same moment leave one owner', async () => {
  for (let round = 0; round < 5; round++) {
    const first = await world.business();
    const second = await colleague(world, first, 'OWNER');
    const [firstId, secondId] = [await memberIdOf(world, first), await memberIdOf(world, second)];
    await Promise.all([changeRole(first, secondId, 'MANAGER'), remove(second, firstId)]);
    const { organisationId } = first;
    expect(await rows('members').countDocuments({ organisationId, role: 'OWNER' })).toBe(1);
  }
});

describe('who may change whom', () => {
  test('a business’s manager removes agents, not managers or owners, and changes no roles upward', async () => {
    const owner = await world.business();
    const manager = await colleague(world, owner, 'MANAGER');
    const peer = await colleague(world, owner, 'MANAGER');
    const agent = await colleague(world, owner, 'AGENT');
    const agentId = await memberIdOf(world, agent);
    expect((await remove(manager, await memberIdOf(world, owner))).__typename).toBe('FORBIDDEN');
    expect((await remove(manager, await memberIdOf(world, peer))).__typename).toBe('FORBIDDEN');
    expect((await changeRole(manager, agentId, 'OWNER')).__typename).toBe('FORBIDDEN');
    expect((await changeRole(manager, await memberIdOf(world, peer), 'AGENT')).__typename).toBe('FORBIDDEN');
    expect((await remove(manager, agentId)).__typename).toBe('RemoveMemberPayload');
  });

  test('anyone may leave', async () => {
    const owner = await world.agency();
    const member = await colleague(world, owner, 'MANAGER');
    expect((await remove(member, await memberIdOf(world, member))).__typename).toBe('RemoveMemberPayload');
  });

  test('an agent raises nobody, least of all itself', async () => {
    const owner = await world.business();
    const agent = await colleague(world, owner, 'AGENT');
    expect((await changeRole(agent, await memberIdOf(world, agent), 'OWNER')).__typename).toBe('FORBIDDEN');
  });
});

test('the list of members is paged in the order of joining', async () => {
  const owner = await world.business();
  for (let i = 0; i < 4; i++) await colleague(world, owner, 'AGENT');
  const query = `query ($after: String) {
    members(first: 2, after: $after) { nodes { id person { email } } pageInfo { hasNextPage endCursor } }
  }`;
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: any = await world.ask(owner, query, { after });
    seen.push(...page.nodes.map((node: any) => node.person.email));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toHaveLength(5);
  expect(new Set(seen).size).toBe(5);
  expect(seen[0]).toBe(owner.email);
});

test('a page of members costs the same number of database commands for 2 and for 6 members', async () => {
  const count = async (colleagues: number) => {
    const owner = await world.business();
    for (let i = 0; i < colleagues; i++) await colleague(world, owner, 'AGENT');
    const { commands } = await world.countCommands(() =>
      world.ask(owner, '{ members { nodes { role person { name email } organisation { name } } } }'),
    );
    return commands.length;
  };
  expect(await count(5)).toBe(await count(1));
});
