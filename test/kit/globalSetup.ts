import { findDatabaseServer, type DatabaseServer } from '../../server/platform/databaseServer';

declare global {
  var testDatabaseServer: DatabaseServer | undefined;
}

/** One throw-away database server a run; each test file makes a database of its own on it. */
export default async function globalSetup(): Promise<void> {
  const server = await findDatabaseServer({ isThrowAway: true });
  globalThis.testDatabaseServer = server;
  process.env.TEST_MONGODB_URI = server.uri;
}
