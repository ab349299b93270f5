import { log } from './log';
import { onEnqueued, runIfDue, runNextTask } from './jobs';
import { type EventHandler, type PeriodicJob, type TaskKind } from './manifest';
import { deliverEvents, onEmitted } from './outbox';

export interface Work {
  handlers: readonly EventHandler[];
  jobs: readonly PeriodicJob[];
  tasks: readonly TaskKind[];
}

/**
 * How long each loop rests when nothing woke it: other processes' work is found by looking. No longer than somebody may
 * wait for it, no shorter than an idle market may cost.
 */
const IDLE_MS = { events: 500, tasks: 1500, jobs: 5000 };

/** Tasks that one process runs at a time: an hour's import must not keep a password mail waiting. */
const TASK_LANES = 3;

/** Delivers events, runs tasks and periodic jobs until stopped. */
export function startWorker(work: Work): { stop: () => Promise<void> } {
  const events = loop('events', async () => (await deliverEvents(work.handlers)) > 0);
  let isStopping = false;
  const lanes = Array.from({ length: TASK_LANES }, () =>
    loop('tasks', () => runNextTask(work.tasks, () => isStopping)),
  );
  // A loop for each: a sweep that waits for a provider must not hold up the others.
  const jobs = work.jobs.map((job) =>
    loop('jobs', async () => {
      await runIfDue(job);
      return false;
    }),
  );
  onEmitted(events.wake);
  onEnqueued(() => lanes.forEach(({ wake }) => wake()));
  return {
    async stop() {
      isStopping = true;
      onEmitted(() => undefined);
      onEnqueued(() => undefined);
      await Promise.all([events, ...jobs, ...lanes].map(({ stop }) => stop()));
    },
  };
}

/** Repeats `step` while it reports work, else rests until woken or until its idle time is over. */
function loop(
  name: keyof typeof IDLE_MS,
  step: () => Promise<boolean>,
): { wake: () => void; stop: () => Promise<void> } {
  let isStopping = false;
  let isWoken = false;
  let endRest: () => void = () => undefined;
  const rest = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS[name]);
      endRest = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    while (!isStopping) {
      isWoken = false;
      const hasMore = await step().catch((error: unknown) => {
        log.error({ error, loop: name }, 'the worker met a fault');
        return false;
      });
      if (!hasMore && !isWoken && !isStopping) await rest();
    }
  };
  const running = run();
  const wake = (): void => {
    isWoken = true;
    endRest();
  };
  return {
    wake,
    async stop() {
      isStopping = true;
      wake();
      await running;
    },
  };
}
