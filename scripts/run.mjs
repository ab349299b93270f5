/** `node scripts/run.mjs NAME [arguments]`: builds if needed and runs scripts/NAME.ts on this clone's database. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { onStopSignal, runCompiled } from './child.mjs';
import { developmentSecrets } from './developmentSecrets.mjs';
import { checkNode, ensurePackages, ensureServerBuild, main, root, Stop } from './prepare.mjs';

/** These start throw-away databases of their own, so that they never touch this clone's data, or need none. */
const USES_OWN_DATABASE = new Set([
  'bench',
  'bench-checks',
  'bench-clicks',
  'bench-dedupe',
  'bench-lookup',
  'demo',
  'demo-calls',
  'demo-clicks',
]);

await main(async () => {
  const [name, ...words] = process.argv.slice(2);
  if (!name || !existsSync(path.join(root, 'scripts', `${name}.ts`))) {
    throw new Stop(
      `Name a script: node scripts/run.mjs seed | demo | demo-clicks | demo-calls | bench | bench-checks | bench-clicks | bench-dedupe | bench-lookup | check-invariants | replay`,
    );
  }
  const isProduction = process.env.NODE_ENV === 'production';
  checkNode();
  if (!isProduction) {
    await ensurePackages();
    await ensureServerBuild();
  }
  const defaults = isProduction
    ? {}
    : { NODE_ENV: 'development', LOG_LEVEL: USES_OWN_DATABASE.has(name) ? 'error' : 'warn', ...developmentSecrets() };
  const environment = { ...defaults, ...process.env };
  const database = USES_OWN_DATABASE.has(name) ? null : await findDatabase(environment);
  if (database) environment.MONGODB_URI = database.uri;
  const script = runCompiled(`scripts/${name}.js`, words, environment);
  onStopSignal(() => script.stop());
  let isDone = false;
  void database?.ended.then(() => {
    if (isDone) return;
    console.error('The database server ended by itself.');
    return script.stop();
  });
  const code = await script.ended;
  isDone = true;
  await database?.stop();
  process.exit(code);
});

function findDatabase(environment) {
  const { findDatabaseServer } = createRequire(import.meta.url)('../dist/server/platform/databaseServer/index.js');
  return findDatabaseServer({ isThrowAway: false, environment }).catch((error) => {
    throw new Stop(error.message);
  });
}
