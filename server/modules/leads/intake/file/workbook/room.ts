import { E_TIMEOUT, Semaphore, type SemaphoreInterface, withTimeout } from 'async-mutex';
import { busy } from '../../../../../platform/errors';

/** The shared strings of one workbook take this much at most, with the list of their places (sharedStrings.ts). */
const LARGEST_MB = 144;

/** How long a reader waits for room before it is told to come back: less than the lease of a task. */
const WAIT_MS = 30_000;

/** Memory for the shared strings of open workbooks; who finds it full waits in turn. */
export type Room = SemaphoreInterface;

const roomFor = (workbooks: number): Room => withTimeout(new Semaphore(workbooks * LARGEST_MB), WAIT_MS, E_TIMEOUT);

/** For everything that is read at the server's own speed: two of the largest workbooks, or many usual ones. */
export const WORKROOM = roomFor(2);

/** For what is read at the speed of a connection, which may be slow: it must not hold up imports. */
export const REPORT_ROOM = roomFor(1);

/** Takes room for strings whose part unpacks to that many bytes; answers with how to give it back. */
export async function takeRoom(room: Room, unpackedBytes: number): Promise<() => void> {
  const megabytes = Math.min(LARGEST_MB, Math.ceil((2 * unpackedBytes) / 1024 ** 2));
  if (megabytes === 0) return () => undefined;
  try {
    const [, release] = await room.acquire(megabytes);
    return release;
  } catch (error) {
    throw error === E_TIMEOUT ? busy() : error;
  }
}
