import { auditCollections } from '../../server/platform/audit';
import { ensurePlatformAdmin } from '../../server/modules/accounts';
import { keyNames } from '../../server/modules/accounts/profile/keyNames';
import { createWorld, logIn, type World } from '../kit/world';
import { act, colleague, rows, send, uniqueEmail } from './flows';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const statusOf = async (organisationId: string) =>
  (await rows('organisations').findOne({ _id: organisationId }))!.status;

describe('an agency’s approval', () => {
  test('by a moderator opens listing to it, on record and as an event; a second one is a conflict', async () => {
    const moderator = await world.admin('MODERATOR');
    const agency = await world.agency({ isApproved: false });
    const { organisationId } = agency;
    const input = { organisationId, note: 'company register checked' };
    const approved = await act(world, moderator, 'approveAgency', input, 'organisation { status }');
    expect(approved.organisation.status).toBe('ACTIVE');
    const viewer = await world.ask(agency, '{ viewer { organisationStatus permissions } }');
    expect(viewer.organisationStatus).toBe('ACTIVE');
    expect(viewer.permissions).toContain('LIST_LEADS');
    expect(await rows('audit').findOne({ subject: organisationId })).toMatchObject({
      actor: moderator.personId,
      act: 'approveAgency',
      reason: 'company register checked',
      before: { status: 'PENDING' },
      after: { status: 'ACTIVE' },
    });
    expect(await rows('outbox').countDocuments({ topic: 'organisation.approved', aggregate: organisationId })).toBe(1);
    expect((await act(world, moderator, 'approveAgency', input)).__typename).toBe('Conflict');
  });

  test.each(['business', 'agency'] as const)('is not given by a %s', async (kind) => {
    const actor = await world[kind]();
    const { errors } = await send(world, actor, 'approveAgency', { organisationId: actor.organisationId });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  test.each(['ADJUDICATOR', 'FINANCE'] as const)('is not the business of %s', async (role) => {
    const agency = await world.agency({ isApproved: false });
    const admin = await world.admin(role);
    const { errors } = await send(world, admin, 'approveAgency', { organisationId: agency.organisationId });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  test('twice at once is given once', async () => {
    const admin = await world.admin();
    const { organisationId } = await world.agency({ isApproved: false });
    const outcomes = await Promise.all([1, 2, 3].map(() => act(world, admin, 'approveAgency', { organisationId })));
    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'ApproveAgencyPayload',
      'Conflict',
      'Conflict',
    ]);
    expect(await rows('outbox').countDocuments({ topic: 'organisation.approved', aggregate: organisationId })).toBe(1);
  });
});

describe('a suspension', () => {
  const suspend = async (organisationId: string) =>
    act(world, await world.admin(), 'suspendOrganisation', { organisationId, reason: 'invented leads' });

  test('takes effect with the next request: reading stays, acting ends, and the reason is shown', async () => {
    const owner = await world.business();
    expect((await suspend(owner.organisationId)).__typename).toBe('SuspendOrganisationPayload');
    const viewer = await world.ask(owner, '{ viewer { organisationStatus suspendedBecause permissions } }');
    expect(viewer).toEqual({
      organisationStatus: 'SUSPENDED',
      suspendedBecause: 'invented leads',
      permissions: ['SEE_WALLET', 'OPEN_DISPUTES'],
    });
    const { errors } = await send(world, owner, 'inviteMember', { email: uniqueEmail(), role: 'AGENT' });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    const { organisationId } = owner;
    expect(await rows('outbox').countDocuments({ topic: 'organisation.suspended', aggregate: organisationId })).toBe(1);
    expect((await suspend(organisationId)).__typename).toBe('Conflict');
  });

  test.each([
    ['an approved agency stands approved again', 'agency', true, 'ACTIVE'],
    ['an agency that waited waits again', 'agency', false, 'PENDING'],
    ['a business trades again', 'business', true, 'ACTIVE'],
  ] as const)('is lifted: %s', async (_title, kind, isApproved, expected) => {
    const { organisationId } = await world[kind]({ isApproved });
    await suspend(organisationId);
    const input = { organisationId, reason: 'proof was given' };
    const admin = await world.admin();
    expect((await act(world, admin, 'reinstateOrganisation', input)).__typename).toBe('ReinstateOrganisationPayload');
    expect(await statusOf(organisationId)).toBe(expected);
    expect((await act(world, admin, 'reinstateOrganisation', input)).__typename).toBe('Conflict');
  });

  test('needs a reason and never reaches the platform', async () => {
    const { organisationId } = await world.business();
    const admin = await world.admin();
    const noReason = await act(world, admin, 'suspendOrganisation', { organisationId, reason: ' ' });
    expect(noReason).toMatchObject({ __typename: 'InvalidInput', path: ['reason'] });
    expect((await suspend(admin.organisationId)).__typename).toBe('NotFound');
  });

  test('of a pending agency cannot be turned into an approval', async () => {
    const { organisationId } = await world.agency({ isApproved: false });
    await suspend(organisationId);
    const outcome = await act(world, await world.admin(), 'approveAgency', { organisationId });
    expect(outcome.__typename).toBe('Conflict');
  });
});

test('admins list organisations by kind and status, page by page, newest first', async () => {
  const made = [];
  for (let n = 0; n < 3; n++) made.push((await world.agency({ isApproved: false })).organisationId);
  const query = `query ($after: String) {
    organisations(filter: { kind: AGENCY, status: PENDING }, first: 2, after: $after) {
      nodes { id kind status } pageInfo { hasNextPage endCursor }
    }
  }`;
  const admin = await world.admin('FINANCE');
  const first = await world.ask(admin, query, { after: null });
  const second = await world.ask(admin, query, { after: first.pageInfo.endCursor });
  const seen = [...first.nodes, ...second.nodes];
  expect(seen.slice(0, 3).map(({ id }: any) => id)).toEqual(made.reverse());
  for (const node of seen) expect(node).toMatchObject({ kind: 'AGENCY', status: 'PENDING' });
  const { errors } = await world.graphql(await world.business(), query, {});
  expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
});

test('admins see who belongs to an organisation, and what was done about it, page by page', async () => {
  const business = await world.business();
  const { organisationId } = business;
  const admin = await world.admin();
  await act(world, admin, 'suspendOrganisation', { organisationId, reason: 'Its card was stolen.' });
  await act(world, admin, 'reinstateOrganisation', { organisationId, reason: 'The card was its own.' });
  const query = `query ($id: ID!, $after: String) {
    membersOf(organisationId: $id) { nodes { role person { email } } }
    acts(subject: $id, first: 1, after: $after) {
      nodes { act subject organisation { id } person { id } niche { id } reason actor { id } before after } pageInfo { hasNextPage endCursor }
    }
  }`;
  const { data } = await world.graphql(admin, query, { id: organisationId });
  expect(data.membersOf.nodes).toEqual([{ role: 'OWNER', person: { email: business.email } }]);
  expect(data.acts.nodes).toMatchObject([
    {
      act: 'reinstateOrganisation',
      subject: organisationId,
      organisation: { id: organisationId },
      person: null,
      niche: null,
      reason: 'The card was its own.',
      actor: { id: admin.personId },
    },
  ]);
  const { data: older } = await world.graphql(admin, query, {
    id: organisationId,
    after: data.acts.pageInfo.endCursor,
  });
  expect(older.acts).toMatchObject({
    nodes: [{ act: 'suspendOrganisation', reason: 'Its card was stolen.' }],
    pageInfo: { hasNextPage: false },
  });
  for (const other of [await world.admin('FINANCE'), business, null]) {
    const { errors } = await world.graphql(other, query, { id: organisationId });
    expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(errors![0]!.extensions.code);
  }
});

test('the record is narrowed to a kind of act, to who acted and to a span, each way by an index', async () => {
  const owner = await world.business();
  const { organisationId } = owner;
  const admin = await world.admin();
  const everything = ['changeOrganisation', 'reinstateOrganisation', 'suspendOrganisation'];
  const since = world.clock.now();
  await act(world, admin, 'suspendOrganisation', { organisationId, reason: 'Its card was stolen.' });
  await act(world, admin, 'reinstateOrganisation', { organisationId, reason: 'The card was its own.' });
  await act(world, owner, 'changeOrganisation', { name: 'Jambo Cover' });
  const query = `query ($filter: ActFilter, $subject: ID) { acts(subject: $subject, filter: $filter) { nodes { act } } }`;
  const found = async (filter: object, subject: string | null = organisationId): Promise<string[]> =>
    (await world.ask(admin, query, { filter, subject })).nodes.map((node: { act: string }) => node.act);
  expect(await found({ act: 'suspendOrganisation' })).toEqual(['suspendOrganisation']);
  expect(await found({ actor: owner.personId })).toEqual(['changeOrganisation']);
  expect(await found({ actor: owner.personId }, null)).toEqual(['changeOrganisation']);
  expect(await found({ actor: owner.personId, act: 'suspendOrganisation' }, null)).toEqual([]);
  expect(await found({ from: since.toISOString() })).toEqual(everything);
  expect(await found({ to: since.toISOString() })).toEqual([]);

  const keys = auditCollections.flatMap(({ indexes }) => indexes.map(({ key }) => Object.keys(key).join()));
  for (const asked of ['subject,', 'actor,', 'act,', 'actor,act,', '']) expect(keys).toContain(`${asked}at,_id`);
  const stored = (await rows('audit').indexes()).map(({ key }) => Object.keys(key as object).join());
  expect(stored).toEqual(expect.arrayContaining(keys));
});

describe('the first admin of the platform', () => {
  test('is made once, though two processes start at the same moment, and keeps its password', async () => {
    const who = { name: 'Root', email: uniqueEmail(), password: 'a good long password' };
    await Promise.all([1, 2, 3].map(() => ensurePlatformAdmin(who.email, who.password)));
    await ensurePlatformAdmin(who.email, 'a different password');
    const admin = await logIn(world, who);
    expect(await world.ask(admin, '{ viewer { role organisation { kind } } }')).toEqual({
      role: 'ADMIN',
      organisation: { kind: 'PLATFORM' },
    });
    expect(await rows('organisations').countDocuments({ kind: 'PLATFORM' })).toBe(1);
  });

  test('may be a person who has a login already', async () => {
    const owner = await world.business();
    await ensurePlatformAdmin(owner.email, 'not the login’s password');
    const { memberships } = await world.ask(owner, '{ viewer { memberships { role } } }');
    expect(memberships).toEqual([{ role: 'OWNER' }, { role: 'ADMIN' }]);
  });
});

test('an e-mail address is shown to colleagues and admins only', async () => {
  const owner = await world.business();
  const mine = await world.ask(owner, '{ members { nodes { person { email } } } }');
  expect(mine.nodes).toEqual([{ person: { email: owner.email } }]);
});

describe('a name is changed', () => {
  test('of one’s own person, by oneself: it is on record without the name, and colleagues see it', async () => {
    const owner = await world.business();
    const changed = await act(world, owner, 'changeProfile', { name: ' Zoë  Mwangi ' }, 'person { id name email }');
    expect(changed.person).toEqual({ id: owner.personId, name: 'Zoë  Mwangi', email: owner.email });
    const { nodes } = await world.ask(owner, '{ members { nodes { person { name } } } }');
    expect(nodes).toEqual([{ person: { name: 'Zoë  Mwangi' } }]);
    const record = await rows('audit').findOne({ subject: owner.personId });
    expect(record).toMatchObject({ act: 'changeProfile', actor: owner.personId });
    expect(JSON.stringify(record)).not.toContain('Mwangi');
    await act(world, owner, 'changeProfile', { name: 'Zoë  Mwangi' });
    expect(await rows('audit').countDocuments({ subject: owner.personId, act: 'changeProfile' })).toBe(1);
    expect(await act(world, owner, 'changeProfile', { name: ' ' })).toMatchObject({
      __typename: 'InvalidInput',
      path: ['name'],
    });
  });

  test('of an organisation, by its owner: at once, and on record with both names', async () => {
    const owner = await world.agency({ name: 'Lead Lions' });
    const changed = await act(world, owner, 'changeOrganisation', { name: 'Lead Tigers' }, 'organisation { name }');
    expect(changed.organisation.name).toBe('Lead Tigers');
    expect(await world.ask(owner, '{ organisation { name } }')).toEqual({ name: 'Lead Tigers' });
    expect(await rows('audit').findOne({ subject: owner.organisationId, act: 'changeOrganisation' })).toMatchObject({
      actor: owner.personId,
      before: { name: 'Lead Lions' },
      after: { name: 'Lead Tigers' },
    });
    await act(world, owner, 'changeOrganisation', { name: 'Lead Tigers' });
    expect(await rows('audit').countDocuments({ subject: owner.organisationId, act: 'changeOrganisation' })).toBe(1);
    expect(await act(world, owner, 'changeOrganisation', { name: 'x' })).toMatchObject({ __typename: 'InvalidInput' });
  });

  test('of an organisation to none that leads people elsewhere, or is another’s: told at the field', async () => {
    const owner = await world.agency({ name: 'Nyota Leads' });
    await world.business({ name: 'Mwezi Cover Ltd' });
    const wrong = ['Your bank: call +44 900 123', 'WIN £500 NOW http://evil.example', 'Visit evil.co', 'a@evil.com'];
    const ofOthers = ['<b>Bold</b> Leads', 'Leadbourse', 'LEAD\u200BB0URSE support', 'МWÉZI  cоver', 'Mwezi Cover'];
    for (const name of [...wrong, ...ofOthers])
      expect([name, await act(world, owner, 'changeOrganisation', { name })]).toMatchObject([
        name,
        { __typename: 'InvalidInput', path: ['name'] },
      ]);
    const names = [
      'NYOTA Leads',
      'Check24 GmbH',
      'Müller & Söhne Co.KG',
      'Kim Co.Ltd',
      'St.Louis 1-800 Roofs',
      'Страхование № 1',
      'Ασφάλειες 2026 Α.Ε.',
    ];
    for (const name of names)
      expect((await act(world, owner, 'changeOrganisation', { name })).__typename).toBe('ChangeOrganisationPayload');
  });

  test('of an organisation by nobody else', async () => {
    const manager = await colleague(world, await world.business(), 'MANAGER');
    for (const actor of [manager, await world.admin()]) {
      const { errors } = await send(world, actor, 'changeOrganisation', { name: 'Ours Now' });
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    }
  });
});

describe('admins search organisations', () => {
  const find = async (search: string, more: object = {}): Promise<string[]> => {
    const query = 'query ($filter: OrganisationFilter) { organisations(filter: $filter) { nodes { name } } }';
    const { nodes } = await world.ask(await world.admin(), query, { filter: { search, ...more } });
    return nodes.map(({ name }: any) => name);
  };

  test('by the beginning of a name, whatever its case and accents, the newest first', async () => {
    await world.agency({ name: 'Búho Leads' });
    await world.business({ name: 'Buho Insurance' });
    await world.business({ name: 'Not Buho' });
    expect(await find(' BUHO')).toEqual(['Buho Insurance', 'Búho Leads']);
    expect(await find('búho', { kind: 'AGENCY' })).toEqual(['Búho Leads']);
    expect(await find('.*')).toEqual([]);
  });

  test('by the new name after a change, and by no part of the old one', async () => {
    const owner = await world.agency({ name: 'Oldname Ltd' });
    await act(world, owner, 'changeOrganisation', { name: 'Newname Ltd' });
    expect(await find('oldname')).toEqual([]);
    expect(await find('newname')).toEqual(['Newname Ltd']);
  });

  test('by the whole address of a member, and by no part of one', async () => {
    const owner = await world.business({ name: 'Address Book' });
    expect(await find(owner.email.toUpperCase())).toEqual(['Address Book']);
    expect(await find(owner.email.slice(1))).toEqual([]);
  });

  test('of a database that was made before names had keys', async () => {
    const { organisationId } = await world.business({ name: 'Été Assurances' });
    await rows('organisations').updateOne({ _id: organisationId }, { $unset: { nameKey: 1 } });
    expect(await find('ete')).toEqual([]);
    await keyNames.up();
    expect(await find('ete')).toEqual(['Été Assurances']);
  });
});
