import { startApp } from './app';
import { config } from './config';
import { log } from './platform/log';
import { unpackLists } from './platform/visitor/unpackLists';

/** How long a stop may take before the process ends anyway. */
const STOP_MS = 15_000;

async function main(): Promise<void> {
  if (!config.mongodbUri)
    throw new Error('MONGODB_URI is not set. `npm start` finds a database by itself; else name a replica set.');
  const app = await startApp({
    mongodbUri: config.mongodbUri,
    databaseName: config.databaseName,
    runsWorker: config.runsWorker,
  });
  unpackLists();
  const port = await app.listen(config.port, config.host);
  log.info({ port }, 'listening');
  process.send?.({ ready: true, port });
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    app.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error }, 'the stop met a fault');
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  // `npm start` is gone, even if it was killed: nobody would stop this process later.
  process.once('disconnect', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
