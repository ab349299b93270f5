import path from 'node:path';
import { config } from '../../../config';
import { log } from '../../../platform/log';
import { noteStored, promisesSoFar } from '../../campaigns';
import { type RawClick } from '../model';
import { EventLog } from './eventLog';
import { lineOf, storeFile } from './storeVisits';

/** How often what was written is stored: how late, at most, a visit is seen by both sides. */
const EVERY_MS = 500;
/** How often files of processes that are gone are looked for. */
const LEFT_EVERY_MS = 30_000;

let current: EventLog | null = null;
let timer: NodeJS.Timeout | null = null;
let storing: Promise<void> = Promise.resolve();
/** Files that the database did not take yet. */
const waiting = new Set<string>();
let lookedForLeftAt = -Infinity;

/** Writes a visit to the disk; see EventLog. */
export const writeVisit = (visit: RawClick): Promise<void> =>
  current ? current.append(lineOf(visit)) : Promise.reject(new Error('the log of visits is not open'));

/** Opens the log and begins to store what is written, and what processes before left. */
export async function openVisitLog(databaseName: string): Promise<void> {
  current = new EventLog(path.join(config.visitLogFolder, databaseName));
  await current.open();
  lookedForLeftAt = -Infinity;
  await storeWritten();
  timer = setInterval(() => void storeWritten(), EVERY_MS);
  timer.unref();
}

/** Stores all that was written until now, one call at a time. What the database does not take is tried again. */
export function storeWritten(): Promise<void> {
  storing = storing.then(async () => {
    if (!current) return;
    const sentOn = promisesSoFar();
    try {
      const file = await current.handOver();
      if (file) waiting.add(file);
      if (performance.now() - lookedForLeftAt > LEFT_EVERY_MS) {
        lookedForLeftAt = performance.now();
        for (const left of await current.left()) waiting.add(left);
      }
      for (const each of waiting) {
        await storeFile(each);
        waiting.delete(each);
      }
      noteStored(sentOn);
    } catch (error) {
      log.error({ error, files: waiting.size }, 'visits were not stored; they stay on the disk and are tried again');
    }
  });
  return storing;
}

/** Stores the rest. What is left on the disk is stored by the next process. */
export async function closeVisitLog(): Promise<void> {
  if (timer) clearInterval(timer);
  timer = null;
  await storeWritten();
  await storing;
  await current?.close();
  current = null;
  waiting.clear();
}
