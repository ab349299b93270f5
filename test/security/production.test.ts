import { productionSettings } from '../kit/productionSettings';
import supertest from 'supertest';
import { type App, startApp } from '../../server/app';
import { leaveDatabase } from '../kit/leaveDatabase';

let app: App;
let http: ReturnType<typeof supertest>;
beforeAll(async () => {
  const mongodbUri = process.env.TEST_MONGODB_URI!;
  app = await startApp({ mongodbUri, databaseName: `production_${process.pid}`, runsWorker: false });
  http = supertest(app.express);
});
afterAll(async () => {
  await leaveDatabase();
  await app.stop();
});

const ask = (query: string) => http.post('/graphql').set('content-type', 'application/json').send({ query });

test('S1: the schema cannot be asked for', async () => {
  for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }']) {
    const answer = await ask(query);
    expect(answer.status).toBe(400);
    expect(answer.body.data).toBeUndefined();
  }
});

test('S1: there is no landing page, no explorer, and no hint at near names', async () => {
  expect((await http.get('/graphql').set('accept', 'text/html')).text).not.toContain('<html');
  expect((await http.get('/explorer/')).status).toBe(404);
  expect((await ask('{ serverTim }')).text).not.toMatch(/Did you mean|serverTime/);
});

test('S50: answers carry HSTS, CSP, nosniff and may not be framed', async () => {
  const { headers } = await http.get('/');
  expect(headers['strict-transport-security']).toContain('max-age=');
  expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('/metrics asks for its token', async () => {
  expect((await http.get('/metrics')).status).toBe(401);
  const allowed = await http.get('/metrics').set('authorization', `Bearer ${productionSettings.METRICS_TOKEN}`);
  expect(allowed.status).toBe(200);
});

test("the provider's stand-in does not exist in production", async () => {
  for (const path of ['/stand-in', '/stand-in/stripe', '/v1/checkout/sessions']) {
    expect((await http.get(path)).status).toBe(404);
  }
});
