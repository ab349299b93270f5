import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';

/** The holder touches its lock this often, so one that was not touched for long was left by a process that is gone. */
const TOUCH_MS = 5000;
const STALE_MS = 2 * 60_000;

/**
 * One process at a time does the work of this name. A lock that a broken-off run left is taken away: its process is
 * gone or, where the id was given to another since, nobody touches the lock.
 */
export async function underLock(folder, name, work) {
  const file = path.join(folder, `${name.replace(' ', '-')}.lock`);
  mkdirSync(folder, { recursive: true });
  for (let tries = 0; !takeLock(file); tries += 1) {
    if (tries === 1) console.log(`another command is busy with the ${name}, waiting`);
    await sleep(200);
  }
  const touching = setInterval(() => touch(file), TOUCH_MS);
  try {
    await work();
  } finally {
    clearInterval(touching);
    rmSync(file, { force: true });
  }
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody removed it by hand: the work goes on without it.
  }
}

function takeLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(file)) rmSync(file, { force: true });
    return false;
  }
}

function isHeld(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) return false;
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder > 0) process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM' || error.code === 'ENOENT';
  }
}
