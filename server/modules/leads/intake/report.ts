import { csvRow, CSV_START } from '../../../platform/csv';
import { OWN_HEADINGS } from './columns/ownReport';
import { type RawRow } from './file/delimitedRows';
import { type Batch, batchRowId, BatchRows, type BatchRow } from './model';
import { dataRows } from './uploadedFile';

const OUTCOME_WORDS: Record<BatchRow['outcome'] | 'ACCEPTED' | 'NOT_REACHED', string> = {
  ACCEPTED: 'accepted',
  QUARANTINED: 'in quarantine',
  DUPLICATE: 'duplicate',
  REJECTED: 'rejected',
  UNCHANGED: 'imported before',
  NOT_REACHED: 'not imported',
};

/**
 * The report of a batch as CSV: what became of each row, why, and the row's own cells, so that rejected rows can be
 * corrected and the report itself sent again. The cells are read from the encrypted upload while the report streams.
 */
export async function* reportLines(batch: Batch, which: 'ALL' | 'PROBLEMS'): AsyncGenerator<string> {
  const width = batch.columns.length;
  const headings = batch.columns.map(({ heading }, index) => heading || `Column ${index + 1}`);
  yield CSV_START + csvRow([...OWN_HEADINGS, ...headings]);
  const stored = await StoredRows.of(batch._id);
  try {
    for await (const { rows } of dataRows(batch)) {
      let lines = '';
      for (const raw of rows) {
        const end = await stored.at(raw.row);
        const outcome = end?.outcome ?? (raw.row <= batch.doneRow ? 'ACCEPTED' : 'NOT_REACHED');
        const isProblem = outcome !== 'ACCEPTED' && outcome !== 'UNCHANGED';
        if (which === 'ALL' || isProblem) lines += lineOf(raw, outcome, end, width);
      }
      if (lines !== '') yield lines;
    }
  } finally {
    await stored.close();
  }
}

function lineOf(raw: RawRow, outcome: keyof typeof OUTCOME_WORDS, end: BatchRow | null, width: number): string {
  const cells = [...raw.cells];
  while (cells.length < width) cells.push('');
  const reasons = end?.reasons.map(({ message }) => message).join(' ') ?? '';
  return csvRow([raw.row, OUTCOME_WORDS[outcome], reasons, duplicateOf(end), ...cells]);
}

function duplicateOf(end: BatchRow | null): string {
  if (!end || (end.outcome !== 'DUPLICATE' && end.outcome !== 'UNCHANGED')) return '';
  if (end.ofRow !== null) return `row ${end.ofRow}`;
  return end.leadId ?? 'a lead of another agency';
}

/** The stored row outcomes in order, read along with the file: one cursor, no matter how many rows. */
class StoredRows {
  private next: BatchRow | null = null;

  private constructor(private readonly cursor: ReturnType<typeof rowsOf>) {}

  static async of(batchId: string): Promise<StoredRows> {
    const rows = new StoredRows(rowsOf(batchId));
    await rows.step();
    return rows;
  }

  /** The outcome stored for a row; rows must be asked for in rising order. */
  async at(row: number): Promise<BatchRow | null> {
    while (this.next && rowNumber(this.next) < row) await this.step();
    return this.next && rowNumber(this.next) === row ? this.next : null;
  }

  async close(): Promise<void> {
    await this.cursor.close();
  }

  private async step(): Promise<void> {
    this.next = await this.cursor.next();
  }
}

const rowNumber = ({ _id }: BatchRow): number => Number(_id.slice(_id.lastIndexOf(':') + 1));

const rowsOf = (batchId: string) =>
  BatchRows.find({ _id: { $gte: batchRowId(batchId, 0), $lte: batchRowId(batchId, 9_999_999_999) } })
    .sort({ _id: 1 })
    .lean<BatchRow>()
    .cursor({ batchSize: 1000 });
