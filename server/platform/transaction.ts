import { AsyncLocalStorage } from 'node:async_hooks';
import { Mutex } from 'async-mutex';
import mongoose from './mongoose';
import { busy, UserError } from './errors';

mongoose.set('transactionAsyncLocalStorage', true);

const open = new AsyncLocalStorage<{ afterCommit: (() => void)[] }>();

/** How long a transaction is retried on write conflicts, its waiting for turns apart, before its caller is told so. */
const RETRY_MS = 5000;

/** How long it is retried with its waiting for turns. */
const LONGEST_MS = 20_000;

/**
 * Retries take turns, in the order they asked. Of fifty that want one wallet, one wins the first round; were the others
 * let loose together, one would win each further round too, and the last be told `Busy` after fifty tries.
 */
const lanes = { people: new Mutex(), bulk: new Mutex() };

/**
 * Runs `work` in one transaction (snapshot reads, majority writes); joins the open one when there is one. Transient
 * conflicts are retried for 5 s, not counting the wait for a turn, and for 20 s with it; then `Busy` is thrown. Long
 * work names the lane `bulk`, so that nobody who waits for an answer queues behind it. `work` may run several times, so
 * it must do nothing but database work: no network, no mail, no Promise.all on the session, no catching of duplicate
 * keys.
 */
export async function inTransaction<T>(work: () => Promise<T>, lane: keyof typeof lanes = 'people'): Promise<T> {
  if (open.getStore()) return work();
  const frame = { afterCommit: [] as (() => void)[] };
  const startedAt = Date.now();
  let waitedMs = 0;
  let tries = 0;
  let endTurn = (): void => undefined;
  const attempt = async (): Promise<T> => {
    frame.afterCommit.length = 0;
    if (tries++ === 0) return work();
    endTurn();
    const elapsedMs = Date.now() - startedAt;
    // The driver would go on retrying for two minutes; what is no error of its own ends that, and rolls back.
    if (elapsedMs - waitedMs > RETRY_MS || elapsedMs > LONGEST_MS) throw busy();
    endTurn = await lanes[lane].acquire();
    waitedMs += Date.now() - startedAt - elapsedMs;
    return work();
  };
  let result: T;
  try {
    result = await open.run(frame, () =>
      mongoose.connection.transaction(attempt, {
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority', j: true },
      }),
    );
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (isTransient(error)) throw busy();
    throw error;
  } finally {
    endTurn();
  }
  for (const tell of frame.afterCommit) tell();
  return result;
}

/** Calls `tell` once the open transaction has committed; at once when none is open. For wake-ups only. */
export function afterCommit(tell: () => void): void {
  const frame = open.getStore();
  if (frame) frame.afterCommit.push(tell);
  else tell();
}

export const isInTransaction = (): boolean => open.getStore() !== undefined;

function isTransient(error: unknown): boolean {
  const candidate = error as { hasErrorLabel?: (label: string) => boolean; name?: string; code?: number };
  return (
    candidate.name === 'MongoOperationTimeoutError' ||
    candidate.code === 112 ||
    candidate.hasErrorLabel?.('TransientTransactionError') === true
  );
}

/**
 * Which unique index refused a write, for use outside the transaction's callback; null for any other error.
 * `keyPattern` is the index's keys in order, joined by commas: `lead,buyer`.
 */
export function duplicateKeyOf(error: unknown): { keyPattern: string; keyValue: Record<string, unknown> } | null {
  const candidate = error as {
    code?: number;
    keyPattern?: object;
    keyValue?: Record<string, unknown>;
    cause?: unknown;
    writeErrors?: { err?: { keyPattern?: object; keyValue?: Record<string, unknown> }; errmsg?: string }[];
    message?: string;
  };
  if (candidate.code !== 11000) return null;
  const first = candidate.writeErrors?.[0]?.err;
  const pattern = candidate.keyPattern ?? first?.keyPattern ?? patternFromText(candidate.message ?? '');
  return {
    keyPattern: Object.keys(pattern).join(','),
    keyValue: candidate.keyValue ?? first?.keyValue ?? {},
  };
}

/** A bulk write's duplicate error carries the keys only in its text: `… index: x dup key: { lead: "…", slot: 1 }`. */
function patternFromText(text: string): object {
  const keys = /dup key: \{ (.*) \}/.exec(text)?.[1] ?? '';
  return Object.fromEntries([...keys.matchAll(/(?:^|, )([\w.]+): /g)].map((match) => [match[1]!, 1]));
}
