import { createWorld, logIn, type World } from '../kit/world';
import {
  act,
  actorOf,
  colleague,
  latestMail,
  memberIdOf,
  rows,
  send,
  tokenOf,
  uniqueEmail,
  VIEWER,
  withCookie,
} from './flows';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const NEW = 'an entirely new password';

describe('changing the password', () => {
  test('needs the current one and a good new one', async () => {
    const actor = await world.business();
    const wrong = { currentPassword: 'not the current one', newPassword: NEW };
    expect((await act(world, actor, 'changePassword', wrong)).__typename).toBe('BadCredentials');
    const weak = { currentPassword: actor.password, newPassword: 'short' };
    expect(await act(world, actor, 'changePassword', weak)).toMatchObject({
      __typename: 'InvalidInput',
      path: ['newPassword'],
    });
    const own = { currentPassword: actor.password, newPassword: actor.email.toUpperCase() };
    expect(await act(world, actor, 'changePassword', own)).toMatchObject({
      __typename: 'InvalidInput',
      path: ['newPassword'],
    });
  });

  test('ends all other sessions and keeps the one that asks (S30)', async () => {
    const actor = await world.business();
    const elsewhere = await logIn(world, actor);
    const input = { currentPassword: actor.password, newPassword: NEW };
    const changed = await act(world, actor, 'changePassword', input, 'endedSessions');
    expect(changed).toMatchObject({ __typename: 'ChangePasswordPayload', endedSessions: 1 });
    const refresh = async (cookie: string) =>
      (await send(world, null, 'refreshSession', {}, '', withCookie(cookie))).data.answer.__typename;
    expect(await refresh(elsewhere.cookie)).toBe('SessionEnded');
    expect(await refresh(actor.cookie)).toBe('RefreshSessionPayload');
    const { email } = actor;
    expect((await act(world, null, 'logIn', { email, password: actor.password })).__typename).toBe('BadCredentials');
    expect((await act(world, null, 'logIn', { email, password: NEW })).__typename).toBe('LogInPayload');
  });

  test('four changes at the same moment from one password: one of them counts', async () => {
    const actor = await world.business();
    const inputs = [1, 2, 3, 4].map((n) => ({ currentPassword: actor.password, newPassword: `${NEW} ${n}` }));
    const outcomes = await Promise.all(inputs.map((input) => act(world, actor, 'changePassword', input)));
    expect(outcomes.filter(({ __typename }) => __typename === 'ChangePasswordPayload')).toHaveLength(1);
  });
});

describe('a forgotten password', () => {
  const request = (email: string) => act(world, null, 'requestPasswordReset', { email }, 'minutes');
  const tokenFor = async (email: string): Promise<string> => {
    await request(email);
    await world.settle();
    const mail = await latestMail('passwordReset');
    expect(mail!.to).toBe(email);
    return tokenOf(mail!.link);
  };
  const reset = (token: string, newPassword = NEW) => act(world, null, 'resetPassword', { token, newPassword }, VIEWER);

  test('S32: the link is mailed, stored as a hash, and good once', async () => {
    const { email, personId } = await world.business();
    const token = await tokenFor(email);
    const stored = await rows('password_resets').findOne({ personId });
    expect(JSON.stringify(stored)).not.toContain(token);
    const done = await reset(token);
    expect(done).toMatchObject({ __typename: 'ResetPasswordPayload', viewer: { person: { email } } });
    expect((await reset(token)).__typename).toBe('ResetTokenInvalid');
    expect((await act(world, null, 'logIn', { email, password: NEW })).__typename).toBe('LogInPayload');
  });

  test('S32: the link is over after 30 minutes', async () => {
    const { email } = await world.business();
    const token = await tokenFor(email);
    await world.clock.move('31m');
    expect((await reset(token)).__typename).toBe('ResetTokenInvalid');
  });

  test('a stranger who asks takes no link away; once one of them was used the others are over', async () => {
    const { email } = await world.business();
    const [own, strangers, unused] = [await tokenFor(email), await tokenFor(email), await tokenFor(email)];
    expect(new Set([own, strangers, unused]).size).toBe(3);
    expect((await reset(own)).__typename).toBe('ResetPasswordPayload');
    for (const token of [strangers, unused]) expect((await reset(token)).__typename).toBe('ResetTokenInvalid');
  });

  test('changing the password ends the links that were sent', async () => {
    const actor = await world.business();
    const token = await tokenFor(actor.email);
    await act(world, actor, 'changePassword', { currentPassword: actor.password, newPassword: NEW });
    expect((await reset(token)).__typename).toBe('ResetTokenInvalid');
  });

  test('a link that is used eight times at once sets one password', async () => {
    const { email } = await world.business();
    const token = await tokenFor(email);
    const passwords = Array.from({ length: 8 }, (_, n) => `${NEW} ${n}`);
    const outcomes = await Promise.all(passwords.map((password) => reset(token, password)));
    const winners = passwords.filter((_, n) => outcomes[n]!.__typename === 'ResetPasswordPayload');
    expect(winners).toHaveLength(1);
    expect((await act(world, null, 'logIn', { email, password: winners[0] })).__typename).toBe('LogInPayload');
  });

  test('a reset ends every session (S30) and starts one on this device', async () => {
    const actor = await world.business();
    const token = await tokenFor(actor.email);
    const answer = await send(world, null, 'resetPassword', { token, newPassword: NEW }, VIEWER);
    expect(await rows('sessions').countDocuments({ personId: actor.personId, endedAt: null })).toBe(1);
    const here = actorOf(answer, actor);
    expect((await world.ask(here, '{ viewer { person { email } } }')).person.email).toBe(actor.email);
  });

  test('a weak password leaves the link unused', async () => {
    const { email } = await world.business();
    const token = await tokenFor(email);
    for (const weak of ['short', email])
      expect(await reset(token, weak)).toMatchObject({ __typename: 'InvalidInput', path: ['newPassword'] });
    expect((await reset(token)).__typename).toBe('ResetPasswordPayload');
  });

  test('a login without an organisation gets its password and no session', async () => {
    const owner = await world.business();
    const member = await colleague(world, owner, 'AGENT');
    await act(world, owner, 'removeMember', { memberId: await memberIdOf(world, member) });
    const token = await tokenFor(member.email);
    expect(await reset(token)).toMatchObject({ __typename: 'ResetPasswordPayload', accessToken: null, viewer: null });
  });

  test('the fourth request while three links are good is answered as ever and mails nothing; using one allows more', async () => {
    const { email, personId } = await world.business();
    const mails = () => rows('outbox').countDocuments({ topic: 'mail.requested', 'payload.personId': personId });
    for (let n = 0; n < 4; n++) expect((await request(email)).minutes).toBe(30);
    await world.settle();
    expect(await mails()).toBe(3);
    await reset(tokenOf((await latestMail('passwordReset'))!.link));
    await request(email);
    await world.settle();
    expect(await mails()).toBe(4);
  });

  test('an address without a login mails nothing', async () => {
    const before = await rows('mails').countDocuments();
    await request(uniqueEmail());
    await world.settle();
    expect(await rows('mails').countDocuments()).toBe(before);
  });
});
