import { allWork, startApp } from '../../server/app';
import { config } from '../../server/config';
import { setHostNames } from '../../server/platform/hostNames';
import { moveClock, now } from '../../server/platform/clock';
import { runIfDue, runNextTask } from '../../server/platform/jobs';
import { deliverEvents, outboxBacklog } from '../../server/platform/outbox';
import { Caller } from '../api/marketClient';

/** The whole market in this process, listening on the loopback only, with its clock and its worker in our hands. */
export interface Stage {
  /** Somebody who calls the market over HTTP. */
  caller(): Caller;
  /** Moves the market's time forward, or back before anything has happened, to `moment`. */
  moveTo(moment: Date): void;
  now(): Date;
  /** Delivers all events and runs all tasks that are due, until nothing is left. */
  settle(): Promise<void>;
  /** Runs the periodic jobs that are due by the market's time, but those named, and what follows from them. */
  runJobs(except?: readonly string[]): Promise<void>;
  /** Runs the periodic jobs of these names. */
  runOnly(names: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export async function openStage(mongodbUri: string, databaseName: string): Promise<Stage> {
  // Made-up people are mailed nothing: they are given their links.
  config.mailer = null;
  // Made-up visitors come from where they say.
  config.trustProxy = 1;
  // Made-up pages have names that nobody has.
  setHostNames(async () => null);
  const app = await startApp({ mongodbUri, databaseName, runsWorker: false });
  const port = await app.listen(0, '127.0.0.1');
  const work = allWork();
  const settle = async (): Promise<void> => {
    while ((await deliverEvents(work.handlers)) > 0 || (await runNextTask(work.tasks)));
    const { dead } = await outboxBacklog();
    if (dead > 0) throw new Error(`${dead} events could not be delivered`);
  };
  return {
    caller: () => new Caller(`http://127.0.0.1:${port}`),
    moveTo: (moment) => moveClock(moment.getTime() - now().getTime()),
    now,
    settle,
    async runJobs(except = []) {
      for (const job of work.jobs) if (!except.includes(job.name)) await runIfDue(job);
      await settle();
    },
    async runOnly(names) {
      for (const job of work.jobs) if (names.includes(job.name)) await runIfDue({ ...job, everySeconds: 0 });
    },
    close: () => app.stop(),
  };
}
