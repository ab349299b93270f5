import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from './mongoose';

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

/** A lease that is held. */
export interface Lease {
  renew: () => Promise<void>;
  release: () => Promise<void>;
}

/** Takes the lease if it is free; null when another process holds it. */
export async function tryLock(name: string, leaseMs: number): Promise<Lease | null> {
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
  const setUntil = async (moment: Date): Promise<void> => {
    await Locks.updateOne({ _id: name, holder }, { $set: { until: moment } });
  };
  return { renew: () => setUntil(new Date(wallClock() + leaseMs)), release: () => setUntil(new Date(0)) };
}

const LEASE_MS = 15_000;

/** Waits for the lease, does `work`, gives it back; a lease of a process that died is free within 15 s. */
export async function withLock<T>(name: string, work: () => Promise<T>): Promise<T> {
  let lease = await tryLock(name, LEASE_MS);
  while (!lease) {
    await sleep(100);
    lease = await tryLock(name, LEASE_MS);
  }
  const { renew, release } = lease;
  const renewal = setInterval(() => renew().catch(() => undefined), LEASE_MS / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await release();
  }
}
