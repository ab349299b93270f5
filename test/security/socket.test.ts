import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type Actor, createWorld, type World } from '../kit/world';

let world: World;
let address: string;
beforeAll(async () => {
  world = await createWorld();
  const port = await world.app.listen(0, '127.0.0.1');
  address = `ws://127.0.0.1:${port}/graphql`;
});
afterAll(() => world.close());

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

test.each([
  ['a query', '{ serverTime }'],
  ['a mutation', 'mutation { ping }'],
  ['16 aliases', `subscription { ${Array.from({ length: 16 }, (_, i) => `a${i}: heartbeat`).join(' ')} }`],
  ['over 1,000 tokens', `subscription { heartbeat ${'@include(if: true) '.repeat(300)} }`],
  ['an unknown field', 'subscription { heartbea }'],
])('S2: %s is refused on the socket as it is by HTTP', async (_title, query) => {
  const answer = (await firstAnswer(query)) as { refused: { message: string }[] };
  expect(answer.refused).toBeDefined();
  expect(JSON.stringify(answer.refused)).not.toMatch(/Did you mean|\b15\b|\b1000\b/);
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
}, 60_000);
