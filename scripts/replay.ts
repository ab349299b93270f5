/**
 * `npm run replay -- --from 2026-11-01 --to 2026-12-01 [--rules V] [--campaign ID]`: works the bills of clicks out anew
 * from the raw clicks, to the cent, and tells them beside what was billed. Ends with 1 where a bill is not what the rules
 * of its time give, with 2 where it does not know what is asked.
 */
import { startApp } from '../server/app';
import { config } from '../server/config';
import { allowLongReads } from '../server/platform/mongoose';
import { HELP, readOptions, WrongArguments } from './replayRun/options';
import { report } from './replayRun/report';

async function run(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return console.log(HELP);
  const { mongodbUri, databaseName } = config;
  if (!mongodbUri) throw new Error('MONGODB_URI is not set; `npm run replay` finds a database by itself.');
  allowLongReads();
  const app = await startApp({ mongodbUri, databaseName, runsWorker: false });
  try {
    const { lines, isAlarm } = await report(options);
    console.log(lines.join('\n'));
    process.exitCode = isAlarm ? 1 : 0;
  } finally {
    await app.stop();
  }
}

run().catch((error: unknown) => {
  const isWrong = error instanceof WrongArguments;
  console.error(isWrong ? error.message : error instanceof Error && error.message ? error.message : error);
  // What was half started would keep the process alive.
  process.exit(isWrong ? 2 : 1);
});
