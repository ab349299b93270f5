import mongoose from './mongoose';
import { type Invariant } from './manifest';

export interface InvariantResult {
  code: string;
  title: string;
  /** In words; empty when it holds. */
  violations: string[];
}

/**
 * Checks statements one after the other, each on one snapshot of the database, so that what is written meanwhile is
 * seen whole or not at all. What a snapshot shows as broken is looked at once more as it is now: a check that compares
 * the database with what this process keeps in memory may be ahead of the snapshot. A check must not read in parallel.
 */
export async function checkInvariants(invariants: readonly Invariant[]): Promise<InvariantResult[]> {
  const results: InvariantResult[] = [];
  for (const { code, title, check } of invariants) {
    const onSnapshot = await readSnapshot(check);
    results.push({ code, title, violations: onSnapshot.length === 0 ? [] : await check() });
  }
  return results;
}

/** Codes by which a server says that a snapshot cannot be kept for so long a read. */
const SNAPSHOT_LOST = [239, 246, 251, 290];

async function readSnapshot<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await mongoose.connection.transaction(read, { readConcern: { level: 'snapshot' } });
  } catch (error) {
    if (!SNAPSHOT_LOST.includes((error as { code?: number }).code ?? 0)) throw error;
    return read();
  }
}

const MOST_SHOWN = 20;

/** The results as lines for a terminal: a line for each statement, under it what breaks it. */
export function describeInvariants(results: readonly InvariantResult[]): string {
  const width = Math.max(...results.map(({ code }) => code.length));
  return results
    .flatMap(({ code, title, violations }) => [
      `${code.padEnd(width)}  ${violations.length === 0 ? 'holds ' : 'BROKEN'}  ${title}`,
      ...violations.slice(0, MOST_SHOWN).map((violation) => `${' '.repeat(width)}          ${violation}`),
      ...(violations.length > MOST_SHOWN ? [`${' '.repeat(width)}          ... ${violations.length} in all`] : []),
    ])
    .join('\n');
}
