import { type RowOutcome } from '../candidate';

export interface Counts {
  rows: number;
  accepted: number;
  quarantined: number;
  duplicates: number;
  rejected: number;
  unchanged: number;
}

/** How many rows ended how, and what decided it: kept while rows are gone through, a few numbers however many rows there are. */
export interface Tally {
  counts: Counts;
  reasons: Record<string, { message: string; rows: number }>;
}

/** What became of a row, with the one outcome that only intake knows: sent again, and stored from an earlier file. */
export type RowEnd = RowOutcome | { row: number; outcome: 'UNCHANGED'; leadId: string };

const COUNT_OF = {
  ACCEPTED: 'accepted',
  QUARANTINED: 'quarantined',
  DUPLICATE: 'duplicates',
  REJECTED: 'rejected',
  UNCHANGED: 'unchanged',
} as const satisfies Record<RowEnd['outcome'], keyof Counts>;

export const emptyTally = (): Tally => ({
  counts: { rows: 0, accepted: 0, quarantined: 0, duplicates: 0, rejected: 0, unchanged: 0 },
  reasons: {},
});

/** The tally with some more rows; the given one stays as it is, so that a repeated transaction counts once. */
export function tallyWith(tally: Tally, ends: readonly RowEnd[]): Tally {
  const counts = { ...tally.counts };
  const reasons = { ...tally.reasons };
  for (const end of ends) {
    counts.rows++;
    counts[COUNT_OF[end.outcome]]++;
    if (!('signals' in end)) continue;
    for (const { code, message, isDeciding } of end.signals) {
      if (!isDeciding) continue;
      const before = reasons[code];
      reasons[code] = { message: before?.message ?? message, rows: (before?.rows ?? 0) + 1 };
    }
  }
  return { counts, reasons };
}

/** The reasons of a tally, the most frequent first. */
export const reasonsOf = (tally: Tally): { code: string; message: string; rows: number }[] =>
  Object.entries(tally.reasons)
    .map(([code, reason]) => ({ code, ...reason }))
    .sort((a, b) => b.rows - a.rows || a.code.localeCompare(b.code));
