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
  const port = readPort();
  await refuseTakenPort(port);
  onStopSignal(() => stopAll(0));
  stopWithParent();
  if (isProduction) requireBuild();
  else await prepare();
  const defaults = isProduction ? {} : { NODE_ENV: 'development', LOG_LEVEL: 'warn', ...developmentSecrets() };
  const environment = { ...defaults, ...process.env };
  checkSettings(environment);
  const database = await startDatabase(environment);
  environment.MONGODB_URI = database.uri;
  if (!isProduction) await prepareData(environment);
  await startServer(environment);
});

/** npm does not always pass on the signal that ends it: what it started ends with it, and lets port and database go. */
function stopWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    void stopAll(0);
  }, 1000);
  watch.unref();
}

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
  const why = 'The database server ended by itself. What was acknowledged is kept; "npm start" goes on with it.';
  void database.ended.then(() => stopAll(1, why));
  return database;
}

/** A wrong setting is said before anything is started. Compiled code reads settings from the process. */
function checkSettings(environment) {
  const given = { ...process.env };
  Object.assign(process.env, environment);
  try {
    load('../dist/server/config.js');
  } catch (error) {
    throw new Stop(error.message);
  } finally {
    for (const name of Object.keys(environment)) if (!(name in given)) delete process.env[name];
  }
}

/** Demo data, or by --no-demo none; what a making of it that broke off left is never opened as a market. */
async function prepareData(environment) {
  if (isStopping) return;
  if (!process.argv.includes('--no-demo')) return makeDemoData(environment);
  const { clearBrokenDemoData } = load('../dist/scripts/demoData/state.js');
  await clearBrokenDemoData(environment.MONGODB_URI, environment.DATABASE_NAME).catch((error) =>
    stopAll(1, error.message),
  );
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
    await stopAll(
      1,
      'There is no demo data: see above. "npm start" tries again, "npm start -- --no-demo" goes without.',
    );
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
  if (!isProduction && !/^(localhost|127\.|::1$)/.test(environment.HOST ?? 'localhost'))
    console.log(`\nOther machines of the network can reach it (HOST=${environment.HOST}); the logins protect nothing.`);
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

function readPort() {
  const text = process.env.PORT ?? '4000';
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new Stop(`PORT must be a whole number from 0 to 65535 (0: any port that is free), not "${text}".`);
}

/** Asked before anything is started, so that a second start of the same clone changes nothing. */
async function refuseTakenPort(port) {
  const host = process.env.HOST ?? '127.0.0.1';
  const code = await new Promise((resolve) => {
    const probe = createServer().once('error', (error) => resolve(error.code));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (code === 'EADDRINUSE') {
    throw new Stop(`Port ${port} is taken by another program (perhaps another Leadbourse).
Stop that one, or choose another port: PORT=${port < 65_535 ? port + 1 : 4000} npm start`);
  }
  if (code) throw new Stop(`Port ${port} of ${host} cannot be used (${code}). Set PORT or HOST to something else.`);
}
