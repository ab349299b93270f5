import { type TaskContext } from '../../../platform/manifest';

const HEARTBEAT_MS = 10_000;

/**
 * Work on a file goes on for about this long and then queues its rest behind the tasks of others. Where finding the
 * place in the file takes long, it goes on ten times as long as that, so that a huge file is not mostly skipped.
 */
const SLICE_MS = 20_000;

/** How long a slice is that took so long to find its place. */
export const sliceAfter = (findingMs: number): number => SLICE_MS + 10 * findingMs;

export type Beat = () => Promise<void>;

/** Tells the queue every so often that the work goes on, also while rows that were done before are passed over. */
export function beatOf(context: TaskContext): Beat {
  let beatAt = performance.now();
  return async () => {
    if (performance.now() - beatAt < HEARTBEAT_MS) return;
    await context.heartbeat();
    beatAt = performance.now();
  };
}
