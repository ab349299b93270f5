import { findDatabaseServer, type DatabaseServer } from '../../server/platform/databaseServer';
import { readyBrowser } from './browser';

declare global {
  var testDatabaseServers: DatabaseServer[] | undefined;
}

/**
 * A throw-away database server for each worker of the run, since one may not keep more than one processor busy; each
 * test file makes a database of its own on its worker's server (serverOfWorker.ts). A server that was given is shared.
 */
export default async function globalSetup({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  // The first alone, for it may have to install something.
  const first = await findDatabaseServer({ isThrowAway: true });
  const isOurs = first.pid !== null;
  const others = Array.from({ length: isOurs ? maxWorkers - 1 : 0 }, () =>
    findDatabaseServer({ isThrowAway: true, say: () => undefined }),
  );
  const servers = [first, ...(await Promise.all(others))];
  await readyBrowser();
  globalThis.testDatabaseServers = servers;
  process.env.TEST_MONGODB_URIS = servers.map(({ uri }) => uri).join(' ');
  if (!isOurs) process.env.TEST_SERVER_STAYS = '1';
}
