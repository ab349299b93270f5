import { logFailure } from './failures';

/**
 * Does something with each of many, one after the other. One that fails does not hold up the others: it is told to the log
 * with what `nameOf` says of it, and at the end all failures are thrown together as an AggregateError, so that a job counts
 * as failed. Answers with the sum of what was done; true counts as one.
 *
 * @param failed What happens to those that fail, such as `a batch was not billed`.
 */
export async function eachApart<T>(
  items: Iterable<T>,
  act: (item: T) => Promise<number | boolean>,
  nameOf: (item: T) => object,
  failed: string,
): Promise<number> {
  let done = 0;
  const failures: unknown[] = [];
  for (const item of items) {
    try {
      done += Number(await act(item));
    } catch (error) {
      // A job comes back to it.
      logFailure({ error, isTriedAgain: true }, nameOf(item), failed);
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failed}, ${failures.length} times`);
  return done;
}
