import mongoose from 'mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { UserError } from './errors';
import { type CollectionSpec } from './manifest';
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
 * database, so right across processes. Throws TooManyRequests when none is left. Keys are stored hashed.
 */
export async function takeFrom(bucket: string, key: string, points: number, seconds: number): Promise<void> {
  try {
    await limiterOf(bucket, points, seconds).consume(sha256(key).slice(0, 32));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const retryAfterSeconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw new UserError('TooManyRequests', `Too many attempts. Try again in ${retryAfterSeconds} seconds.`, {
      retryAfterSeconds,
    });
  }
}
