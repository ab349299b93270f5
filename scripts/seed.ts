/**
 * `npm run seed [-- --leads N]`: demo data made through the market's own verbs, over HTTP and under a moved clock. A new
 * database gets thirty days of history with about 2,000 leads on sale (or N); one that has demo data gets N more leads.
 */
import { parseArgs } from 'node:util';
import { config } from '../server/config';
import { fillMarket } from './demoData/fill';
import { findCast } from './demoData/cast';
import { makeHistory } from './demoData/history';
import { demoLogins } from './demoData/logins';
import { openStage } from './demoData/stage';
import { beginDemoData, demoDataState } from './demoData/state';

const HISTORY_DAYS = 30;
const HISTORY_LEADS = 2000;

async function seed(): Promise<void> {
  const { values } = parseArgs({ options: { leads: { type: 'string' }, 'first-start': { type: 'boolean' } } });
  const leads = readCount(values.leads);
  if (config.isProduction) throw new Error('Demo data is for development only.');
  if (!config.mongodbUri) throw new Error('MONGODB_URI is not set; `npm run seed` finds a database by itself.');
  const state = await demoDataState(config.mongodbUri, config.databaseName);
  const hasMade = state !== 'COMPLETE' && (await seedHistory(config.mongodbUri));
  const more = (leads ?? 0) - (hasMade ? HISTORY_LEADS : 0);
  if (more > 0) await seedMore(config.mongodbUri, more);
  if (!values['first-start'])
    for (const { role, email, password } of demoLogins) console.log(`  ${role}: ${email} ${password}`);
}

function readCount(text: string | undefined): number | null {
  if (text === undefined) return null;
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1)
    throw new Error(`--leads must be a whole number above 0, not "${text}"`);
  return count;
}

/** Answers whether this process made it: false when another one just did. */
async function seedHistory(uri: string): Promise<boolean> {
  const lease = await beginDemoData(uri, config.databaseName, console.log, endAtOnce);
  if (!lease) return false;
  console.log(`making demo data: ${HISTORY_DAYS} days of a market in nine countries (once, about 3 minutes) ...`);
  try {
    await liveThroughHistory(uri);
  } catch (error) {
    await lease.giveUp().catch(() => undefined);
    throw error;
  }
  await lease.complete();
  return true;
}

async function liveThroughHistory(uri: string): Promise<void> {
  const stage = await openStage(uri, config.databaseName);
  try {
    await makeHistory(stage, { days: HISTORY_DAYS, leads: HISTORY_LEADS }, ({ day, days, listed, sold }) => {
      if (day % 3 === 0) console.log(`  day ${day} of ${days}: ${listed} leads listed, ${sold} sold`);
    });
  } finally {
    await stage.close();
  }
}

/** Two processes must never make demo data in one database, so the one that was taken for dead goes. */
function endAtOnce(): void {
  console.error('Another process makes the demo data now.');
  process.exit(1);
}

async function seedMore(uri: string, count: number): Promise<void> {
  console.log(`putting ${count} more leads on sale ...`);
  const startedAt = Date.now();
  const stage = await openStage(uri, config.databaseName);
  try {
    await fillMarket(stage, await findCast(stage), count, (listed) => {
      const rate = Math.round(listed / ((Date.now() - startedAt) / 1000));
      console.log(`  ${listed} of ${count} (${rate} a second)`);
    });
  } finally {
    await stage.close();
  }
}

seed().catch((error: unknown) => {
  console.error(error instanceof Error && error.message ? error.message : error);
  process.exitCode = 1;
});
