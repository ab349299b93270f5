import { createWorld, logIn, type World } from '../kit/world';
import { act, rows, uniqueEmail, VIEWER } from './flows';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const signUp = (person: object, organisation: object = {}, fields = VIEWER) =>
  act(
    world,
    null,
    'signUp',
    {
      person: { name: 'Amina Njeri', email: uniqueEmail(), password: 'a good long password', ...person },
      organisation: { kind: 'BUSINESS', name: 'Motor Cover', country: 'KE', ...organisation },
    },
    fields,
  );

test('a business is active from the start, its founder is its owner and logged in', async () => {
  const { accessToken, viewer } = await signUp({ name: '  Amina Njeri ' });
  expect(viewer).toMatchObject({
    person: { name: 'Amina Njeri' },
    organisation: { kind: 'BUSINESS', name: 'Motor Cover', status: 'ACTIVE' },
    role: 'OWNER',
  });
  const answer = await world.graphql({ accessToken } as never, '{ viewer { role } }');
  expect(answer.data.viewer.role).toBe('OWNER');
});

test('an agency waits for approval: it may upload, not list', async () => {
  const { viewer } = await signUp({}, { kind: 'AGENCY' }, 'viewer { organisationStatus permissions }');
  expect(viewer.organisationStatus).toBe('PENDING');
  expect(viewer.permissions).toContain('UPLOAD_LEADS');
  expect(viewer.permissions).not.toContain('LIST_LEADS');
});

test('signing up tells the market: one organisation.created with kind and currency', async () => {
  const { viewer } = await signUp({});
  const events = await rows('outbox')
    .find({ topic: 'organisation.created', aggregate: viewer.organisation.id })
    .toArray();
  expect(events.map(({ payload }) => payload)).toEqual([
    { organisationId: viewer.organisation.id, kind: 'BUSINESS', currency: 'USD' },
  ]);
});

test('the password of an existing login adds a further organisation to it', async () => {
  const email = uniqueEmail();
  const first = await signUp({ email });
  const second = await signUp({ email: email.toUpperCase() }, { kind: 'AGENCY', name: 'Lead Makers' });
  expect(second.viewer.person.id).toBe(first.viewer.person.id);
  const actor = await logIn(world, { name: '', email, password: 'a good long password' });
  const { memberships } = await world.ask(actor, '{ viewer { memberships { role organisation { name kind } } } }');
  expect(memberships).toEqual([
    { role: 'OWNER', organisation: { name: 'Motor Cover', kind: 'BUSINESS' } },
    { role: 'OWNER', organisation: { name: 'Lead Makers', kind: 'AGENCY' } },
  ]);
});

test('a taken address with another password is refused and nothing is made', async () => {
  const email = uniqueEmail();
  await signUp({ email });
  const before = await rows('organisations').countDocuments();
  const refused = await signUp({ email, password: 'not the same password' });
  expect(refused).toMatchObject({ __typename: 'EmailTaken', path: ['person', 'email'] });
  expect(await rows('organisations').countDocuments()).toBe(before);
});

test('the same address sent eight times at once makes one login', async () => {
  const email = uniqueEmail();
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => signUp({ email })));
  expect(await rows('people').countDocuments({ email })).toBe(1);
  const made = outcomes.filter(({ __typename }) => __typename === 'SignUpPayload').length;
  expect(made).toBeGreaterThan(0);
  expect(await rows('members').countDocuments({ personId: outcomes.find((one) => one.viewer)!.viewer.person.id })).toBe(
    made,
  );
  for (const { __typename } of outcomes) expect(['SignUpPayload', 'EmailTaken', 'Busy']).toContain(__typename);
});

test.each([
  ['no name', { name: ' ' }, {}, ['person', 'name']],
  ['a name with a line break', { name: 'Amina\nNjeri' }, {}, ['person', 'name']],
  ['no e-mail address', { email: 'amina' }, {}, ['person', 'email']],
  ['two at signs', { email: 'a@b@example.com' }, {}, ['person', 'email']],
  ['a password of nine characters', { password: 'ninechars' }, {}, ['person', 'password']],
  ['a password of 129 characters', { password: 'ab1-'.repeat(33) }, {}, ['person', 'password']],
  ['a password that all try first', { password: 'Password123' }, {}, ['person', 'password']],
  ['a password of one letter', { password: 'zzzzzzzzzzzz' }, {}, ['person', 'password']],
  ['an organisation of one letter', {}, { name: 'X' }, ['organisation', 'name']],
  ['a country that is none', {}, { country: 'QX' }, ['organisation', 'country']],
  ['a country in words', {}, { country: 'Kenya' }, ['organisation', 'country']],
])('%s is refused and the field named', async (_title, person, organisation, path) => {
  expect(await signUp(person, organisation)).toMatchObject({ __typename: 'InvalidInput', path });
});

test('S17: nobody signs up the platform, a status or a role', async () => {
  const document = `mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }`;
  const person = { name: 'A', email: uniqueEmail(), password: 'a good long password' };
  for (const extra of [{ kind: 'PLATFORM' }, { kind: 'AGENCY', status: 'ACTIVE' }, { kind: 'AGENCY', role: 'ADMIN' }]) {
    const organisation = { name: 'Sly', country: 'KE', ...extra };
    const { status, errors } = await world.graphql(null, document, { input: { person, organisation } });
    expect(status).toBe(400);
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  }
});
