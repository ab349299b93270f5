import { csvRow, CSV_START } from '../../../platform/csv';
import { checkEmail, isOfSlip } from '../checks/email';
import { OWN_HEADINGS } from './columns/ownReport';
import { type RawRow } from './file/delimitedRows';
import { REPORT_ROOM } from './file/workbook/room';
import { type Batch, batchRowId, BatchRows, type BatchRow } from './model';
import { dataRows } from './uploadedFile';

/** Which rows a report has: all, those that were not accepted, or the accepted ones that something was noted of. */
export type ReportRows = 'ALL' | 'PROBLEMS' | 'NOTED';

const OUTCOME_WORDS: Record<BatchRow['outcome'] | 'NOT_REACHED', string> = {
  ACCEPTED: 'accepted',
  QUARANTINED: 'in quarantine',
  DUPLICATE: 'duplicate',
  REJECTED: 'rejected',
  UNCHANGED: 'imported before',
  NOT_REACHED: 'not imported',
};

type Ended = keyof typeof OUTCOME_WORDS;

/**
 * The report of a batch as CSV: what became of each row, why, and the row's own cells, so that rejected rows can be
 * corrected and the report itself sent again. The cells are read from the encrypted upload while the report streams.
 */
export async function* reportLines(batch: Batch, which: ReportRows): AsyncGenerator<string> {
  const width = batch.columns.length;
  const headings = batch.columns.map(({ heading }, index) => heading || `Column ${index + 1}`);
  // Told with the first rows: a file that cannot be read then is refused instead of cut.
  let lines = CSV_START + csvRow([...OWN_HEADINGS, ...headings]);
  const stored = new StoredRows(batch._id);
  for await (const { rows } of dataRows(batch, 0, undefined, REPORT_ROOM)) {
    for (const raw of rows) {
      const end = await stored.at(raw.row);
      const outcome = end?.outcome ?? (raw.row <= batch.doneRow ? 'ACCEPTED' : 'NOT_REACHED');
      if (isIn(which, outcome, end)) lines += lineOf(raw, outcome, withProposals(end, raw, batch), width);
    }
    if (lines !== '') yield lines;
    lines = '';
  }
  if (lines !== '') yield lines;
}

function isIn(which: ReportRows, outcome: Ended, end: BatchRow | null): boolean {
  if (which === 'NOTED') return outcome === 'ACCEPTED' && end !== null;
  return which === 'ALL' || (outcome !== 'ACCEPTED' && outcome !== 'UNCHANGED');
}

function lineOf(raw: RawRow, outcome: Ended, end: BatchRow | null, width: number): string {
  const cells = [...raw.cells];
  while (cells.length < width) cells.push('');
  const [reasons, notes] = [wordsOf(end?.reasons), wordsOf(end?.notes)];
  return csvRow([raw.row, OUTCOME_WORDS[outcome], reasons, duplicateOf(end), notes, ...cells]);
}

/**
 * What was told of a row, with the address that was probably meant behind what is said of a slip in it. Only here, where
 * the person's own cells stand anyway: it is stored nowhere.
 */
function withProposals(end: BatchRow | null, { cells }: RawRow, { columns, country }: Batch): BatchRow | null {
  const place = columns.findIndex(({ field }) => field === 'EMAIL');
  if (!end || place < 0 || ![...end.reasons, ...(end.notes ?? [])].some(({ code }) => isOfSlip(code))) return end;
  const { meant } = checkEmail(cells[place], country);
  if (meant === null) return end;
  const proposed = (told: BatchRow['reasons']): BatchRow['reasons'] => {
    const last = told.findLast(({ code }) => isOfSlip(code));
    return told.map((one) => (one === last ? { ...one, message: `${one.message} Probably meant: ${meant}` } : one));
  };
  return { ...end, reasons: proposed(end.reasons), notes: proposed(end.notes ?? []) };
}

const wordsOf = (told: BatchRow['reasons'] = []): string => told.map(({ message }) => message).join(' ');

function duplicateOf(end: BatchRow | null): string {
  if (!end || (end.outcome !== 'DUPLICATE' && end.outcome !== 'UNCHANGED')) return '';
  if (end.ofRow !== null) return `row ${end.ofRow}`;
  return end.leadId ?? 'a lead of another agency';
}

/** Rows of the file whose outcomes are read at once: a short read, however many rows the file has. */
const SPAN_ROWS = 1000;

/** The stored row outcomes, read span by span along with the file. */
class StoredRows {
  private known = new Map<string, BatchRow>();
  private end = 0;

  constructor(private readonly batchId: string) {}

  /** The outcome stored for a row; rows must be asked for in rising order. */
  async at(row: number): Promise<BatchRow | null> {
    if (row >= this.end) {
      this.end = row + SPAN_ROWS;
      const span = { $gte: batchRowId(this.batchId, row), $lt: batchRowId(this.batchId, this.end) };
      this.known = new Map((await BatchRows.find({ _id: span }).lean<BatchRow[]>()).map((end) => [end._id, end]));
    }
    return this.known.get(batchRowId(this.batchId, row)) ?? null;
  }
}
