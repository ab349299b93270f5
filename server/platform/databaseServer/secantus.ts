import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { withFileLock } from './lock';
import { findOnPath } from './mongod';
import { freePort, launch } from './ownServer';
import { LAUNCHER } from './secantusLauncher';
import { type FoundServer, type ServerProcess } from './types';

const run = promisify(execFile);
const VERSION = '0.7.0b3';
/** The versions for which the package has ready-built wheels, the newest first. */
const PYTHONS = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];

/** SecantusDB's Python server, in an environment of its own that is made under the data folder at first use. */
export async function locateSecantus(
  environment: NodeJS.ProcessEnv,
  dataFolder: string,
  say: (line: string) => void,
): Promise<FoundServer | null> {
  const venv = path.join(dataFolder, 'secantusdb-venv');
  const mark = path.join(venv, `secantusdb-${VERSION}`);
  const onWait = () => say('database: another process is installing SecantusDB, waiting');
  if (!existsSync(mark)) {
    await withFileLock(`${venv}.lock`, onWait, async () => {
      if (!existsSync(mark)) await install(venv, mark, environment, say);
    });
  }
  const program = path.join(venv, 'bin', 'python');
  return {
    kind: 'secantusd-py',
    because: `SecantusDB ${VERSION}, since no MongoDB is on this machine or can be had`,
    start: (folder, isThrowAway) => startSecantus(program, folder, isThrowAway),
  };
}

async function install(
  venv: string,
  mark: string,
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
): Promise<void> {
  const python = await findPython(environment);
  say(
    `database: no MongoDB here, installing SecantusDB ${VERSION} into ${path.relative(process.cwd(), venv)} (once, about 15 s)`,
  );
  rmSync(venv, { recursive: true, force: true });
  await step('python -m venv', python, ['-m', 'venv', venv], environment);
  const pip = ['-m', 'pip', 'install', '--quiet', '--no-input', '--disable-pip-version-check'];
  const wheel = ['--only-binary', 'secantusdb', `secantusdb==${VERSION}`];
  await step('pip install secantusdb', path.join(venv, 'bin', 'python'), [...pip, ...wheel], environment);
  writeFileSync(mark, '');
}

async function step(title: string, program: string, words: string[], environment: NodeJS.ProcessEnv): Promise<void> {
  await run(program, words, { env: environment }).catch((error: Error & { stdout?: string; stderr?: string }) => {
    const lines = `${error.stderr ?? ''}${error.stdout ?? ''}`.trim().split('\n').slice(-3).join('\n');
    throw new Error(`${title} failed: ${lines === '' ? error.message : lines}`);
  });
}

async function findPython(environment: NodeJS.ProcessEnv): Promise<string> {
  for (const name of PYTHONS) {
    const program = findOnPath(name, environment);
    if (program && (await isRightPython(program, environment))) return program;
  }
  throw new Error('no Python 3.10 to 3.13 was found on the PATH');
}

async function isRightPython(program: string, environment: NodeJS.ProcessEnv): Promise<boolean> {
  const question = 'import sys; print(sys.version_info.major, sys.version_info.minor)';
  const { stdout } = await run(program, ['-c', question], { env: environment }).catch(() => ({ stdout: '' }));
  const [major, minor] = stdout.trim().split(' ').map(Number);
  return major === 3 && minor !== undefined && minor >= 10 && minor <= 13;
}

const FOR_EVER = String(10 ** 9);
const KEPT = ['--sync-on-commit'];
/** Memory is taken as it is needed: see `startSecantus`. */
const THROW_AWAY = [
  ['--oplog-max-entries', FOR_EVER, '--oplog-retention-seconds', FOR_EVER],
  ['--cache-size', `${Math.max(1024, Math.floor(totalmem() / 2 ** 21))}M`],
].flat();

const SWEEP_SECONDS = 3600;

/**
 * A transaction in which nothing was said for so long is of a process that died: what it wrote is locked until then. By
 * itself the server waits for a minute.
 */
const SILENT_SECONDS = 20;

/**
 * Starts SecantusDB. Kept data is flushed at every commit: without that flag acknowledged writes are lost by kill -9.
 * Retryable writes are off: it has no second node to retry on, and looks through all answers of the last half hour at
 * each of them, which after ten thousand makes a write of one millisecond take ten to thirty. What expired is swept
 * seldom, and on throw-away data never: a sweep walks whole collections while everybody waits. Of throw-away data the
 * whole log of changes is kept too: to forget its oldest entries the server steps over all that it forgot before. What was
 * written stays in its cache while any reader holds an older view, so a cache that is full brings it to a stand: throw-away
 * data may fill half of the machine's memory.
 */
async function startSecantus(program: string, folder: string, isThrowAway: boolean): Promise<ServerProcess> {
  const port = await freePort();
  const place = ['--host', '127.0.0.1', '--port', String(port), '--storage-path', folder];
  const launcher = path.join(folder, 'secantusd.py');
  mkdirSync(folder, { recursive: true });
  writeFileSync(launcher, LAUNCHER);
  const sweep = String(isThrowAway ? 0 : SWEEP_SECONDS);
  const command = [program, launcher, sweep, String(SILENT_SECONDS), ...place, ...(isThrowAway ? THROW_AWAY : KEPT)];
  const uri = `mongodb://127.0.0.1:${port}/?directConnection=true&retryWrites=false`;
  return launch({ command, folder, port, uri, isThrowAway });
}
