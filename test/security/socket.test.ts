import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { config } from '../../server/config';
import { SOCKET_LIMITS } from '../../server/graphql/socketLimits';
import { startBatch } from '../leads/batches';
import { selectionOf } from './rootFields';
import { type Actor, createWorld, type World } from '../kit/world';

let world: World;
let address: string;
beforeAll(async () => {
  world = await createWorld();
  const port = await world.app.listen(0, '127.0.0.1');
  address = `ws://127.0.0.1:${port}/graphql`;
});
afterAll(() => world.close());
afterEach(() => jest.restoreAllMocks());

/** A socket by hand that has said who it is; answers with what comes and how it ends. */
async function openSocket(actor: Actor | null, from?: string) {
  const headers = from === undefined ? {} : { 'x-forwarded-for': `198.51.100.1, ${from}` };
  const socket = new WebSocket(address, 'graphql-transport-ws', { headers });
  const messages: { id?: string; type: string; payload?: any }[] = [];
  let hear = (): void => undefined;
  socket.on('message', (data: Buffer) => {
    messages.push(JSON.parse(data.toString()) as (typeof messages)[number]);
    hear();
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const refused = new Promise<number>((resolve) =>
    socket.once('unexpected-response', (_request, { statusCode }) => resolve(statusCode!)),
  );
  socket.on('error', () => undefined);
  const opened = new Promise<'open'>((resolve) => socket.once('open', () => resolve('open')));
  const start = await Promise.race([opened, refused]);
  const say = (message: object): void => socket.send(JSON.stringify(message));
  if (start === 'open') {
    const authorization = actor && `Bearer ${actor.accessToken}`;
    say({ type: 'connection_init', payload: authorization ? { authorization } : {} });
  }
  const until = async (isThere: () => boolean): Promise<void> => {
    while (!isThere()) await new Promise<void>((resolve) => (hear = resolve));
  };
  const greeted = until(() => messages.some(({ type }) => type === 'connection_ack'));
  return { start, messages, say, until, closed, greeted, end: () => socket.close() };
}

/** Which of so many subscriptions on one socket are refused. */
async function follow(actor: Actor | null, query: string, count: number): Promise<string[]> {
  const socket = await openSocket(actor);
  await socket.greeted;
  for (let n = 1; n <= count; n++) socket.say({ id: `s${n}`, type: 'subscribe', payload: { query } });
  // Answers come in order, so this refusal is the last of them.
  socket.say({ id: 'last', type: 'subscribe', payload: { query: '{ serverTime }' } });
  await socket.until(() => socket.messages.some(({ id }) => id === 'last'));
  socket.end();
  await socket.closed;
  return socket.messages.flatMap(({ id, type }) => (type === 'error' && id !== 'last' ? id! : []));
}

/** The first answer to an operation on a socket of its own, or what refused it. */
function firstAnswer(
  query: string,
  options: { token?: string; variables?: Record<string, unknown> } = {},
): Promise<unknown> {
  const client = createClient({
    url: address,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: options.token === undefined ? {} : { authorization: `Bearer ${options.token}` },
  });
  return new Promise<unknown>((resolve) => {
    client.subscribe(
      { query, variables: options.variables ?? {} },
      { next: resolve, error: (error) => resolve({ refused: error }), complete: () => resolve({ completed: true }) },
    );
  }).finally(() => client.dispose());
}

test('a subscription answers', async () => {
  expect(await firstAnswer('subscription { heartbeat }')).toHaveProperty('data.heartbeat');
});

const times = (count: number, text: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');
const market = (selection: string): string => `subscription { marketChanged { ${selection} } }`;

test.each([
  ['a query', '{ serverTime }'],
  ['a mutation', 'mutation { ping }'],
  ['an unknown field', 'subscription { heartbea }'],
  ['16 aliases', market(times(16, (n) => `a${n}: kind`))],
  ['51 directives', market(times(51, () => 'kind @include(if: true)'))],
  ['a depth of 9', `subscription { ${selectionOf('Subscription', 9)} }`],
  ['over 1,000 tokens', market(times(1001, () => 'kind'))],
  ['two things at once', 'subscription { heartbeat more: heartbeat }'],
])('S2: %s is refused on the socket as it is by HTTP', async (_title, query) => {
  const { accessToken: token } = await world.business();
  const { result, commands } = await world.countCommands(() => firstAnswer(query, { token }));
  expect(commands).toEqual([]);
  const words = (result as { refused: { message: string }[] }).refused.map(({ message }) => message);
  expect(words.length).toBeGreaterThan(0);
  expect(words.join(' ')).not.toMatch(/Did you mean|\b(8|9|15|16|50|51|1000|1001)\b/);
});

test.each([
  ['15 aliases', market(times(15, (n) => `a${n}: kind`))],
  ['50 directives', market(times(50, () => 'kind @include(if: true)'))],
  ['a depth of 8', `subscription { ${selectionOf('Subscription', 8)} }`],
])('S2: %s is let through', async (_title, query) => {
  const socket = await openSocket(await world.business());
  await socket.greeted;
  socket.say({ id: 'within', type: 'subscribe', payload: { query } });
  socket.say({ id: 'last', type: 'subscribe', payload: { query: '{ serverTime }' } });
  await socket.until(() => socket.messages.some(({ id }) => id === 'last'));
  expect(socket.messages.filter(({ id }) => id === 'within')).toEqual([]);
  socket.end();
});

test('S3: more than 100 rows of a list inside an answer are refused on the socket too', async () => {
  const agency = await world.agency();
  const { id } = await startBatch(world, agency);
  const query = 'subscription ($id: ID!, $n: Int = 101) { batchProgress(id: $id) { preview(first: $n) { row } } }';
  const answer = await firstAnswer(query, { token: agency.accessToken, variables: { id } });
  expect(answer).toMatchObject({ errors: [{ message: '"first" must be from 1 to 100.' }] });
});

test('S10: a variable with an operator key is refused on the socket', async () => {
  const answer = await firstAnswer('subscription { heartbeat }', { variables: { $where: '1' } });
  expect(answer).toHaveProperty('refused');
});

test('a token that does not hold opens no socket', async () => {
  expect(await firstAnswer('subscription { heartbeat }', { token: 'rubbish' })).toMatchObject({
    refused: { code: 4403 },
  });
});

test('a subscription that needs a login refuses nobody in particular', async () => {
  const answer = await firstAnswer('subscription { walletChanged { available { minor } } }');
  expect(JSON.stringify(answer)).toContain('UNAUTHENTICATED');
});

test('S5: a message over 100 kB closes the socket', async () => {
  const socket = new WebSocket(address, 'graphql-transport-ws');
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send('x'.repeat(110_000));
  expect(await closed).toBe(1009);
});

test('S27: an open socket is closed within a minute of the end of its session', async () => {
  const actor: Actor = await world.business();
  const client = createClient({
    url: address,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => undefined,
    connectionParams: { authorization: `Bearer ${actor.accessToken}` },
  });
  const closed = new Promise<{ code: number }>((resolve) =>
    client.on('closed', (event) => resolve(event as { code: number })),
  );
  await new Promise<void>((resolve) => client.on('connected', () => resolve()));
  await world.ask(actor, 'mutation { logOut(input: {}) { __typename } }');
  expect((await closed).code).toBe(4403);
});

describe('one socket follows so many things and no more', () => {
  const MARKET = 'subscription { marketChanged { kind } }';

  test('those over the limit are refused, the others stay', async () => {
    const refused = await follow(await world.business(), MARKET, SOCKET_LIMITS.operations + 3);
    expect(refused).toEqual([51, 52, 53].map((n) => `s${n}`));
  });

  test('nobody in particular follows a few', async () => {
    const refused = await follow(null, 'subscription { heartbeat }', SOCKET_LIMITS.operationsOfNobody + 1);
    expect(refused).toEqual([`s${SOCKET_LIMITS.operationsOfNobody + 1}`]);
  });

  test('what has ended makes room', async () => {
    const socket = await openSocket(await world.business());
    await socket.greeted;
    for (let n = 1; n <= SOCKET_LIMITS.operations + 10; n++) {
      socket.say({ id: `s${n}`, type: 'subscribe', payload: { query: MARKET } });
      socket.say({ id: `s${n}`, type: 'complete' });
    }
    socket.say({ id: 'last', type: 'subscribe', payload: { query: '{ serverTime }' } });
    await socket.until(() => socket.messages.some(({ id }) => id === 'last'));
    expect(socket.messages.filter(({ type, id }) => type === 'error' && id !== 'last')).toEqual([]);
    socket.end();
  });

  test('one that says too much too fast is closed, and nothing of it is read any more', async () => {
    jest.replaceProperty(SOCKET_LIMITS, 'messages', 20);
    const socket = await openSocket(await world.business());
    await socket.greeted;
    for (let n = 1; n <= 500; n++) socket.say({ id: `s${n}`, type: 'subscribe', payload: { query: '{ serverTime }' } });
    expect(await socket.closed).toBe(1013);
    expect(socket.messages.length).toBeLessThan(100);
  });
});

describe('there are so many sockets and no more', () => {
  test('of one person, until one of them closes', async () => {
    jest.replaceProperty(SOCKET_LIMITS, 'socketsPerPerson', 2);
    const actor = await world.business();
    const [first, second] = [await openSocket(actor), await openSocket(actor)];
    await first.greeted;
    await second.greeted;
    expect(await (await openSocket(actor)).closed).toBe(1013);
    const other = await openSocket(await world.business());
    await other.greeted;
    first.end();
    await first.closed;
    const next = await openSocket(actor);
    await next.greeted;
    for (const socket of [second, other, next]) socket.end();
  });

  test('of nobody in particular, and not for long', async () => {
    jest.replaceProperty(config, 'trustProxy', 1);
    jest.replaceProperty(SOCKET_LIMITS, 'nobodysPerNetwork', 1);
    jest.replaceProperty(SOCKET_LIMITS, 'nobodysMs', 1000);
    const [first, second] = [await openSocket(null, '203.0.113.1'), await openSocket(null, '203.0.113.1')];
    expect([await first.closed, await second.closed].sort()).toEqual([1013, 4408]);
  });

  test('of one network behind a trusted proxy: the next is refused before it is one, from elsewhere it is not', async () => {
    jest.replaceProperty(config, 'trustProxy', 1);
    jest.replaceProperty(SOCKET_LIMITS, 'socketsPerNetwork', 1);
    const actor = await world.business();
    const first = await openSocket(actor, '2001:db8:1:2::1');
    await first.greeted;
    expect((await openSocket(actor, '2001:db8:1:2::2')).start).toBe(429);
    const elsewhere = await openSocket(actor, '2001:db8:1:3::1');
    await elsewhere.greeted;
    for (const socket of [first, elsewhere]) socket.end();
  });
});
