import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { manifests } from '../../server/modules';
import { connectDatabase, database, disconnectDatabase } from '../../server/platform/database';
import { prepareDatabase } from '../../server/platform/prepareDatabase';

/**
 * The databases of worlds. To prepare one costs seconds: collections, indexes, all regions. So a world that ends leaves
 * its database empty but for what it began with, and the next one on this server begins with it. One that was changed in
 * any other way than by writing to the collections that began empty is never used again.
 */
interface Prepared {
  _id: string;
  /** Collections that are not empty in a new database. */
  seeded: string[];
  isFree: boolean;
}

/** On a server that stays each world has a new database, which goes with it (leaveDatabase). */
const isThrowAway = (): boolean => !process.env.TEST_SERVER_STAYS;

/** Emptying more than this takes as long as a new database does. */
const MOST_ROWS = 3000;

/** Beside the databases of worlds, on the same server. */
const list = () => mongoose.connection.getClient().db('test_kit').collection<Prepared>('databases');

/** A database as a new market has it, for one world; the connection is left closed. */
export async function takeDatabase(uri: string): Promise<Prepared> {
  await connectDatabase(uri, `test_${randomUUID().replaceAll('-', '_')}`);
  try {
    const left = isThrowAway() ? await list().findOneAndUpdate({ isFree: true }, { $set: { isFree: false } }) : null;
    return left ?? (await prepareNew());
  } finally {
    await disconnectDatabase();
  }
}

async function prepareNew(): Promise<Prepared> {
  await prepareDatabase(manifests);
  await database().collection('locks').deleteMany({});
  const counts = await countRows();
  const seeded = [...counts].flatMap(([name, rows]) => (rows > 0 ? [name] : []));
  const prepared = { _id: database().databaseName, seeded, isFree: false };
  if (isThrowAway()) await list().insertOne(prepared);
  return prepared;
}

/** Rows of each collection. */
async function countRows(): Promise<Map<string, number>> {
  const collections = await database().listCollections({}, { nameOnly: true }).toArray();
  const counts = collections.map(
    async ({ name }) => [name, await database().collection(name).estimatedDocumentCount()] as const,
  );
  return new Map(await Promise.all(counts));
}

/** Sees whether a world does what emptying cannot undo. Begins when the world has started. */
export function watchDatabase({ _id, seeded }: Prepared): { isAsItWas: () => boolean } {
  const client = mongoose.connection.getClient();
  let isAsItWas = client.options.monitorCommands;
  const fixed = new Set(seeded);
  client.on('commandStarted', ({ commandName, command, databaseName }) => {
    if (databaseName !== _id && databaseName !== 'admin') return;
    const isWrite = WRITES.has(commandName);
    if (isWrite ? fixed.has(String(command[commandName])) : !isReading(commandName, command)) isAsItWas = false;
  });
  return { isAsItWas: () => isAsItWas };
}

const WRITES = new Set(['insert', 'update', 'delete', 'findAndModify']);

const READS = new Set(
  'find count distinct getMore killCursors commitTransaction abortTransaction endSessions hello ismaster ping'.split(
    ' ',
  ),
);

const isReading = (name: string, command: Record<string, unknown>): boolean =>
  READS.has(name) || (name === 'aggregate' && !/"\$(out|merge)"/.test(JSON.stringify(command.pipeline)));

/** Empties the database of a world that has stopped, for the next one. */
export async function giveBackDatabase(uri: string, { _id, seeded }: Prepared): Promise<void> {
  if (!isThrowAway()) return;
  await connectDatabase(uri, _id);
  try {
    const written = [...(await countRows())].filter(([name, rows]) => rows > 0 && !seeded.includes(name));
    if (written.reduce((sum, [, rows]) => sum + rows, 0) > MOST_ROWS) return;
    await Promise.all(written.map(([name]) => database().collection(name).deleteMany({})));
    await list().updateOne({ _id }, { $set: { isFree: true } });
  } finally {
    await disconnectDatabase();
  }
}
