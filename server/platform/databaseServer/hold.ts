import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * A named pipe by which several processes hold one database server: its keeper reads from it, whoever uses the server
 * keeps its other end open, and the system closes that when a process goes, however it goes. So the server lives as
 * long as the last of its users, whoever started it.
 */
export interface Hold {
  place: string;
  /** What the keeper gets as its standard input. */
  readEnd: number;
  /** Closes our copy of the read end, once the keeper has its own. */
  handOver(): void;
  letGo(): void;
}

/** Makes a new hold beside the data and takes it. */
export function makeHold(folder: string): Hold {
  const place = makePipe(folder);
  // Opening one end waits for the other, so the first is opened without waiting; the keeper's must wait when it reads.
  const first = openSync(place, constants.O_RDONLY | constants.O_NONBLOCK);
  const writeEnd = openSync(place, constants.O_WRONLY);
  const readEnd = openSync(place, constants.O_RDONLY);
  closeSync(first);
  return { place, readEnd, handOver: () => closeSync(readEnd), letGo: once(() => closeSync(writeEnd)) };
}

/** Takes a hold that another process made; null when its keeper is gone or lets nobody in any more. */
export function joinHold(place: string): { letGo(): void } | null {
  try {
    const writeEnd = openSync(place, constants.O_WRONLY | constants.O_NONBLOCK);
    return { letGo: once(() => closeSync(writeEnd)) };
  } catch {
    return null;
  }
}

/** Beside the data; where that file system knows no pipes, in the system's temporary folder. */
function makePipe(folder: string): string {
  const place = path.join(folder, 'hold');
  rmSync(place, { force: true });
  try {
    execFileSync('mkfifo', [place], { stdio: 'ignore' });
    return place;
  } catch {
    const other = path.join(mkdtempSync(path.join(os.tmpdir(), 'leadbourse-hold-')), 'hold');
    execFileSync('mkfifo', [other], { stdio: 'ignore' });
    return other;
  }
}

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}
