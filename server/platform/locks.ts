import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';

/** Documents that let one process at a time do something; a lease over its time is free for the next. */
interface Lock {
  _id: string;
  holder: string;
  until: Date;
}

const Locks = mongoose.model(
  'Lock',
  new mongoose.Schema<Lock>({ _id: String, holder: String, until: Date }, { collection: 'locks', versionKey: false }),
);

export const lockCollections = [{ name: 'locks', indexes: [] }];

/** Leases follow the wall clock: a moved market clock must not break a lease that another process holds. */
const wallClock = (): number => Date.now();

/** Takes the lease if it is free; answers with how to give it back, or null. */
export async function tryLock(name: string, leaseMs: number): Promise<(() => Promise<void>) | null> {
  const holder = randomUUID();
  const until = new Date(wallClock() + leaseMs);
  try {
    await Locks.updateOne(
      { _id: name, until: { $lte: new Date(wallClock()) } },
      { $set: { holder, until } },
      { upsert: true },
    );
  } catch (error) {
    if ((error as { code?: number }).code === 11000) return null;
    throw error;
  }
  return async () => {
    await Locks.updateOne({ _id: name, holder }, { $set: { until: new Date(0) } });
  };
}

/** Waits for the lease, does `work`, gives it back. */
export async function withLock<T>(name: string, leaseMs: number, work: () => Promise<T>): Promise<T> {
  let release = await tryLock(name, leaseMs);
  while (!release) {
    await sleep(100);
    release = await tryLock(name, leaseMs);
  }
  try {
    return await work();
  } finally {
    await release();
  }
}
