import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { joinHold } from './hold';
import { isAlive, withFileLock } from './lock';
import { portAnswers } from './ownServer';
import { type DatabaseServer, type FoundServer, type ServerKind, type ServerProcess } from './types';

const STOP_MS = 20_000;
const WATCH_MS = 500;

type Say = (line: string) => void;

/** What the processes of a clone know of its server, in running.json beside the data. */
interface RunningNote {
  kind: ServerKind;
  pid: number;
  port: number;
  uri: string;
  /** The named pipe by which its users hold it. */
  place: string;
  /** Processes that use it, once for each time. */
  users: number[];
}

/** Starts the server of this clone's own data; if another process does so at the same time, shares that one. */
export function startKept(found: FoundServer, folder: string, say: Say): Promise<DatabaseServer> {
  return alone(folder, say, async () => {
    const running = await join(folder, say);
    if (running) return running;
    const dataFolder = path.join(folder, found.kind);
    mkdirSync(dataFolder, { recursive: true });
    const server = await found.start(dataFolder, false);
    const { pid, port, uri, place } = server;
    writeNote(folder, { kind: found.kind, pid, port, uri, place: place ?? '', users: [process.pid] });
    return { uri, kind: found.kind, pid, ended: server.ended, stop: () => leave(folder, server, say) };
  });
}

/** The server of this clone's data that another of its processes runs, or null. It lives as long as the last user. */
export function joinRunning(folder: string, say: Say): Promise<DatabaseServer | null> {
  return readNote(folder) ? alone(folder, say, () => join(folder, say)) : Promise.resolve(null);
}

/** Nobody comes or goes meanwhile. */
function alone<T>(folder: string, say: Say, work: () => Promise<T>): Promise<T> {
  const onWait = () => say('database: another process of this clone is starting or ending it, waiting');
  return withFileLock(path.join(folder, 'start.lock'), onWait, work);
}

async function join(folder: string, say: Say): Promise<DatabaseServer | null> {
  const note = readNote(folder);
  if (!note || !isAlive(note.pid) || !commandOf(note.pid).includes(path.join(folder, note.kind))) return null;
  const hold = joinHold(note.place);
  if (hold && (await portAnswers(note.port))) {
    const users = note.users.filter((pid) => isAlive(pid));
    say(`database: ${note.kind}, which runs for this clone already (for process ${users.join(', ')})`);
    writeNote(folder, { ...note, users: [...note.users, process.pid] });
    const server = joined(note, hold);
    return {
      uri: note.uri,
      kind: 'shared',
      pid: note.pid,
      ended: server.ended,
      stop: () => leave(folder, server, say),
    };
  }
  hold?.letGo();
  say(`database: waiting for the end of process ${note.pid}, left over from an earlier run`);
  await endProcess(note.pid);
  return null;
}

type Held = Pick<ServerProcess, 'pid' | 'ended' | 'letGo' | 'stop'>;

function joined({ pid }: RunningNote, { letGo }: { letGo(): void }): Held {
  const stop = async (): Promise<void> => {
    letGo();
    for (const deadline = Date.now() + STOP_MS; isAlive(pid) && Date.now() < deadline; await sleep(50));
    if (isAlive(pid)) process.kill(pid, 'SIGKILL');
  };
  return { pid, ended: endOf(pid), letGo, stop };
}

/** Nobody tells us of the end of a process that is no child of ours, so it is looked at. */
function endOf(pid: number): Promise<void> {
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(watch);
      resolve();
    }, WATCH_MS);
    watch.unref();
  });
}

/** The last user waits for the server's end, the others only let go of it. */
function leave(folder: string, server: Held, say: Say): Promise<void> {
  return alone(folder, say, async () => {
    const note = readNote(folder);
    const isOurs = note?.pid === server.pid;
    const users = isOurs ? withoutOne(note.users, process.pid) : [];
    const others = users.filter((pid) => isAlive(pid));
    if (isOurs && others.length > 0) {
      writeNote(folder, { ...note, users });
      server.letGo();
      say(`database: it goes on for process ${others.join(', ')}`);
      return;
    }
    await server.stop();
    if (isOurs) rmSync(noteFile(folder), { force: true });
  });
}

function withoutOne(users: readonly number[], pid: number): number[] {
  const at = users.indexOf(pid);
  return users.filter((_, index) => index !== at);
}

async function endProcess(pid: number): Promise<void> {
  for (const deadline = Date.now() + 2000; isAlive(pid) && Date.now() < deadline; await sleep(50));
  if (isAlive(pid)) process.kill(pid, 'SIGTERM');
  for (const deadline = Date.now() + STOP_MS; isAlive(pid) && Date.now() < deadline; await sleep(50));
}

function readNote(folder: string): RunningNote | null {
  try {
    const note = JSON.parse(readFileSync(noteFile(folder), 'utf8')) as Partial<RunningNote>;
    return note.users && note.place !== undefined ? (note as RunningNote) : null;
  } catch {
    return null;
  }
}

/** By renaming, so that nobody ever reads half of it. */
function writeNote(folder: string, note: RunningNote): void {
  const draft = `${noteFile(folder)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(note));
  renameSync(draft, noteFile(folder));
}

const noteFile = (folder: string): string => path.join(folder, 'running.json');

/** The command line of a process, to be sure that an id was not given to another program since. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return commandByPs(pid);
  }
}

/** Where there is no /proc, as on macOS. */
function commandByPs(pid: number): string {
  try {
    return execFileSync('ps', ['-ww', '-p', String(pid), '-o', 'command='], { encoding: 'utf8', stdio: 'pipe' });
  } catch {
    return '';
  }
}
