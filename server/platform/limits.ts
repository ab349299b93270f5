import mongoose from './mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { clockMovedMs, SECOND } from './clock';
import { UserError } from './errors';
import { type CollectionSpec } from './manifest';
import { networkOf } from './network';
import { sha256 } from './seal';

export const limitCollections: CollectionSpec[] = [
  {
    name: 'rate_limits',
    indexes: [
      { key: { key: 1 }, unique: true },
      { key: { expire: -1 }, expireAfterSeconds: 0 },
    ],
  },
];

const limiters = new Map<string, RateLimiterMongo>();

/** A limiter belongs to a connection: a process that connects anew (as tests do) starts with none. */
export const forgetLimiters = (): void => limiters.clear();

function limiterOf(bucket: string, points: number, seconds: number): RateLimiterMongo {
  const name = `${bucket}:${points}:${seconds}`;
  let limiter = limiters.get(name);
  if (!limiter) {
    limiter = new RateLimiterMongo({
      storeClient: mongoose.connection.getClient(),
      dbName: mongoose.connection.name,
      tableName: 'rate_limits',
      keyPrefix: bucket,
      points,
      duration: seconds,
      disableIndexesCreation: true,
    });
    limiters.set(name, limiter);
  }
  return limiter;
}

/**
 * Takes one of `points` from the bucket of `key`, which fills again `seconds` after the first was taken; counted in the
 * database, so right across processes. Throws TooManyRequests when none is left. Keys are stored hashed; an address counts
 * as the network that it lies in.
 */
export async function takeFrom(bucket: string, key: string, points: number, seconds: number): Promise<void> {
  const refusal = await consume(limiterOf(bucket, points, seconds), idOf(key, seconds));
  if (refusal === null) return;
  const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
  throw new UserError('TooManyRequests', wordsOfWait(retryAfterSeconds), { retryAfterSeconds });
}

/** As people say it, never sooner than it is true; programs have the seconds beside it. */
export function wordsOfWait(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 1) return 'Too many attempts. Try again in a minute.';
  if (minutes < 55) return `Too many attempts. Try again in ${minutes} minutes.`;
  const hours = Math.ceil(minutes / 60);
  if (hours === 1) return 'Too many attempts. Try again in an hour.';
  return `Too many attempts. Try again in ${hours} hours.`;
}

/** So many attempts in so long. */
export interface Limit {
  bucket: string;
  points: number;
  seconds: number;
}

/** Takes one attempt of a limit for a key; throws TooManyRequests when none is left. */
export const takeOne = ({ bucket, points, seconds }: Limit, key: string): Promise<void> =>
  takeFrom(bucket, key, points, seconds);

/** The same for work that is left out where none is left, and nobody told: whether there was one. */
export async function hadOne(limit: Limit, key: string): Promise<boolean> {
  try {
    await takeOne(limit, key);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** Gives one attempt back that turned out to be none; never more than the bucket holds. */
async function giveBackOne({ bucket, points, seconds }: Limit, key: string): Promise<void> {
  const limiter = limiterOf(bucket, points, seconds);
  // The limiter's own way would leave a debt where the time of the bucket is over by now.
  await mongoose.connection
    .collection('rate_limits')
    .updateOne(
      { key: limiter.getKey(idOf(key, seconds)), expire: { $gt: new Date() }, points: { $gt: 0 } },
      { $inc: { points: -1 } },
    );
}

/** An attempt that several limits count, each by a key of its own. */
export type Taking = readonly [limit: Limit, key: string];

/** Takes one of each; where one of them is empty it throws TooManyRequests and takes from none. */
export async function takeOneOfEach(takings: readonly Taking[]): Promise<void> {
  for (const [index, [limit, key]] of takings.entries()) {
    try {
      await takeOne(limit, key);
    } catch (error) {
      await giveBackEach(takings.slice(0, index));
      throw error;
    }
  }
}

export async function giveBackEach(takings: readonly Taking[]): Promise<void> {
  await Promise.all(takings.map(([limit, key]) => giveBackOne(limit, key)));
}

/** Makes a bucket full again. */
export async function refill(bucket: string, key: string, points: number, seconds: number): Promise<void> {
  await limiterOf(bucket, points, seconds).delete(idOf(key, seconds));
}

/**
 * The limiter counts by the process's own clock, so each whole window by which the market's clock was moved has buckets
 * of its own: a bucket fills by moved time as well.
 */
function idOf(key: string, seconds: number): string {
  const windows = Math.trunc(clockMovedMs() / (seconds * SECOND));
  return sha256(networkOf(key) + (windows === 0 ? '' : ` ${windows}`)).slice(0, 32);
}

/** Takes one point; answers with the state of the bucket when it was empty, else null. */
async function consume(limiter: RateLimiterMongo, id: string): Promise<RateLimiterRes | null> {
  try {
    await limiter.consume(id);
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return error;
    if (!(error instanceof TypeError)) throw error;
    // A server may count an upsert that met another one and yet answer without the document, which the limiter cannot
    // read: the count itself then says whether the bucket was empty.
    const state = await limiter.get(id);
    return state && state.consumedPoints > limiter.points ? state : null;
  }
}
