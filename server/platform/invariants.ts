import mongoose from 'mongoose';
import { type Invariant } from './manifest';

export interface InvariantResult {
  code: string;
  title: string;
  /** In words; empty when it holds. */
  violations: string[];
}

/**
 * Checks statements one after the other, each on one snapshot of the database, so that what is written meanwhile is
 * seen whole or not at all. A check must read through mongoose models, and its reads one after the other, or it reads
 * outside the snapshot.
 */
export async function checkInvariants(invariants: readonly Invariant[]): Promise<InvariantResult[]> {
  const results: InvariantResult[] = [];
  for (const { code, title, check } of invariants) {
    results.push({ code, title, violations: await onSnapshot(check) });
  }
  return results;
}

function onSnapshot<T>(read: () => Promise<T>): Promise<T> {
  return mongoose.connection.transaction(read, { readConcern: { level: 'snapshot' } });
}

/** The results as lines for a terminal: a table, then every violation under its number. */
export function describeInvariants(results: readonly InvariantResult[]): string {
  const width = Math.max(...results.map(({ code }) => code.length));
  return results
    .flatMap(({ code, title, violations }) => [
      `${code.padEnd(width)}  ${violations.length === 0 ? 'holds ' : 'BROKEN'}  ${title}`,
      ...violations.map((violation) => `${' '.repeat(width)}          ${violation}`),
    ])
    .join('\n');
}
