import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const RETRY_MS = 100;
/** The holder touches its lock this often, so one that was not touched for long was left by a process that is gone. */
const TOUCH_MS = 5000;
const STALE_MS = 2 * 60_000;

/**
 * Runs `work` while no other process on this machine runs work under the same lock file. A lock left by a process that
 * is gone is taken over. `onWait` is called once if another process holds it.
 */
export async function withFileLock<T>(file: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
  mkdirSync(path.dirname(file), { recursive: true });
  for (let tries = 0; !tryLock(file); tries += 1) {
    if (tries === 1) onWait();
    await sleep(RETRY_MS);
  }
  const touching = setInterval(() => touch(file), TOUCH_MS).unref();
  try {
    return await work();
  } finally {
    clearInterval(touching);
    rmSync(file, { force: true });
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody removed it by hand: the work goes on without it.
  }
}

function tryLock(file: string): boolean {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (isStale(file)) removeStale(file);
    return false;
  }
}

function isStale(file: string): boolean {
  try {
    const holder = readFileSync(file, 'utf8');
    const age = Date.now() - statSync(file).mtimeMs;
    // Empty for an instant, between its making and the writing of the id.
    return age > STALE_MS || (holder === '' ? age > 1000 : !isAlive(Number(holder)));
  } catch {
    return false;
  }
}

/** Two waiters may both find the lock stale: the second would move a fresh one aside, so it puts that back. */
function removeStale(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (!isStale(aside)) linkSync(aside, file);
  } catch {
    // Another waiter was faster: the next try finds out.
  }
  try {
    unlinkSync(aside);
  } catch {
    // It was never moved here.
  }
}

/** Whether a process with this id runs, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
