import { startApp } from '../../server/app';
import { config } from '../../server/config';
import { ensurePlatformAdmin } from '../../server/modules/accounts';
import { HOUR, moveClock } from '../../server/platform/clock';
import { findDatabaseServer } from '../../server/platform/databaseServer';
import { demoLogins } from '../demoData/logins';

export interface OwnServer {
  address: string;
  /** Moves the market's time. */
  passHours(hours: number): void;
  stop(): Promise<void>;
}

/** A market of its own on a throw-away database, with one admin: nothing of it is left afterwards. */
export async function startOwnServer(): Promise<OwnServer> {
  const database = await findDatabaseServer({ isThrowAway: true });
  // Made-up people are mailed nothing: they are given their links.
  config.mailer = null;
  const app = await startApp({ mongodbUri: database.uri, databaseName: 'demo', runsWorker: true });
  const admin = demoLogins.find(({ role }) => role === 'admin');
  if (!admin) throw new Error('There is no demo login of an admin');
  await ensurePlatformAdmin(admin.email, admin.password);
  const port = await app.listen(0, '127.0.0.1');
  return {
    address: `http://127.0.0.1:${port}`,
    passHours: (hours) => moveClock(hours * HOUR),
    async stop() {
      await app.stop();
      await database.stop();
    },
  };
}
