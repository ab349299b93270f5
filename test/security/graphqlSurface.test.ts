import { createWorld, type World } from '../kit/world';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const post = (body: string, headers: Record<string, string> = {}) =>
  world.http
    .post('/graphql')
    .set({ 'content-type': 'application/json', ...headers })
    .send(body);

/** Refused before any resolver ran: no data at all, one of the codes of a bad request. */
function expectRefused(answer: { status: number; body: { data?: unknown; errors?: { message: string }[] } }): void {
  expect(answer.status).toBe(400);
  expect(answer.body.data ?? null).toBeNull();
  expect(answer.body.errors!.length).toBeGreaterThan(0);
}

describe('S2: operations that ask for too much are refused before any resolver, and the limit stays untold', () => {
  const deep = (depth: number): string =>
    `{ ${'niches { parent '.repeat(0)}__schema { types { ${'fields { type { '.repeat(depth)} name ${'} }'.repeat(depth)} } } }`;
  test.each([
    ['16 aliases', `{ ${Array.from({ length: 16 }, (_, i) => `a${i}: serverTime`).join(' ')} }`],
    ['1000 times the same field', `{ ${'serverTime '.repeat(1000)} }`],
    ['51 directives', `{ serverTime ${'@include(if: true) '.repeat(51)} }`],
    ['circular fragments', 'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  ])('%s', async (_title, query) => {
    const answer = await post(JSON.stringify({ query }));
    expectRefused(answer);
    expect(JSON.stringify(answer.body)).not.toMatch(/\b(15|16|50|51|1000|1001)\b/);
  });

  test('introspection is counted too when it goes deep by fields', async () => {
    const answer = await post(JSON.stringify({ query: deep(200) }));
    expectRefused(answer);
  });
});

test('S4: array batches are refused', async () => {
  const answer = await post(JSON.stringify([{ query: '{ serverTime }' }, { query: '{ serverTime }' }]));
  expect(answer.status).toBe(400);
});

test('S4: a mutation by GET is refused', async () => {
  const answer = await world.http
    .get('/graphql')
    .query({ query: 'mutation { ping }' })
    .set('apollo-require-preflight', '1');
  expect(answer.status).toBe(405);
});

test.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
  'S4: a body of type %s is refused without the preflight header',
  async (type) => {
    const answer = await world.http.post('/graphql').set('content-type', type).send('{"query":"mutation{ping}"}');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  },
);

test('S5: a body over 100 kB is 413', async () => {
  const answer = await post(JSON.stringify({ query: `{ serverTime } # ${'x'.repeat(110_000)}` }));
  expect(answer.status).toBe(413);
});

test('S5: broken JSON is a 400 that shows nothing of ours', async () => {
  const answer = await post('{"query": ');
  expect(answer.status).toBe(400);
  expect(answer.text).not.toMatch(/at |node_modules|SyntaxError/);
});

test.each([
  '{"$where":1}',
  '{"a":{"$ne":null}}',
  '{"__proto__":{"x":1}}',
  '{"a.b":1}',
  '{"list":[{"constructor":{}}]}',
])('S10: the variables %s are refused', async (variables) => {
  const answer = await post(`{"query":"{ serverTime }","variables":${variables}}`);
  expect(answer.status).toBe(400);
  expect(answer.body.data).toBeUndefined();
});

test('S10: an operator where a string is expected is refused by its type', async () => {
  const query = 'mutation ($input: LogInInput!) { logIn(input: $input) { __typename } }';
  const answer = await post(JSON.stringify({ query, variables: { input: { email: { ne: null }, password: 'x' } } }));
  expectRefused(answer);
});

test('S26: a token that does not hold is 401, never treated as nobody', async () => {
  for (const token of ['rubbish', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.', '']) {
    const answer = await post(JSON.stringify({ query: '{ serverTime }' }), { authorization: `Bearer ${token}` });
    expect(answer.status).toBe(401);
  }
});

test('an unknown field is refused without telling which fields there are', async () => {
  const answer = await post(JSON.stringify({ query: '{ serverTim }' }));
  expectRefused(answer);
  expect(answer.text).not.toContain('serverTime');
});

test('a page that is not there is a plain 404, and every answer carries the safety headers', async () => {
  const answer = await world.http.get('/nowhere');
  expect(answer.status).toBe(404);
  expect(answer.headers['x-content-type-options']).toBe('nosniff');
  expect(answer.headers['content-security-policy']).toContain('default-src');
  expect(answer.headers['x-powered-by']).toBeUndefined();
});

test.each(['/api/nothing', '/hooks/nothing'])('%s is answered as JSON', async (path) => {
  const answer = await world.http.get(path);
  expect(answer.status).toBe(404);
  expect(answer.body).toMatchObject({ error: 'NotFound' });
});

test('/health, /ready and /metrics answer', async () => {
  expect((await world.http.get('/health')).body).toEqual({ status: 'ok' });
  expect((await world.http.get('/ready')).body).toEqual({ ready: true, waitsFor: [] });
  expect((await world.http.get('/metrics')).text).toContain('leadbourse_');
});

test('the explorer works from our own files alone', async () => {
  const page = await world.http.get('/graphql').set('accept', 'text/html');
  expect(page.status).toBe(200);
  const addresses = [...page.text.matchAll(/(?:src|href)="(https?:)?\/\/[^"]+"/g)].map(([text]) => text);
  expect(addresses).toEqual([]);
  const script = /src="([^"]+\.js)"/.exec(page.text)![1]!;
  expect((await world.http.get(`/explorer/${script.replace(/^\/?(explorer\/)?/, '')}`)).status).toBe(200);
});
