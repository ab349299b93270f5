import mongoose from '../../server/platform/mongoose';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type Actor, createWorld, type GraphqlAnswer, type World } from '../kit/world';
import { requestsTo, type RootRequest } from './rootFields';

let world: World;
let actors: Record<RootRequest['actor'], Actor>;
beforeAll(async () => {
  world = await createWorld();
  actors = { agency: await world.agency(), business: await world.business(), admin: await world.admin() };
});
afterAll(() => world.close());
// Who asks is known before the fault begins.
beforeEach(() => Promise.all(Object.values(actors).map((actor) => world.graphql(actor, 'query { serverTime }'))));
afterEach(() => jest.restoreAllMocks());

const DRIVER_TEXT = 'connection to mongodb://root:hunter2@db.internal failed';
const OURS = /hunter2|mongodb|stack|node_modules|\bat \S+:\d+:\d/;

/** From now on every command of the driver fails, whatever model or transaction it is of; a few first ones may pass. */
function breakDatabase(passing = 0): void {
  type Topology = { selectServer(...args: unknown[]): Promise<unknown> };
  const { topology } = mongoose.connection.getClient() as unknown as { topology: Topology };
  const select = topology.selectServer.bind(topology);
  let passed = 0;
  jest
    .spyOn(topology, 'selectServer')
    .mockImplementation((...args) => (passed++ < passing ? select(...args) : Promise.reject(new Error(DRIVER_TEXT))));
}

/** Answered from memory, or refused before anything is read. */
const NEED_NO_DATABASE = new Set([
  ...['serverTime', 'ping', 'viewer', 'organisation', 'niches', 'niche', 'region', 'regions', 'market', 'listing'],
  ...['formPreview', 'announceRecording'],
  // Told from the settings.
  'telephony',
  // Refused where no app of Meta is set up.
  ...['connectMetaPage', 'renewMetaToken'],
  'agencyQuality',
  // Their fields read, each for itself.
  ...['marketSummary', 'earningSources', 'priceGuide', 'priceLines', 'rules'],
]);

/** A fault shows an id and a code; nothing else of it comes out. */
function expectMasked({ data, errors }: Pick<GraphqlAnswer, 'data' | 'errors'>): void {
  expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
  expect(errors).toEqual([
    {
      message: expect.stringMatching(/^Something failed on our side\./) as string,
      path: expect.any(Array) as string[],
      extensions: { code: 'INTERNAL_SERVER_ERROR', fault: expect.stringMatching(/^fault_/) as string },
    },
  ]);
}

const all = [...requestsTo('Query'), ...requestsTo('Mutation')];

test.each(all)(
  'S7: a fault in the field $name shows an id and nothing of ours',
  async ({ root, name, query, variables, actor, isOpen }) => {
    // That the session stands is looked up before each verb.
    breakDatabase(root === 'Mutation' && !isOpen ? 1 : 0);
    const cookies = { cookie: 'leadbourse_refresh=session_01jd.x', 'x-leadbourse-refresh': '1' };
    const answer = await world.graphql(actors[actor], query, variables, cookies);
    expect(JSON.stringify(answer)).not.toMatch(OURS);
    if (!answer.errors && NEED_NO_DATABASE.has(name)) return;
    expectMasked(answer);
  },
);

test.each(['cards', 'wallet'])('S7: a fault in an export of %s shows nothing of ours', async (name) => {
  breakDatabase();
  const answer = await world.http
    .get(`/api/exports/${name}.csv`)
    .set('authorization', `Bearer ${actors.business.accessToken}`);
  expect(answer.status).toBe(500);
  expect(answer.body).toEqual({ error: 'Fault', message: 'Something failed on our side.' });
});

test('S7: a fault in a subscription shows an id and nothing of ours', async () => {
  const port = await world.app.listen(0, '127.0.0.1');
  const client = createClient({
    url: `ws://127.0.0.1:${port}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: false,
    connectionParams: { authorization: `Bearer ${actors.agency.accessToken}` },
  });
  await new Promise<void>((resolve) => client.on('connected', () => resolve()));
  breakDatabase();
  const answer = await new Promise<unknown>((resolve) => {
    const query = 'subscription { batchProgress(id: "batch_01jd0000000000000000000000") { state } }';
    client.subscribe({ query }, { next: resolve, error: resolve, complete: () => resolve('completed') });
  });
  await client.dispose();
  expect(JSON.stringify(answer)).not.toMatch(OURS);
  expectMasked(answer as GraphqlAnswer);
});

test('S9: a read that the database stopped for its time answers TIMEOUT', async () => {
  const timeout = new mongoose.mongo.MongoServerError({ message: 'operation exceeded time limit', code: 50 });
  jest.spyOn(mongoose.Query.prototype, 'exec').mockRejectedValue(timeout);
  const { errors } = await world.graphql(actors.business, 'query { sessions { id } }');
  expect(errors![0]!.extensions.code).toBe('TIMEOUT');
});

test('S9: every read of the API carries a time limit', async () => {
  const bare: string[] = [];
  const read = new Set<string>();
  const hear = ({ commandName, command }: { commandName: string; command: Record<string, unknown> }): void => {
    if (!['find', 'aggregate', 'count', 'distinct'].includes(commandName)) return;
    // The change stream of the process waits for as long as nothing happens.
    if (JSON.stringify(command.pipeline ?? []).includes('$changeStream')) return;
    read.add(String(command[commandName]));
    if (command.maxTimeMS === undefined) bare.push(`${commandName} ${String(command[commandName])}`);
  };
  const client = mongoose.connection.getClient();
  client.on('commandStarted', hear);
  for (const { query, variables, actor } of requestsTo('Query')) await world.graphql(actors[actor], query, variables);
  client.off('commandStarted', hear);
  expect(bare).toEqual([]);
  expect(read.size).toBeGreaterThan(10);
});
