import { findDatabaseServer } from '../../server/platform/databaseServer';

/** Run as a process of its own by the tests: starts a database server, says where it is, and waits to be ended. */
async function holdDatabase(): Promise<void> {
  const server = await findDatabaseServer({ isThrowAway: true, say: () => undefined });
  process.stdout.write(`${server.uri}\n`);
  setInterval(() => undefined, 60_000);
}

void holdDatabase();
