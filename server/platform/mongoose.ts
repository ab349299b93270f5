import { AsyncLocalStorage } from 'node:async_hooks';
import { Mongoose, type Schema } from 'mongoose';

/** The longest that a read of the API may take in the database (S9). */
const READ_MS = 8000;

const LONG_MS = 3_600_000;

/** The same for a task of the queue: nobody waits for it, and what it gave up would only be begun anew. */
const TASK_READ_MS = 30_000;

let readMs = READ_MS;
const patience = new AsyncLocalStorage<number>();

/** Gives the reads of work that nobody waits for more time. */
export const patiently = <T>(work: () => Promise<T>): Promise<T> => patience.run(TASK_READ_MS, work);

const limitMs = (): number => Math.max(readMs, patience.getStore() ?? 0);

/** For commands that go through everything with nobody waiting: reads of this process may take an hour. */
export function allowLongReads(): void {
  readMs = LONG_MS;
}

/** A server that hangs fails its commands instead of holding requests for ever. */
export const socketTimeoutMs = (): number => readMs + 37_000;

const mongoose = new Mongoose({ autoCreate: false, autoIndex: false, strictQuery: 'throw' });
mongoose.plugin((schema: Schema) => {
  schema.pre(['find', 'findOne', 'countDocuments', 'distinct'], function () {
    if (this.getOptions().maxTimeMS === undefined) void this.maxTimeMS(limitMs());
  });
  schema.pre('aggregate', function () {
    this.option({ maxTimeMS: limitMs(), ...this.options });
  });
});

/** MongoDB's code for a read that was stopped by its time limit. */
const MAX_TIME_EXPIRED = 50;

export const ranOutOfTime = (error: unknown): boolean =>
  (error as { code?: unknown } | null | undefined)?.code === MAX_TIME_EXPIRED;

/** Mongoose with our settings. Every model is made with this one: settings reach only the models made after them. */
export default mongoose;
