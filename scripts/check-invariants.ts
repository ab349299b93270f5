/**
 * `npm run check-invariants`: checks over the whole database what must always hold (the books balance, nothing is sold
 * twice, every balance follows from the journal), also while servers work on it. Ends with 1 when something is broken.
 */
import { startApp } from '../server/app';
import { config } from '../server/config';
import { manifests } from '../server/modules';
import { checkInvariants, describeInvariants } from '../server/platform/invariants';
import { allowLongReads } from '../server/platform/mongoose';

async function run(): Promise<void> {
  const { mongodbUri, databaseName } = config;
  if (!mongodbUri) throw new Error('MONGODB_URI is not set; `npm run check-invariants` finds a database by itself.');
  const startedAt = Date.now();
  allowLongReads();
  const app = await startApp({ mongodbUri, databaseName, runsWorker: false });
  try {
    const results = await checkInvariants(manifests.flatMap(({ invariants }) => invariants ?? []));
    const broken = results.filter(({ violations }) => violations.length > 0).length;
    console.log(describeInvariants(results));
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
    console.log(`${results.length - broken} of ${results.length} statements hold (${seconds} s)`);
    process.exitCode = broken === 0 ? 0 : 1;
  } finally {
    await app.stop();
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error && error.message ? error.message : error);
  // What was half started would keep the process alive.
  process.exit(1);
});
