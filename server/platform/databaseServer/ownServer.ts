import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeHold, type Hold } from './hold';
import { isAlive } from './lock';
import { type DatabaseServer, type FoundServer, type ServerProcess } from './types';

const START_MS = 60_000;
const STOP_MS = 20_000;

/**
 * The keeper stands between us and the server, and waits for the end of its standard input, which comes when all who
 * hold the other end are gone, even by kill -9. Then it ends the server and removes a throw-away folder. It runs in a
 * session of its own, so that Ctrl-C reaches only us and the application can finish its work on the database first.
 */
const KEEPER = `
signal=$1 folder=$2; shift 2
exec 4<&0 0</dev/null
"$@" </dev/null 3>&- 4<&- &
server=$!
echo "$server" >&3
( read -r _ <&4; kill -s "$signal" "$server" 2>/dev/null ) 3>&- &
reader=$!
exec 3>&- 4<&-
wait "$server"
status=$?
kill "$reader" 2>/dev/null
[ -n "$folder" ] && rm -rf "$folder"
exit "$status"
`;

/** What a start needs to know of the program, besides its command line. */
export interface Launch {
  command: string[];
  folder: string;
  port: number;
  uri: string;
  isThrowAway: boolean;
}

/** Starts a server program under a keeper and resolves when its port answers; fails with the end of its log. */
export async function launch({ command, folder, port, uri, isThrowAway }: Launch): Promise<ServerProcess> {
  const logFile = path.join(path.dirname(folder), `${path.basename(folder)}.log`);
  const log = openSync(logFile, 'w');
  const keeperArguments = isThrowAway ? ['KILL', path.dirname(folder)] : ['TERM', ''];
  const hold = isThrowAway ? null : makeHold(path.dirname(folder));
  const keeper = spawn('/bin/sh', ['-c', KEEPER, 'keeper', ...keeperArguments, ...command], {
    cwd: folder,
    detached: true,
    stdio: [hold?.readEnd ?? 'pipe', log, log, 'pipe'],
  });
  hold?.handOver();
  closeSync(log);
  const ended = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
  const pid = await readPid(keeper);
  const letGo = () => letGoOf(keeper, hold);
  const stop = () => stopKeeper(keeper, letGo, pid, ended);
  try {
    await untilPortAnswers(port, ended);
  } catch (error) {
    const lines = readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n');
    await stop();
    throw new Error(`${path.basename(command[0] ?? '')} did not start: ${lines}`, { cause: error });
  }
  // A script that forgets to stop the server can still end: the keeper sees it go.
  keeper.unref();
  for (const stream of keeper.stdio) (stream as { unref?: () => void } | null)?.unref?.();
  return { pid, port, uri, place: hold?.place ?? null, ended, letGo, stop };
}

function letGoOf(keeper: ChildProcess, hold: Hold | null): void {
  if (hold) hold.letGo();
  else keeper.stdin?.destroy();
}

function readPid(keeper: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    keeper.once('error', reject);
    keeper.stdio[3]?.once('data', (text: Buffer) => resolve(Number(text.toString())));
  });
}

async function stopKeeper(keeper: ChildProcess, letGo: () => void, pid: number, ended: Promise<void>): Promise<void> {
  keeper.ref();
  letGo();
  const tooLate = sleep(STOP_MS, 'late' as const, { ref: false });
  if ((await Promise.race([ended, tooLate])) !== 'late') return;
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  await ended;
}

async function untilPortAnswers(port: number, ended: Promise<void>): Promise<void> {
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  for (const deadline = Date.now() + START_MS; Date.now() < deadline; await sleep(25)) {
    if (hasEnded) throw new Error('it ended at once');
    if (await portAnswers(port)) return;
  }
  throw new Error(`its port did not answer within ${START_MS / 1000} s`);
}

/** Whether something listens on this port of the loopback address. */
export function portAnswers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true) ?? socket.destroy());
    socket.once('error', () => resolve(false));
  });
}

/** A port of the loopback address that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Starts a server whose data is gone when it stops, or when we do. */
export async function startThrowAway(found: FoundServer): Promise<DatabaseServer> {
  const parent = mkdtempSync(path.join(os.tmpdir(), 'leadbourse-db-'));
  const folder = path.join(parent, found.kind);
  mkdirSync(folder);
  const server = await found.start(folder, true).catch((error: unknown) => {
    rmSync(parent, { recursive: true, force: true });
    throw error;
  });
  return { uri: server.uri, kind: found.kind, pid: server.pid, ended: server.ended, stop: () => server.stop() };
}
