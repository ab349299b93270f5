/** `npm start`: sets everything up, starts the database and the server, stops both on Ctrl-C. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import { onStopSignal, runCompiled } from './child.mjs';
import { developmentSecrets } from './developmentSecrets.mjs';
import { checkNode, ensureClientBuild, ensurePackages, ensureServerBuild, main, root, Stop } from './prepare.mjs';

const load = createRequire(import.meta.url);
const isProduction = process.env.NODE_ENV === 'production';
const startedAt = Date.now();

/** What runs now, the latest last: stopped in the reverse order. */
const running = [];
let isStopping = false;

await main(async () => {
  checkNode();
  await refuseTakenPort();
  onStopSignal(() => stopAll(0));
  if (isProduction) requireBuild();
  else await prepare();
  const defaults = isProduction ? {} : { NODE_ENV: 'development', LOG_LEVEL: 'warn', ...developmentSecrets() };
  const environment = { ...defaults, ...process.env };
  const database = await startDatabase(environment);
  environment.MONGODB_URI = database.uri;
  if (!isProduction && !process.argv.includes('--no-demo')) await makeDemoData(environment);
  await startServer(environment);
});

async function prepare() {
  await ensurePackages();
  await ensureServerBuild();
  await ensureClientBuild();
}

/** Production installs and builds nothing at start: it runs what was built before. */
function requireBuild() {
  if (existsSync(path.join(root, 'dist/server/main.js'))) return;
  throw new Stop('There is no build. Run "npm ci" and "npm run build" first, without NODE_ENV=production.');
}

async function startDatabase(environment) {
  const { findDatabaseServer } = load('../dist/server/platform/databaseServer/index.js');
  const database = await findDatabaseServer({ isThrowAway: false, environment }).catch((error) => {
    throw new Stop(error.message);
  });
  running.push(database);
  return database;
}

function readDemoState(environment) {
  const { demoDataState } = load('../dist/scripts/demoData/state.js');
  return demoDataState(environment.MONGODB_URI, environment.DATABASE_NAME);
}

/** Made once, by the first start; one that was broken off is made anew. */
async function makeDemoData(environment) {
  const state = await readDemoState(environment);
  if (state === 'COMPLETE' || state === 'OTHER') return;
  // What the made-up people's mails say is nobody's matter.
  const quiet = { ...environment, LOG_LEVEL: process.env.LOG_LEVEL ?? 'error' };
  const seed = runCompiled('scripts/seed.js', ['--first-start'], quiet);
  running.push(seed);
  const code = await seed.ended;
  running.splice(running.indexOf(seed), 1);
  if (code !== 0 && !isStopping)
    await stopAll(1, 'The demo data could not be made; "npm start -- --no-demo" starts without it.');
}

async function startServer(environment) {
  if (isStopping) return;
  const logins = await demoLoginsOf(environment);
  const server = runCompiled('server/main.js', [], { ...environment, DEMO_LOGINS: JSON.stringify(logins) });
  running.push(server);
  server.child.once('message', ({ port }) => announce(port, environment, logins));
  const code = await server.ended;
  if (!isStopping) await stopAll(code === 0 ? 1 : code, 'The server ended by itself.');
}

/** The demo logins, if this database has them. */
async function demoLoginsOf(environment) {
  if (isProduction || (await readDemoState(environment)) !== 'COMPLETE') return [];
  return load('../dist/scripts/demoData/logins.js').demoLogins;
}

function announce(port, environment, logins) {
  const address = environment.PUBLIC_URL ?? `http://localhost:${port}`;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`\nLeadbourse runs at ${address} (ready after ${seconds} s)`);
  console.log(`  API: ${address}/graphql (its explorer, when opened in a browser)   /health /ready /metrics`);
  if (logins.length > 0) console.log('\nDemo logins:');
  for (const { role, email, password } of logins) console.log(`  ${role.padEnd(18)} ${email.padEnd(37)} ${password}`);
  console.log('\nCtrl-C stops everything.');
}

async function stopAll(code, why) {
  if (isStopping) return;
  isStopping = true;
  console.log(why ? `\n${why}` : '\nstopping ...');
  while (running.length > 0) await running.pop().stop();
  console.log('stopped');
  process.exit(code);
}

/** Asked before anything is started, so that a second start of the same clone changes nothing. */
async function refuseTakenPort() {
  const port = Number(process.env.PORT ?? 4000);
  const host = process.env.HOST ?? '127.0.0.1';
  const code = await new Promise((resolve) => {
    const probe = createServer().once('error', (error) => resolve(error.code));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (code === 'EADDRINUSE') {
    throw new Stop(`Port ${port} is taken by another program (perhaps another Leadbourse).
Stop that one, or choose another port: PORT=${port + 1} npm start`);
  }
  if (code) throw new Stop(`Port ${port} of ${host} cannot be used (${code}). Set PORT or HOST to something else.`);
}
