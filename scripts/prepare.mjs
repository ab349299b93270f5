/** What every command needs first, with nothing but Node's own modules: the right Node, packages, types, a build. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { underLock } from './lock.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const dataFolder = path.join(root, '.data');

const at = (...parts) => path.join(root, ...parts);

/** A fault that the user can mend: shown as a message, without a stack. */
export class Stop extends Error {}

/** Runs a script's main function; an expected fault becomes its message and exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exit(1);
  }
}

/** Refuses a Node that cannot load every package: some are ES modules, which these versions load with `require`. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return;
  throw new Stop(`Node 20.19 or later, or 22.12 or later, is needed; this is ${version}.`);
}

/** Installs the packages when what lies in node_modules is not what package-lock.json names. */
export async function ensurePackages() {
  if (packagesAreRight()) return;
  await underLock(dataFolder, 'packages', async () => {
    if (packagesAreRight()) return;
    const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    await step('installing packages (npm ci)', process.platform === 'win32' ? 'npm.cmd' : 'npm', words);
  });
}

/** npm writes the hidden lock file last, so an install that was broken off does not count. */
function packagesAreRight() {
  const hidden = at('node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([place, { version, optional, devOptional, peer }]) =>
      place === '' || optional || devOptional || peer || present[place]?.version === version,
  );
}

/** Writes the types that are made from the schema, when the schema has changed since. */
export async function ensureGenerated() {
  const tsx = at('node_modules/tsx/dist/cli.mjs');
  const inputs = ['schema', 'scripts/codegen.ts', ...filesUnder('server/modules').filter(isMapper)];
  await whenChanged('generated types', at('server', 'generated', '.stamp'), inputs, () =>
    step('generating types from the schema', process.execPath, [tsx, 'scripts/codegen.ts']),
  );
  const operations = ['schema', 'scripts/clientCodegen.ts', ...filesUnder('client/src').filter(isOperation)];
  await whenChanged('client types', at('client', 'src', 'generated', '.stamp'), operations, () =>
    step('generating types of the web client', process.execPath, [tsx, 'scripts/clientCodegen.ts']),
  );
}

const isMapper = (file) => file.endsWith('mappers.json');
const isOperation = (file) => file.endsWith('.graphql');

/** Compiles the server and the scripts into dist/, when their sources have changed since. */
export async function ensureServerBuild() {
  await ensureGenerated();
  const inputs = ['server', 'scripts', 'schema', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
  await whenChanged('server build', at('dist', '.server-stamp'), inputs, () =>
    step('compiling the server', process.execPath, [
      at('node_modules/typescript/bin/tsc'),
      '-p',
      'tsconfig.build.json',
    ]),
  );
}

/** Builds the web client into dist/client, when its sources have changed since. */
export async function ensureClientBuild() {
  await ensureGenerated();
  const inputs = ['client', 'schema', 'scripts/clientCodegen.ts', 'package-lock.json'];
  await whenChanged('client build', at('dist', '.client-stamp'), inputs, async () => {
    const vite = at('node_modules/vite/bin/vite.js');
    // Whoever asks for it, be it a test: React for development is larger and slower.
    await step('building the web client', process.execPath, [vite, 'build', 'client'], { NODE_ENV: 'production' });
    compressFiles(at('dist', 'client'));
  });
}

/** Puts a Brotli copy beside each text file of the client: done once, as small as it gets. */
function compressFiles(folder) {
  for (const file of readdirSync(folder, { recursive: true })) {
    if (!/\.(js|css|svg|json)$/.test(file)) continue;
    const place = path.join(folder, file);
    writeFileSync(`${place}.br`, brotliCompressSync(readFileSync(place)));
  }
}

async function whenChanged(name, stamp, inputs, work) {
  const isCurrent = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(inputs);
  if (isCurrent()) return;
  await underLock(dataFolder, name, async () => {
    if (isCurrent()) return;
    const hash = hashOf(inputs);
    await work();
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
  });
}

function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap(filesUnder))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(at(file)));
  return hash.digest('hex');
}

/** All files under a path of the project, in order of name; what is generated or installed is left out. */
function filesUnder(place) {
  if (!existsSync(at(place))) return [];
  if (statSync(at(place)).isFile()) return [place];
  const names = readdirSync(at(place)).sort();
  return names.filter((name) => !LEFT_OUT.has(name)).flatMap((name) => filesUnder(path.join(place, name)));
}

const LEFT_OUT = new Set(['generated', 'node_modules', 'dist']);

/** Runs a program, says what it does and how long it took; its output is shown only when it fails. */
async function step(title, program, words, env = {}) {
  const startedAt = Date.now();
  const seconds = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  console.log(`${title} ...`);
  const ticker = setInterval(() => console.log(`  still ${title}, ${seconds()}`), 15_000);
  const child = spawn(program, words, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  process.off('exit', endWithUs);
  clearInterval(ticker);
  if (code !== 0) throw new Stop(`${output.trim()}\n\nThis step failed: ${title}.`);
  console.log(`  done in ${seconds()}`);
}
