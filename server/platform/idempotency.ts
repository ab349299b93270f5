import mongoose from './mongoose';
import { now } from './clock';
import { conflict, UserError } from './errors';
import { type CollectionSpec } from './manifest';
import { keyedHash, sha256 } from './seal';
import { duplicateKeyOf, inTransaction } from './transaction';

interface IdemRow {
  _id: string;
  inputHash: string;
  result: unknown;
  at: Date;
}

const Idem = mongoose.model(
  'Idem',
  new mongoose.Schema<IdemRow>(
    { _id: String, inputHash: String, result: mongoose.Schema.Types.Mixed, at: Date },
    { collection: 'idem', versionKey: false, minimize: false },
  ),
);

const KEPT_SECONDS = 30 * 24 * 60 * 60;

export const idemCollections: CollectionSpec[] = [
  { name: 'idem', indexes: [{ key: { at: 1 }, expireAfterSeconds: KEPT_SECONDS }] },
];

export interface OnceKey {
  actor: string;
  operation: string;
  key: string;
  input: unknown;
}

/**
 * Does `work` once for a client key, for 30 days, in a transaction that also stores its answer: repeats get the same
 * answer, another input under the same key is a Conflict, and a refusal leaves nothing so that the key may be sent
 * again. The answer must be plain data: give ids, and read the rest anew. Not inside an open transaction.
 */
export const once = async <T>(request: OnceKey, work: () => Promise<T>): Promise<T> =>
  (await onceTold(request, work)).result;

/**
 * The same, and whether the answer is that of an earlier call. What `first` does, such as taking from a limit, comes
 * before work that was not done yet, and is left out for a repeat.
 */
export async function onceTold<T>(
  { actor, operation, key, input }: OnceKey,
  work: () => Promise<T>,
  first?: () => Promise<void>,
): Promise<{ result: T; isRepeat: boolean }> {
  const _id = sha256(JSON.stringify([actor, operation, key]));
  const inputHash = keyedHash('input', textOf(input));
  const replay = async (): Promise<{ result: T; isRepeat: true } | null> => {
    // As it is now: a row that refused ours as a duplicate must be found, even before it counts as majority-written.
    const row = await Idem.findById(_id).readConcern('local').lean();
    if (!row) return null;
    if (row.inputHash !== inputHash) throw keyReused();
    return { result: row.result as T, isRepeat: true };
  };
  const earlier = await replay();
  if (earlier) return earlier;
  await first?.();
  try {
    return await inTransaction(async () => {
      await Idem.insertMany([{ _id, inputHash, result: null, at: now() }]);
      const result = await work();
      await Idem.updateOne({ _id }, { $set: { result } });
      return { result, isRepeat: false };
    });
  } catch (error) {
    if (duplicateKeyOf(error)?.keyPattern !== '_id') throw error;
    const other = await replay();
    if (!other) throw error;
    return other;
  }
}

/**
 * The hash that tells the same input from another one. It has no key: only for input that holds nothing personal, or is
 * stored beside it anyway. `once` keys its own, since names and phones can be guessed.
 */
export const hashInput = (input: unknown): string => sha256(textOf(input));

/** One text for all spellings of an input: key order does not count. */
const textOf = (input: unknown): string => JSON.stringify(sorted(input));

function sorted(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}

const KEY_REUSED = 'This client key was used before with other input. Nothing was done; make a new key.';

export const keyReused = () => conflict(KEY_REUSED);

/** For callers whose key is no client key, and who say so in their own words. */
export const isKeyReused = (error: unknown): boolean => error instanceof UserError && error.message === KEY_REUSED;
