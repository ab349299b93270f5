import mongoose from '../../platform/mongoose';
import { after, DAY, MINUTE } from '../../platform/clock';
import { type CollectionSpec } from '../../platform/manifest';
import { networkOf } from '../../platform/network';
import { keyedHash } from '../../platform/seal';
import { type Counted, type Counts, LONG_MS, type Seen, SHORT_MS } from './checks/robots/velocity';

/**
 * How many requests came from where, of rows that a form brought: a document a day for each network, device, contact,
 * form and text, under a keyed hash, with a counter for each five minutes. It is gone two days later.
 */
interface RequestCount {
  /** Hash and day. */
  _id: string;
  /** Requests by the number of the five minutes within the day. */
  slots: Record<string, number>;
  goneAt: Date;
}

const RequestCounts = mongoose.model(
  'RequestCount',
  new mongoose.Schema<RequestCount>(
    { _id: String, slots: mongoose.Schema.Types.Mixed, goneAt: Date },
    { collection: 'request_counts', versionKey: false },
  ),
);

export const requestCountCollection: CollectionSpec = {
  name: 'request_counts',
  indexes: [{ key: { goneAt: 1 }, expireAfterSeconds: 0 }],
};

const SLOT_MS = 5 * MINUTE;

/** 96 bits: no two keys of a market meet by chance. */
const LETTERS = 16;

/** What one request is counted by; what it has not is left out. */
export type RequestKeys = Partial<Record<Counted, string>>;

export interface CountedRequest {
  /** The same for a request that is judged again, such as when its transaction starts anew: it counts once. */
  id: string;
  keys: RequestKeys;
}

const hashOf = (what: Counted, value: string): string =>
  keyedHash('velocity', `${what}:${what === 'network' ? networkOf(value) : value}`).slice(0, LETTERS);

/** Counted a short while ago by this process, with what was found. */
const lately = new Map<string, Counts>();
const MOST_REMEMBERED = 5000;

/**
 * Counts requests and answers for each how many like it there were, all of this call and of others at the same moment
 * counted in. One write and one read, whatever the number of requests and of counters. Outside of any transaction: what
 * a refused request did is a fact, and nobody waits for a counter that many share.
 */
export async function countRequests(requests: readonly CountedRequest[], at: Date): Promise<Map<string, Counts>> {
  const fresh = requests.filter(({ id }) => !lately.has(id));
  if (fresh.length > 0) await count(fresh, at);
  return new Map(requests.map(({ id }) => [id, lately.get(id) ?? {}]));
}

async function count(requests: readonly CountedRequest[], at: Date): Promise<void> {
  const hashed = requests.map(({ id, keys }) => ({
    id,
    hashes: Object.entries(keys).map(([what, value]) => [what as Counted, hashOf(what as Counted, value)] as const),
  }));
  const added = new Map<string, number>();
  for (const { hashes } of hashed) for (const [, hash] of hashes) added.set(hash, (added.get(hash) ?? 0) + 1);
  await add(added, at);
  const seen = await read([...added.keys()], at);
  if (lately.size + hashed.length > MOST_REMEMBERED) lately.clear();
  for (const { id, hashes } of hashed) {
    lately.set(id, Object.fromEntries(hashes.map(([what, hash]) => [what, seen.get(hash)!])));
  }
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const idOf = (hash: string, at: Date): string => `${hash} ${dayOf(at)}`;
const slotOf = (ms: number): number => Math.floor((ms % DAY) / SLOT_MS);

async function add(added: ReadonlyMap<string, number>, at: Date): Promise<void> {
  const slot = slotOf(at.getTime());
  const writes = [...added].map(([hash, times]) => ({
    updateOne: {
      filter: { _id: idOf(hash, at) },
      update: { $inc: { [`slots.${slot}`]: times }, $setOnInsert: { goneAt: after(at, 2 * DAY) } },
      upsert: true,
    },
  }));
  await writeAll(writes);
}

/** Two that make the same counter at once: the second is told that it is there, and adds to it by another try. */
async function writeAll(writes: readonly object[], triesLeft = 3): Promise<void> {
  try {
    // The collection itself, since a model would join the open transaction.
    await RequestCounts.collection.bulkWrite(writes as never, { ordered: false });
  } catch (error) {
    const { code, writeErrors = [] } = error as { code?: number; writeErrors?: { index: number }[] };
    if (code !== 11000 || triesLeft === 0 || writeErrors.length === 0) throw error;
    await writeAll(
      writeErrors.map(({ index }) => writes[index]!),
      triesLeft - 1,
    );
  }
}

/** What was counted within the spans before a moment; of the slot that the short span begins in, nothing. */
async function read(hashes: readonly string[], at: Date): Promise<Map<string, Seen>> {
  const [today, yesterday] = [at, after(at, -DAY)];
  const ids = hashes.flatMap((hash) => [idOf(hash, today), idOf(hash, yesterday)]);
  const rows = await RequestCounts.collection
    .find({ _id: { $in: ids as never[] } }, { projection: { slots: 1 }, readConcern: { level: 'local' } })
    .toArray();
  const slotsOf = new Map(rows.map((row) => [String(row._id), (row.slots ?? {}) as RequestCount['slots']]));
  const now = slotOf(at.getTime());
  return new Map(
    hashes.map((hash) => {
      const seen = { inMinutes: 0, inDay: 0 };
      const addFrom = (day: Date, age: number): void => {
        for (const [slot, times] of Object.entries(slotsOf.get(idOf(hash, day)) ?? {})) {
          const slotsAgo = now - Number(slot) + age;
          if (slotsAgo < 0) continue;
          if (slotsAgo < SHORT_MS / SLOT_MS) seen.inMinutes += times;
          if (slotsAgo < LONG_MS / SLOT_MS) seen.inDay += times;
        }
      };
      addFrom(today, 0);
      addFrom(yesterday, DAY / SLOT_MS);
      return [hash, seen];
    }),
  );
}
