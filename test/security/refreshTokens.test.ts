import { config } from '../../server/config';
import { createWorld, type Actor, cookieOf, type GraphqlAnswer, type World } from '../kit/world';
import { type Outcome, rows, send, sha256, withCookie } from '../accounts/flows';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

type Answer = GraphqlAnswer<{ answer: Outcome }>;

const refresh = (cookie: string, headers: Record<string, string> = {}): Promise<Answer> =>
  send(world, null, 'refreshSession', {}, 'accessToken', { ...withCookie(cookie), ...headers });
const typeOf = ({ data }: Answer): string => data.answer.__typename;
const tokenIn = (cookie: string): string => cookie.split('=')[1]!;
const sessionOf = async ({ cookie }: Actor) =>
  (await rows('sessions').findOne({ _id: tokenIn(cookie).split('.')[0]! }))!;

describe('S28: a refresh token', () => {
  test('is stored as a hash, gives an access token once, and is replaced', async () => {
    const actor = await world.business();
    const session = await sessionOf(actor);
    expect(session.tokenHash).toBe(sha256(tokenIn(actor.cookie)));
    expect(JSON.stringify(session)).not.toContain(tokenIn(actor.cookie));

    const answer = await refresh(actor.cookie);
    expect((await world.graphql({ ...actor, ...answer.data.answer }, '{ sessions { id } }')).status).toBe(200);
    const next = tokenIn(cookieOf(answer));
    expect(next).not.toBe(tokenIn(actor.cookie));
    expect((await sessionOf(actor)).tokenHash).toBe(sha256(next));
  });

  test('goes on for many turns', async () => {
    let { cookie } = await world.business();
    for (let turn = 0; turn < 5; turn++) {
      const answer = await refresh(cookie);
      expect(typeOf(answer)).toBe('RefreshSessionPayload');
      cookie = cookieOf(answer);
    }
  });

  test('that comes again after the grace ends the whole family, on record', async () => {
    const actor = await world.business();
    const live = cookieOf(await refresh(actor.cookie));
    await world.clock.move('11s');
    expect(typeOf(await refresh(actor.cookie))).toBe('SessionEnded');
    expect(typeOf(await refresh(live))).toBe('SessionEnded');
    const session = await sessionOf(actor);
    expect(session.endReason).toBe('TOKEN_REUSED');
    expect(await rows('audit').find({ subject: session._id }).toArray()).toMatchObject([
      { act: 'refreshSession', reason: 'TOKEN_REUSED', actor: actor.personId },
    ]);
  });

  test('that is two turns old ends the family even within the grace', async () => {
    const actor = await world.business();
    const second = cookieOf(await refresh(actor.cookie));
    await refresh(second);
    expect(typeOf(await refresh(actor.cookie))).toBe('SessionEnded');
    expect((await sessionOf(actor)).endReason).toBe('TOKEN_REUSED');
  });

  test('that another device repeats within the grace ends the family', async () => {
    const actor = await world.business();
    await refresh(actor.cookie);
    expect(typeOf(await refresh(actor.cookie, { 'user-agent': 'the thief' }))).toBe('SessionEnded');
    expect((await sessionOf(actor)).endedAt).not.toBeNull();
  });

  test('whose answer was lost is sent again within the grace and gets the same successor, which works', async () => {
    const { cookie } = await world.business();
    const [lost, retried] = [await refresh(cookie), await refresh(cookie)];
    expect(cookieOf(retried)).toBe(cookieOf(lost));
    expect(typeOf(await refresh(cookieOf(retried)))).toBe('RefreshSessionPayload');
  });

  test('is answered again to a browser that was renewed since it logged in', async () => {
    const { cookie } = await world.business();
    const renewed = { 'user-agent': 'a newer browser' };
    const [lost, retried] = [await refresh(cookie, renewed), await refresh(cookie, renewed)];
    expect(cookieOf(retried)).toBe(cookieOf(lost));
  });

  test('sent eight times in parallel leaves one live token, which all eight got', async () => {
    const actor = await world.business();
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(actor.cookie)));
    expect(answers.map(typeOf)).toEqual(Array.from({ length: 8 }, () => 'RefreshSessionPayload'));
    const cookies = new Set(answers.map(cookieOf));
    expect(cookies.size).toBe(1);
    expect((await sessionOf(actor)).tokenHash).toBe(sha256(tokenIn([...cookies][0]!)));
    expect(typeOf(await refresh([...cookies][0]!))).toBe('RefreshSessionPayload');
  });

  test('that was never given out is refused', async () => {
    const { cookie } = await world.business();
    expect(typeOf(await refresh(`${cookie}x`))).toBe('SessionEnded');
    expect(typeOf(await refresh(cookie))).toBe('RefreshSessionPayload');
    expect(typeOf(await refresh('leadbourse_refresh=session_01jd0000000000000000000000.abc'))).toBe('SessionEnded');
    expect(typeOf(await refresh('leadbourse_refresh='))).toBe('SessionEnded');
  });

  test('that was made up by someone who knows the session’s id neither ends it nor spends its attempts', async () => {
    const actor = await world.business();
    const [, secret, mark] = tokenIn(actor.cookie).split('.');
    const { _id } = await sessionOf(await world.business());
    const own = (await sessionOf(actor))._id;
    const made = [
      `${own}.rubbish`,
      `${own}.rubbish.${mark}`,
      `${own}.${secret}.rubbish`,
      `${_id}.${secret}.${mark}`,
      own,
    ];
    for (let n = 0; n < 40; n++)
      expect(typeOf(await refresh(`leadbourse_refresh=${made[n % made.length]}`))).toBe('SessionEnded');
    expect(typeOf(await refresh(actor.cookie))).toBe('RefreshSessionPayload');
  });

  test('that asks for an organisation of others is refused and not spent', async () => {
    const actor = await world.business();
    const { organisationId } = await world.business();
    const headers = withCookie(actor.cookie);
    expect(typeOf(await send(world, null, 'refreshSession', { organisationId }, 'accessToken', headers))).toBe(
      'NotFound',
    );
    await world.clock.move('11s');
    expect(typeOf(await refresh(actor.cookie))).toBe('RefreshSessionPayload');
  });

  test('without the header that only our own page sends is not looked at', async () => {
    const actor = await world.business();
    const answer = await send(world, null, 'refreshSession', {}, 'accessToken', { cookie: actor.cookie });
    expect(typeOf(answer)).toBe('InvalidInput');
    expect((await sessionOf(actor)).tokenHash).toBe(sha256(tokenIn(actor.cookie)));
  });
});

describe('S29: the refresh cookie', () => {
  const logIn = ({ email, password }: Actor): Promise<Answer> =>
    send(world, null, 'logIn', { email, password }, 'accessToken');

  test('is out of reach of scripts and other sites, goes to the API only, and no answer repeats it', async () => {
    const answer = await logIn(await world.business());
    const [line] = [answer.headers['set-cookie']].flat();
    expect(line).toMatch(
      /^leadbourse_refresh=session_[a-z0-9]+\.[\w-]+\.[\w-]+; Max-Age=2592000; Path=\/graphql; HttpOnly; SameSite=Strict$/,
    );
    expect(JSON.stringify(answer.data)).not.toContain(tokenIn(cookieOf(answer)));
  });

  test('travels over TLS only in production', async () => {
    const actor = await world.business();
    const production = jest.replaceProperty(config, 'isProduction', true);
    try {
      expect(String((await logIn(actor)).headers['set-cookie'])).toContain('; Secure');
    } finally {
      production.restore();
    }
  });
});
