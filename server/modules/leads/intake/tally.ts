import { type RowOutcome, type RowSignal } from '../candidate';
import { isOfForm } from '../checks/signals';

export interface Counts {
  rows: number;
  accepted: number;
  quarantined: number;
  duplicates: number;
  rejected: number;
  unchanged: number;
  /** Accepted rows with a note of their own; absent of batches from before these were kept. */
  noted?: number;
}

/** By code: the words of the first row, and whether another row has other words. */
type Told = Record<string, { message: string; rows: number; isVaried?: boolean }>;

/** How many rows ended how, what decided it and what was noted: kept while rows are gone through, a few numbers however many rows there are. */
export interface Tally {
  counts: Counts;
  reasons: Told;
  /** What was noted of accepted rows; absent of batches from before this was kept. */
  notes?: Told;
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
  counts: { rows: 0, accepted: 0, quarantined: 0, duplicates: 0, rejected: 0, unchanged: 0, noted: 0 },
  reasons: {},
  notes: {},
});

/** What is noted at a row beside what decided it: of an accepted one only what is its own, not that of its whole form. */
export const notesOf = (end: RowEnd): RowSignal[] =>
  signalsOf(end).filter(({ code, isDeciding }) => !isDeciding && (end.outcome !== 'ACCEPTED' || !isOfForm(code)));

const signalsOf = (end: RowEnd): RowSignal[] => ('signals' in end ? end.signals : []);

/** The tally with some more rows; the given one stays as it is, so that a repeated transaction counts once. */
export function tallyWith(tally: Tally, ends: readonly RowEnd[]): Tally {
  const counts = { noted: 0, ...tally.counts };
  const [reasons, notes] = [{ ...tally.reasons }, { ...tally.notes }];
  for (const end of ends) {
    counts.rows++;
    counts[COUNT_OF[end.outcome]]++;
    if (end.outcome !== 'ACCEPTED')
      count(
        reasons,
        signalsOf(end).filter(({ isDeciding }) => isDeciding),
      );
    else {
      count(notes, end.signals);
      if (notesOf(end).length > 0) counts.noted++;
    }
  }
  return { counts, reasons, notes };
}

/** Counts a row once for each code that is told of it. */
function count(told: Told, signals: readonly RowSignal[]): void {
  const messages = new Map(signals.map(({ code, message }) => [code, message]));
  for (const [code, message] of messages) {
    const before = told[code];
    const isVaried = before !== undefined && (before.isVaried === true || before.message !== message);
    told[code] = { message: before?.message ?? message, rows: (before?.rows ?? 0) + 1, isVaried };
  }
}

/** What a tally tells, the most frequent first. */
export const mostFrequent = (told: Told = {}): { code: string; message: string; rows: number; isVaried: boolean }[] =>
  Object.entries(told)
    .map(([code, reason]) => ({ code, isVaried: false, ...reason }))
    .sort((a, b) => b.rows - a.rows || a.code.localeCompare(b.code));
