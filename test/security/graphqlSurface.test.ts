import { type Actor, createWorld, type World } from '../kit/world';
import { rows } from '../accounts/flows';
import { startBatch } from '../leads/batches';
import { consentGiven, soundLead } from '../leads/submitting';
import { pagesOf, selectionOf } from './rootFields';

let world: World;
let business: Actor;
beforeAll(async () => {
  world = await createWorld();
  business = await world.business();
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

const times = (count: number, text: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');

/** Each asks for the sessions too, which a resolver would have to read. */
const LIMITS: [title: string, within: string, beyond: string, untold: RegExp][] = [
  [
    'aliases',
    `{ sessions { id } ${times(15, (n) => `a${n}: serverTime`)} }`,
    `{ sessions { id } ${times(16, (n) => `a${n}: serverTime`)} }`,
    /\b1[56]\b/,
  ],
  [
    'directives',
    `{ sessions { id } ${times(50, () => 'serverTime @include(if: true)')} }`,
    `{ sessions { id } ${times(51, () => 'serverTime @include(if: true)')} }`,
    /\b5[01]\b/,
  ],
  [
    'depth',
    `{ sessions { id } cards { nodes { ${selectionOf('Card', 6)} } } }`,
    `{ sessions { id } cards { nodes { ${selectionOf('Card', 7)} } } }`,
    /\b[89]\b/,
  ],
  [
    'tokens',
    `{ sessions { ${times(50, () => 'id')} } }`,
    `{ sessions { id } serverTime # ${times(10, () => 'a remark counts for nothing')}
      ${times(996, () => 'serverTime')} }`,
    /\b100[01]\b/,
  ],
  [
    'rows',
    '{ sessions { id } cards(first: 100) { nodes { history(first: 20) { nodes { id at kind } } } } }',
    '{ sessions { id } cards(first: 100) { nodes { history(first: 100) { nodes { id at kind } } } } }',
    /15,?000/,
  ],
  [
    'rows of pages that do not say how many they want',
    '{ sessions { id } cards { nodes { history { nodes { id at kind } } } } }',
    `{ sessions { id } cards { nodes { ${times(12, (n) => `h${n}: history { nodes { id at kind note } }`)} } } }`,
    /15,?000/,
  ],
];

describe('S2: operations that ask for too much are refused before any resolver, and the limit stays untold', () => {
  test.each(LIMITS)('%s', async (_title, within, beyond, untold) => {
    const allowed = await world.countCommands(() => world.graphql(business, within));
    expect(allowed.result.errors).toBeUndefined();
    expect(allowed.commands).toContain('find sessions');
    const refused = await world.countCommands(() => world.graphql(business, beyond));
    expect(refused.commands).toEqual([]);
    const { status, data, errors } = refused.result;
    expectRefused({ status, body: { data, ...(errors && { errors }) } });
    expect(JSON.stringify(errors)).not.toMatch(untold);
  });

  test.each([
    ['1000 times the same field', `{ ${times(1000, () => 'serverTime')} }`],
    ['circular fragments', 'query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
  ])('%s', async (_title, query) => {
    const { result, commands } = await world.countCommands(() => post(JSON.stringify({ query })));
    expectRefused(result);
    expect(commands).toEqual([]);
  });
});

describe('S3: a page of more than 100 rows is refused', () => {
  test.each(pagesOf(101))('$name', async ({ query, variables, actor }) => {
    const asker = actor === 'business' ? business : await world[actor]();
    const { errors, data } = await world.graphql(asker, query, variables);
    expect(errors).toEqual([expect.objectContaining({ message: '"first" must be from 1 to 100.' })]);
    expect(data).toBeNull();
  });

  test.each([
    ['as a literal', '{ cards(first: 101) { nodes { id } } }'],
    ['as a default value', 'query ($n: Int = 101) { cards(first: $n) { nodes { id } } }'],
    ['below nought', '{ cards(first: -1) { nodes { id } } }'],
  ])('%s', async (_title, query) => {
    const { errors } = await world.graphql(business, query);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

test('S3: a list inside an answer is held to it too', async () => {
  const agency = await world.agency();
  const { id } = await startBatch(world, agency);
  const query = 'query ($id: ID!, $n: Int = 101) { batch(id: $id) { preview(first: $n) { row } } }';
  const { errors } = await world.graphql(agency, query, { id });
  expect(errors).toMatchObject([{ message: '"first" must be from 1 to 100.', extensions: { code: 'BAD_USER_INPUT' } }]);
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
  expect(answer.body.errors).toEqual([{ message: expect.any(String), extensions: { code: 'PAYLOAD_TOO_LARGE' } }]);
});

test('S5: broken JSON is a 400 that shows nothing of ours', async () => {
  const answer = await post('{"query": ');
  expect(answer.status).toBe(400);
  expect(answer.text).not.toMatch(/at |node_modules|SyntaxError/);
  expect(answer.body.errors).toEqual([{ message: expect.any(String), extensions: { code: 'BAD_REQUEST' } }]);
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

test('S10: variables in an address are looked at as those of a body are', async () => {
  for (const variables of ['{"$where":1}', '{"a":{"__proto__":{}}}']) {
    const answer = await world.http
      .get('/graphql')
      .query({ query: '{ serverTime }', variables })
      .set('apollo-require-preflight', '1');
    expectRefused(answer);
  }
  const fine = await world.http
    .get('/graphql')
    .query({ query: '{ serverTime }', variables: '{"a":1}' })
    .set('apollo-require-preflight', '1');
  expect(fine.status).toBe(200);
});

test.each(['__proto__: {}', 'constructor: {}', 'ne: null'])(
  'S10: the key %s in an inline value is refused',
  async (key) => {
    const query = `mutation { logIn(input: { email: "a@example.com", password: "x", ${key} }) { __typename } }`;
    const { result, commands } = await world.countCommands(() => post(JSON.stringify({ query })));
    expectRefused(result);
    expect(commands).toEqual([]);
  },
);

test('S10: an operator where a string is expected is refused by its type', async () => {
  const query = 'mutation ($input: LogInInput!) { logIn(input: $input) { __typename } }';
  const answer = await post(JSON.stringify({ query, variables: { input: { email: { ne: null }, password: 'x' } } }));
  expectRefused(answer);
});

test('half of a character is refused where it stands, as variable and inline', async () => {
  const query = 'mutation ($input: LogInInput!) { logIn(input: $input) { __typename } }';
  const answer = await post(`{"query":"${query}","variables":{"input":{"email":"a@b.example","password":"x\\ud83d"}}}`);
  expect(answer.status).toBe(400);
  expect(answer.body.errors[0].message).toMatch(/^This text holds half a character, .*"input\.password"/);
  const whole = await post(
    `{"query":"${query}","variables":{"input":{"email":"a@b.example","password":"\\ud83d\\ude00"}}}`,
  );
  expect(whole.status).toBe(200);
  const inline = 'mutation { logIn(input: { email: "a@b.example", password: "x\\uD83D" }) { __typename } }';
  expectRefused(await post(JSON.stringify({ query: inline })));
});

test('half of a character is refused alike in all that agencies and people write', async () => {
  const before = await Promise.all(['leads', 'lead_contacts'].map((name) => rows(name).countDocuments()));
  const half = 'Amina \ud83d';
  const lead = { ...soundLead(), name: 'Amina Hassan', comment: 'Call me' };
  const consent = consentGiven();
  const writes: [mutation: string, input: object, path: string][] = [
    ['submitLead', { ...lead, name: half }, 'name'],
    ['submitLead', { ...lead, comment: half }, 'comment'],
    ['submitLead', { ...lead, consent: { ...consent, text: half } }, 'consent.text'],
    ['submitLead', { ...lead, answers: [{ key: 'carYear', value: half }] }, 'answers.0.value'],
    [
      'startBatch',
      { nicheId: 'niche_motor-insurance', country: 'KE', defaults: { consentText: half } },
      'defaults.consentText',
    ],
    ['correctMyData', { token: 'x', name: half }, 'name'],
    ['correctMyData', { token: 'x', city: half }, 'city'],
  ];
  for (const [mutation, input, path] of writes) {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`;
    const answer = await post(JSON.stringify({ query, variables: { input } }), {
      authorization: `Bearer ${business.accessToken}`,
    });
    expectRefused(answer);
    expect(answer.body.errors[0].message).toMatch(new RegExp(`^This text holds half a character, .*"input.${path}"`));
  }
  // As the character itself within the operation, not escaped in it.
  const inline = `mutation { correctMyData(input: { token: "x", name: "${half}" }) { __typename } }`;
  for (const query of [inline, inline.replaceAll('"', '"""')]) expectRefused(await post(JSON.stringify({ query })));
  expect(await Promise.all(['leads', 'lead_contacts'].map((name) => rows(name).countDocuments()))).toEqual(before);
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

test('what is no page is a plain 404 to programs, and every answer carries the safety headers', async () => {
  const answer = await world.http.get('/nowhere').set('accept', 'application/json');
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
