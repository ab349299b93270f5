import { LIMIT } from '../../server/modules/accounts/rules';
import { config } from '../../server/config';
import { createWorld, logIn, type World } from '../kit/world';
import { act, latestMail, type Outcome, rows, send, sha256, signUp, tokenOf, uniqueEmail, VIEWER } from './flows';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const PASSWORD = 'a good long password';

let serial = 0;
const wish = (person: object = {}, organisation: object = {}) => ({
  person: { name: 'Amina Njeri', email: uniqueEmail(), ...person },
  organisation: { kind: 'BUSINESS', name: `Motor Cover ${++serial}`, country: 'KE', ...organisation },
});
const MOTOR_COVER: string = expect.stringMatching(/^Motor Cover \d+$/);

/** Asks to sign up; answers with the token out of the link. */
const ask = (person: object = {}, organisation: object = {}): Promise<string> => {
  const input = wish(person, organisation);
  return signUp(world, input.person, input.organisation);
};

const confirm = (token: string, password = PASSWORD, fields = VIEWER): Promise<Outcome> =>
  act(world, null, 'confirmSignUp', { token, password }, fields);

const counts = async (): Promise<number[]> =>
  Promise.all(['people', 'organisations', 'members'].map((name) => rows(name).countDocuments()));

describe('asking', () => {
  test('makes nothing but a link, mailed to the address and good for 24 hours', async () => {
    const before = await counts();
    const { person, organisation } = wish();
    const asked = await act(world, null, 'signUp', { person, organisation }, 'hours link');
    expect(asked).toMatchObject({ __typename: 'SignUpPayload', hours: 24 });
    expect(asked.link).toMatch(/\/confirm#token=[\w-]{32}$/);
    expect(await latestMail('signUp')).toMatchObject({ to: person.email, link: asked.link });
    expect(await counts()).toEqual(before);
  });

  test('the name, the address and the link lie sealed and hashed', async () => {
    const email = uniqueEmail();
    const token = await ask({ name: 'Sealed Person', email }, { name: 'Sealed House' });
    const row = await rows('sign_ups').findOne({ tokenHash: sha256(token) });
    const stored = Object.values(row!.sealed.fields as Record<string, { buffer: Buffer }>).map(({ buffer }) =>
      Buffer.from(buffer).toString('latin1'),
    );
    for (const text of [JSON.stringify(row), ...stored])
      for (const secret of [email, 'Sealed', token]) expect(text).not.toContain(secret);
  });

  test('the link is told to nobody who could not read the address’s mail: with a mail server, and in production', async () => {
    config.mailer = { url: 'smtp://127.0.0.1:1', from: 'market@example.com' };
    const mailed = await act(world, null, 'signUp', wish(), 'hours link');
    config.mailer = null;
    config.isProduction = true;
    const inProduction = await act(world, null, 'signUp', wish(), 'hours link');
    config.isProduction = false;
    for (const asked of [mailed, inProduction]) expect(asked).toMatchObject({ hours: 24, link: null });
    // Nothing listens there.
    await world.settle();
  });

  test('three mails an hour go to one address; further requests are answered alike, and their links are good here', async () => {
    const email = uniqueEmail();
    const mails = () => rows('outbox').countDocuments({ topic: 'mail.requested', 'payload.template': 'signUp' });
    const before = await mails();
    let token = '';
    for (let time = 0; time < LIMIT.signUpPerAddress.points + 2; time++) token = await ask({ email });
    expect((await mails()) - before).toBe(LIMIT.signUpPerAddress.points);
    expect((await confirm(token)).__typename).toBe('ConfirmSignUpPayload');
  });
});

test('a business is active from the start, its founder is its owner and logged in', async () => {
  const email = uniqueEmail();
  const input = { token: await ask({ name: '  Amina Njeri ', email: email.toUpperCase() }), password: PASSWORD };
  const { data, headers } = await send(world, null, 'confirmSignUp', input, VIEWER);
  const { accessToken, viewer } = data.answer;
  expect(viewer).toMatchObject({
    person: { name: 'Amina Njeri', email },
    organisation: { kind: 'BUSINESS', name: MOTOR_COVER, status: 'ACTIVE' },
    role: 'OWNER',
  });
  expect(String(headers['set-cookie'])).toMatch(/^leadbourse_refresh=[^;]+; Max-Age=\d+; Path=\/graphql; HttpOnly/);
  const answer = await world.graphql({ accessToken } as never, '{ viewer { role } }');
  expect(answer.data.viewer.role).toBe('OWNER');
});

test('an agency waits for approval: it may upload, not list', async () => {
  const token = await ask({}, { kind: 'AGENCY' });
  const { viewer } = await confirm(token, PASSWORD, 'viewer { organisationStatus permissions }');
  expect(viewer.organisationStatus).toBe('PENDING');
  expect(viewer.permissions).toContain('UPLOAD_LEADS');
  expect(viewer.permissions).not.toContain('LIST_LEADS');
});

test('a confirmation tells the market: one organisation.created with kind and currency', async () => {
  const { viewer } = await confirm(await ask());
  const events = await rows('outbox')
    .find({ topic: 'organisation.created', aggregate: viewer.organisation.id })
    .toArray();
  expect(events.map(({ payload }) => payload)).toEqual([
    { organisationId: viewer.organisation.id, kind: 'BUSINESS', currency: 'USD' },
  ]);
});

test('a new login cannot have its own address as its password; the refusal is at the field and does not spend the link', async () => {
  const email = uniqueEmail();
  const token = await ask({ email });
  const refused = await confirm(token, email.toUpperCase());
  expect(refused).toMatchObject({ __typename: 'InvalidInput', path: ['password'] });
  expect(refused.message).toContain('e-mail address');
  expect((await confirm(token)).__typename).toBe('ConfirmSignUpPayload');
});

describe('the address has a login already', () => {
  test('its password adds a further organisation to it', async () => {
    const email = uniqueEmail();
    const first = await confirm(await ask({ email }));
    const token = await ask(
      { email: email.toUpperCase(), name: 'Not Renamed' },
      { kind: 'AGENCY', name: 'Lead Makers' },
    );
    const second = await confirm(token);
    expect(second.viewer.person).toEqual(first.viewer.person);
    const actor = await logIn(world, { name: '', email, password: PASSWORD });
    const { memberships } = await world.ask(actor, '{ viewer { memberships { role organisation { name kind } } } }');
    expect(memberships).toEqual([
      { role: 'OWNER', organisation: { name: MOTOR_COVER, kind: 'BUSINESS' } },
      { role: 'OWNER', organisation: { name: 'Lead Makers', kind: 'AGENCY' } },
    ]);
  });

  test('another password is refused at its field, makes nothing and does not spend the link', async () => {
    const { email, password } = await world.business();
    const token = await ask({ email });
    const before = await counts();
    const refused = await confirm(token, 'not the same password');
    expect(refused).toMatchObject({ __typename: 'BadCredentials', path: ['password'] });
    expect(refused.message).toContain('already has a login');
    expect(await counts()).toEqual(before);
    expect((await confirm(token, password)).__typename).toBe('ConfirmSignUpPayload');
  });

  test('the rules of a new password are not asked of an old one', async () => {
    const { email } = await world.business();
    expect((await confirm(await ask({ email }), 'short')).__typename).toBe('BadCredentials');
  });
});

describe('the link', () => {
  test('tells its holder what it confirms and whose password is needed, until it is used', async () => {
    const ours = await world.business();
    const read = (token: string) =>
      world.ask(null, '{ pendingSignUp(token: "' + token + '") { email organisationName kind hasLogin } }');
    for (const [email, hasLogin] of [
      [ours.email, true],
      [uniqueEmail(), false],
    ] as const) {
      const organisationName = `Link Makers ${hasLogin ? 'One' : 'Two'}`;
      const token = await ask({ email }, { kind: 'AGENCY', name: organisationName });
      expect(await read(token)).toEqual({ organisationName, kind: 'AGENCY', email, hasLogin });
      expect((await confirm(token, hasLogin ? ours.password : PASSWORD)).__typename).toBe('ConfirmSignUpPayload');
      expect(await read(token)).toBeNull();
    }
    expect(await read('nonsense')).toBeNull();
  });

  test('confirmed eight times at once makes one organisation and one login', async () => {
    const email = uniqueEmail();
    const token = await ask({ email });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => confirm(token)));
    const made = outcomes.filter(({ __typename }) => __typename === 'ConfirmSignUpPayload');
    expect(made).toHaveLength(1);
    for (const { __typename } of outcomes)
      expect(['ConfirmSignUpPayload', 'SignUpTokenInvalid', 'BadCredentials', 'Busy']).toContain(__typename);
    const people = await rows('people').find({ email }).toArray();
    expect(people).toHaveLength(1);
    expect(await rows('members').countDocuments({ personId: people[0]!._id })).toBe(1);
  });

  test('is one of eight for an address, confirmed at once: they make one login', async () => {
    const email = uniqueEmail();
    const tokens = await Promise.all(Array.from({ length: 8 }, () => ask({ email })));
    const outcomes = await Promise.all(tokens.map((token) => confirm(token)));
    const made = outcomes.filter(({ __typename }) => __typename === 'ConfirmSignUpPayload');
    expect(made.length).toBeGreaterThan(0);
    expect(await rows('people').countDocuments({ email })).toBe(1);
    const { id } = made[0]!.viewer.person;
    expect(await rows('members').countDocuments({ personId: id })).toBe(made.length);
    for (const { __typename } of outcomes)
      expect(['ConfirmSignUpPayload', 'BadCredentials', 'Busy']).toContain(__typename);
  });

  test('is not spent by a password that is refused', async () => {
    const token = await ask();
    for (const password of ['ninechars', 'ab1-'.repeat(33), 'Password123', 'zzzzzzzzzzzz'])
      expect(await confirm(token, password)).toMatchObject({ __typename: 'InvalidInput', path: ['password'] });
    expect((await confirm(token)).__typename).toBe('ConfirmSignUpPayload');
  });

  test('that was used, is of another kind or nobody’s is refused', async () => {
    const used = await ask();
    await confirm(used);
    await act(world, null, 'requestPasswordReset', { email: (await world.business()).email });
    await world.settle();
    const reset = tokenOf((await latestMail('passwordReset'))!.link);
    for (const token of [used, reset, 'nonsense', ''])
      expect((await confirm(token)).__typename).toBe('SignUpTokenInvalid');
  });

  test('is worth nothing after 24 hours', async () => {
    const [early, late] = [await ask(), await ask()];
    await world.clock.move('23h');
    expect((await confirm(early)).__typename).toBe('ConfirmSignUpPayload');
    await world.clock.move('2h');
    expect((await confirm(late)).__typename).toBe('SignUpTokenInvalid');
  });
});

test.each([
  ['no name', { name: ' ' }, {}, ['person', 'name']],
  ['a name with a line break', { name: 'Amina\nNjeri' }, {}, ['person', 'name']],
  ['no e-mail address', { email: 'amina' }, {}, ['person', 'email']],
  ['two at signs', { email: 'a@b@example.com' }, {}, ['person', 'email']],
  ['an organisation with a phone in its name', {}, { name: 'Call 07911 222333' }, ['organisation', 'name']],
  ['an organisation that calls itself the market', {}, { name: 'Lead-Bourse' }, ['organisation', 'name']],
  ['an organisation of one letter', {}, { name: 'X' }, ['organisation', 'name']],
  ['a country that is none', {}, { country: 'QX' }, ['organisation', 'country']],
  ['a country in words', {}, { country: 'Kenya' }, ['organisation', 'country']],
])('%s is refused and the field named', async (_title, person, organisation, path) => {
  const outcome = await act(world, null, 'signUp', wish(person, organisation));
  expect(outcome).toMatchObject({ __typename: 'InvalidInput', path });
});

test('S17: nobody signs up the platform, a status, a role or a password of theirs for another’s address', async () => {
  const document = `mutation ($input: SignUpInput!) { signUp(input: $input) { __typename } }`;
  const { person, organisation } = wish();
  for (const input of [
    { person, organisation: { ...organisation, kind: 'PLATFORM' } },
    { person, organisation: { ...organisation, kind: 'AGENCY', status: 'ACTIVE' } },
    { person, organisation: { ...organisation, kind: 'AGENCY', role: 'ADMIN' } },
    { person: { ...person, password: PASSWORD }, organisation },
  ]) {
    const { status, errors } = await world.graphql(null, document, { input });
    expect(status).toBe(400);
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
  }
});

test('a name that another organisation bears is not signed up; another is given by the same link; one owner may bear it twice', async () => {
  const email = uniqueEmail();
  await confirm(await ask({ email }, { name: 'Mwezi Cover Ltd' }));
  const taken = { kind: 'AGENCY', name: 'МWÉZI  cоver' };
  const token = await ask({}, taken);
  const refused = await confirm(token);
  expect(refused).toMatchObject({ __typename: 'InvalidInput', path: ['organisationName'] });
  const renamed = (organisationName: string): Promise<Outcome> =>
    act(world, null, 'confirmSignUp', { token, password: PASSWORD, organisationName }, VIEWER);
  expect(await renamed('call +44 900 123 45')).toMatchObject({ path: ['organisationName'] });
  expect((await renamed('Mwezi Cover Kisumu')).viewer.organisation.name).toBe('Mwezi Cover Kisumu');
  expect((await confirm(await ask({ email }, taken))).__typename).toBe('ConfirmSignUpPayload');
});
