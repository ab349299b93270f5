import { type TaskContext } from '../../../platform/manifest';

/** After so many tries the queue runs a task no more. */
const LAST_TRY = 6;

/**
 * Whether the batch must say now that its work failed, because no one will try it again. Throws when another worker has
 * taken the task over: then that one says how it ends.
 */
export async function isLastTry(context: TaskContext): Promise<boolean> {
  if (context.attempt < LAST_TRY) return false;
  await context.heartbeat();
  return true;
}
