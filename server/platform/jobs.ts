import mongoose, { patiently } from './mongoose';
import { after, DAY, MINUTE, now, SECOND } from './clock';
import { newId } from './ids';
import { tryLock } from './locks';
import { logFailure } from './failures';
import { type CollectionSpec, type PeriodicJob, type TaskContext, type TaskKind } from './manifest';
import { jobRuns } from './metrics';
import { afterCommit } from './transaction';

interface TaskRow {
  _id: string;
  name: string;
  payload: unknown;
  state: 'PENDING' | 'DONE' | 'DEAD';
  nextAt: Date;
  lease: string | null;
  tries: number;
  error: string | null;
  at: Date;
  /** Work that is done is forgotten after a time: its payload may be personal. */
  expiresAt: Date | null;
}

const Tasks = mongoose.model(
  'Task',
  new mongoose.Schema<TaskRow>(
    {
      _id: String,
      name: String,
      payload: mongoose.Schema.Types.Mixed,
      state: String,
      nextAt: Date,
      lease: String,
      tries: Number,
      error: String,
      at: Date,
      expiresAt: Date,
    },
    { collection: 'tasks', versionKey: false, minimize: false },
  ),
);

interface ScheduleRow {
  _id: string;
  ranAt: Date;
}

const Schedules = mongoose.model(
  'Schedule',
  new mongoose.Schema<ScheduleRow>({ _id: String, ranAt: Date }, { collection: 'schedules', versionKey: false }),
);

export const jobCollections: CollectionSpec[] = [
  {
    name: 'tasks',
    indexes: [
      { key: { nextAt: 1 }, name: 'pending', partialFilterExpression: { state: 'PENDING' } },
      { key: { expiresAt: 1 }, expireAfterSeconds: 0 },
    ],
  },
  { name: 'schedules', indexes: [] },
];

const LEASE_MS = MINUTE;
const MAX_TRIES = 6;
const KEPT_MS = 30 * DAY;
/** A periodic job that failed runs again after this time, or its own if that is shorter. */
const RETRY_SECONDS = 60;
let wake: () => void = () => undefined;

export function onEnqueued(listener: () => void): void {
  wake = listener;
}

/**
 * Queues work in the open transaction. With a `key` the same work is queued once, whoever asks (a second call is a
 * no-op for 30 days after the first was done).
 */
export async function enqueueTask(
  name: string,
  payload: object,
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  const at = now();
  const row = {
    name,
    payload,
    state: 'PENDING',
    nextAt: options.runAt ?? at,
    lease: null,
    tries: 0,
    error: null,
    at,
    expiresAt: null,
  };
  const _id = options.key ? `task_${name}:${options.key}` : newId('task');
  await Tasks.updateOne({ _id }, { $setOnInsert: row }, { upsert: true });
  afterCommit(() => wake());
}

/** Runs one due task if there is one; answers whether it did. */
export async function runNextTask(
  kinds: readonly TaskKind[],
  shouldStop: () => boolean = () => false,
): Promise<boolean> {
  const at = now();
  const lease = newId('lease');
  const row = await Tasks.findOneAndUpdate(
    { state: 'PENDING', nextAt: { $lte: at } },
    { $set: { lease, nextAt: after(at, LEASE_MS) }, $inc: { tries: 1 } },
    { sort: { nextAt: 1 }, returnDocument: 'after' },
  ).lean<TaskRow>();
  if (!row) return false;
  const kind = kinds.find(({ name }) => name === row.name);
  try {
    if (!kind) throw new Error(`No module runs tasks named ${row.name}`);
    const context = contextOf(row, lease, shouldStop);
    await patiently(() => kind.run(row.payload as never, context));
    await Tasks.updateOne({ _id: row._id, lease }, { $set: { state: 'DONE', expiresAt: after(now(), KEPT_MS) } });
    jobRuns.inc({ name: row.name, outcome: 'done' });
  } catch (error) {
    await giveBack(row, lease, error);
  }
  return true;
}

function contextOf(row: TaskRow, lease: string, shouldStop: () => boolean): TaskContext {
  return {
    taskId: row._id,
    attempt: row.tries,
    shouldStop,
    async heartbeat() {
      const { matchedCount } = await Tasks.updateOne(
        { _id: row._id, lease },
        { $set: { nextAt: after(now(), LEASE_MS) } },
      );
      if (matchedCount === 0) throw new Error('This task was taken over by another worker');
    },
  };
}

async function giveBack(row: TaskRow, lease: string, error: unknown): Promise<void> {
  const isDead = row.tries >= MAX_TRIES;
  const facts = { task: row._id, name: row.name, tries: row.tries };
  logFailure({ error, isTriedAgain: !isDead }, facts, 'a task failed');
  jobRuns.inc({ name: row.name, outcome: isDead ? 'dead' : 'failed' });
  const next = isDead ? { state: 'DEAD' as const } : { nextAt: after(now(), 2 ** row.tries * SECOND) };
  const name = error instanceof Error ? error.name : 'unknown';
  await Tasks.updateOne({ _id: row._id, lease }, { $set: { ...next, lease: null, error: name } });
}

/** How often each periodic job failed since it last went well; one that is busy so often is stuck. */
const failedInARow = new Map<string, number>();
const MOST_IN_A_ROW = 3;

/** Runs a periodic job if it is due and no other process is at it; answers with what it did, null when not run. */
export async function runIfDue(job: PeriodicJob): Promise<number | null> {
  const at = now();
  const schedule = await Schedules.findById(job.name).lean();
  if (schedule && schedule.ranAt.getTime() + job.everySeconds * SECOND > at.getTime()) return null;
  const lease = await tryLock(`job:${job.name}`, 5 * MINUTE);
  if (!lease) return null;
  try {
    const count = await job.run(at);
    await noteRun(job, at);
    jobRuns.inc({ name: job.name, outcome: 'done' });
    failedInARow.delete(job.name);
    return count;
  } catch (error) {
    jobRuns.inc({ name: job.name, outcome: 'failed' });
    const inARow = (failedInARow.get(job.name) ?? 0) + 1;
    failedInARow.set(job.name, inARow);
    logFailure({ error, isTriedAgain: inARow < MOST_IN_A_ROW }, { job: job.name }, 'a periodic job failed');
    await noteRun(job, after(at, (Math.min(RETRY_SECONDS, job.everySeconds) - job.everySeconds) * SECOND));
    return null;
  } finally {
    await lease.release();
  }
}

/** The job is due again when its time has passed since `ranAt`. */
const noteRun = (job: PeriodicJob, ranAt: Date) =>
  Schedules.updateOne({ _id: job.name }, { $set: { ranAt } }, { upsert: true });
