import mongoose from 'mongoose';
import { type Actor, createWorld, type World } from '../kit/world';

let world: World;
let business: Actor;
beforeAll(async () => {
  world = await createWorld();
  business = await world.business();
});
afterAll(() => world.close());
// Who asks is known before the fault begins.
beforeEach(() => world.graphql(business, 'query { serverTime }'));
afterEach(() => jest.restoreAllMocks());

/** Reads of each module that go to the database. */
const READS = [
  'query { sessions { id } }',
  'query { members { nodes { id } } }',
  'query { wallet { available { minor } } }',
  'query { walletEntries { nodes { id } } }',
  'query { topUps { nodes { id } } }',
  'query { sales { nodes { id } } }',
  'query { cards { nodes { id } } }',
  'query { disputes { nodes { id } } }',
];

const DRIVER_TEXT = 'connection to mongodb://root:hunter2@db.internal failed';

test.each(READS)('S7: a fault inside %s shows an id and nothing of ours', async (query) => {
  jest.spyOn(mongoose.Query.prototype, 'exec').mockRejectedValue(new Error(DRIVER_TEXT));
  jest.spyOn(mongoose.Aggregate.prototype, 'exec').mockRejectedValue(new Error(DRIVER_TEXT));
  const { errors, data } = await world.graphql(business, query);
  expect(data ?? null).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors![0]).toMatchObject({
    extensions: { code: 'INTERNAL_SERVER_ERROR', fault: expect.stringMatching(/^fault_/) as string },
  });
  expect(JSON.stringify(errors)).not.toMatch(/hunter2|mongodb|stack|node_modules|\bat \S+:\d/);
});

test('S9: a read that the database stopped for its time answers TIMEOUT', async () => {
  const timeout = new mongoose.mongo.MongoServerError({ message: 'operation exceeded time limit', code: 50 });
  jest.spyOn(mongoose.Query.prototype, 'exec').mockRejectedValue(timeout);
  const { errors } = await world.graphql(business, 'query { sessions { id } }');
  expect(errors![0]!.extensions.code).toBe('TIMEOUT');
});

test('S9: every read of the API carries a time limit', async () => {
  const bare: string[] = [];
  const hear = ({ commandName, command }: { commandName: string; command: Record<string, unknown> }): void => {
    if (['find', 'aggregate', 'count', 'distinct'].includes(commandName) && command.maxTimeMS === undefined) {
      bare.push(`${commandName} ${String(command[commandName])}`);
    }
  };
  const client = mongoose.connection.getClient();
  client.on('commandStarted', hear);
  for (const query of READS) expect((await world.graphql(business, query)).errors).toBeUndefined();
  client.off('commandStarted', hear);
  expect(bare).toEqual([]);
});
