import mongoose from './mongoose';
import type { EventTopics, MarketEvent } from '../modules/events';
import { after, DAY, MINUTE, now, SECOND } from './clock';
import { groupBy } from './groupBy';
import { newId } from './ids';
import { logFailure } from './failures';
import { type CollectionSpec, type EventHandler } from './manifest';
import { outboxEvents } from './metrics';
import { afterCommit } from './transaction';

type AnyTopic = keyof EventTopics;

interface OutboxRow {
  _id: string;
  topic: AnyTopic;
  aggregate: string;
  payload: unknown;
  at: Date;
  state: 'PENDING' | 'DONE' | 'DEAD';
  nextAt: Date;
  lease: string | null;
  tries: number;
  done: string[];
  expiresAt: Date | null;
}

const Outbox = mongoose.model(
  'Outbox',
  new mongoose.Schema<OutboxRow>(
    {
      _id: String,
      topic: String,
      aggregate: String,
      payload: mongoose.Schema.Types.Mixed,
      at: Date,
      state: String,
      nextAt: Date,
      lease: String,
      tries: Number,
      done: [String],
      expiresAt: Date,
    },
    { collection: 'outbox', versionKey: false, minimize: false },
  ),
);

export const outboxCollections: CollectionSpec[] = [
  {
    name: 'outbox',
    indexes: [
      { key: { nextAt: 1 }, name: 'pending', partialFilterExpression: { state: 'PENDING' } },
      { key: { lease: 1 }, name: 'leased', partialFilterExpression: { state: 'PENDING' } },
      { key: { aggregate: 1, at: 1 } },
      { key: { expiresAt: 1 }, expireAfterSeconds: 0 },
    ],
  },
];

const LEASE_MS = 60 * SECOND;
const BATCH = 50;
const LANES = 8;
/** After these waits an event is dead: it stays, and is counted. */
const BACKOFF_MS = [SECOND, 5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 60 * MINUTE];
const KEPT_MS = 90 * DAY;

let wake: () => void = () => undefined;

/** Called by the worker to hear of new events without waiting for its next look. */
export function onEmitted(listener: () => void): void {
  wake = listener;
}

/** Writes an event in the open transaction: it is delivered if, and only if, the transaction commits. */
export async function emit<T extends AnyTopic>(topic: T, aggregate: string, payload: EventTopics[T]): Promise<void> {
  await emitAll([{ topic, aggregate, payload }]);
}

/** `emit` for many events in one write. */
export async function emitAll<T extends AnyTopic>(
  events: readonly { topic: T; aggregate: string; payload: EventTopics[T] }[],
): Promise<void> {
  if (events.length === 0) return;
  const at = now();
  const rows = events.map((event) => ({
    _id: newId('event'),
    ...event,
    at,
    state: 'PENDING' as const,
    nextAt: at,
    lease: null,
    tries: 0,
    done: [],
    expiresAt: null,
  }));
  await Outbox.insertMany(rows, { lean: true });
  afterCommit(() => wake());
}

/** Delivers what is due, at least once to each handler; answers with how many events it took. */
export async function deliverEvents(handlers: readonly EventHandler[]): Promise<number> {
  const rows = await claim();
  const queue = [...groupBy(rows, ({ aggregate }) => aggregate).values()];
  const runLane = async (): Promise<void> => {
    for (let lane = queue.shift(); lane; lane = queue.shift()) {
      for (const row of lane) await deliver(row, handlers);
    }
  };
  await Promise.all(Array.from({ length: LANES }, runLane));
  return rows.length;
}

async function claim(): Promise<OutboxRow[]> {
  const at = now();
  const due = { state: 'PENDING' as const, nextAt: { $lte: at } };
  const ids = await Outbox.find(due, { _id: 1 }).sort({ nextAt: 1 }).limit(BATCH).lean();
  if (ids.length === 0) return [];
  const lease = newId('lease');
  await Outbox.updateMany(
    { ...due, _id: { $in: ids.map(({ _id }) => _id) } },
    { $set: { lease, nextAt: after(at, LEASE_MS) }, $inc: { tries: 1 } },
  );
  return Outbox.find({ state: 'PENDING', lease }).sort({ _id: 1 }).lean<OutboxRow[]>();
}

async function deliver(row: OutboxRow, handlers: readonly EventHandler[]): Promise<void> {
  const done = [...row.done];
  // Claimed more often than it was given back: each time the process died over it.
  if (row.tries > BACKOFF_MS.length + 1) return postpone(row, done);
  try {
    for (const handler of handlers) {
      if (handler.topic !== row.topic || done.includes(handler.name)) continue;
      const event: MarketEvent<AnyTopic> = { id: row._id, topic: row.topic, aggregate: row.aggregate, at: row.at };
      // The topic was compared above, so payload and event are of the handler's own type.
      await handler.handle(row.payload as never, event as never);
      done.push(handler.name);
    }
    const at = now();
    await Outbox.updateOne(
      { _id: row._id, lease: row.lease },
      { $set: { state: 'DONE', done, expiresAt: after(at, KEPT_MS) } },
    );
    outboxEvents.inc({ topic: row.topic, outcome: 'done' });
  } catch (error) {
    const isTriedAgain = BACKOFF_MS[row.tries - 1] !== undefined;
    const facts = { topic: row.topic, event: row._id, tries: row.tries };
    logFailure({ error, isTriedAgain }, facts, 'an event handler failed');
    await postpone(row, done);
  }
}

async function postpone(row: OutboxRow, done: string[]): Promise<void> {
  const wait = BACKOFF_MS[row.tries - 1];
  outboxEvents.inc({ topic: row.topic, outcome: wait === undefined ? 'dead' : 'failed' });
  const next = wait === undefined ? { state: 'DEAD' as const } : { nextAt: after(now(), wait) };
  await Outbox.updateOne({ _id: row._id, lease: row.lease }, { $set: { ...next, done, lease: null } });
}

/** How many events wait or are dead: for /metrics and tests. */
export async function outboxBacklog(): Promise<{ pending: number; dead: number }> {
  return {
    pending: await Outbox.countDocuments({ state: 'PENDING' }),
    dead: await Outbox.countDocuments({ state: 'DEAD' }),
  };
}
