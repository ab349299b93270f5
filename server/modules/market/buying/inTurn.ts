const queues = new Map<string, Promise<unknown>>();

/**
 * Runs `work` when all earlier work of this process under any of the same keys has ended. It spares purchases that meet
 * on one wallet or one listing the cost of conflicts in the database; that they are right depends on the database alone.
 */
export async function inTurn<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
  const before = Promise.all(keys.flatMap((key) => queues.get(key) ?? []));
  const running = before.then(work);
  const ended = running.then(
    () => undefined,
    () => undefined,
  );
  // All keys are taken in this one step, so two pieces of work can never wait for each other.
  for (const key of keys) queues.set(key, ended);
  try {
    return await running;
  } finally {
    for (const key of keys) if (queues.get(key) === ended) queues.delete(key);
  }
}
