import { type CandidateBatch, type CandidateRow, type RowOutcome } from '../candidate';
import { candidateOf, REFUSAL_WORDS } from './columns/candidateOf';
import { type RawRow } from './file/delimitedRows';
import { type RowsRead } from './file/table';
import { type Batch } from './model';

/** Rows that are judged together, in the order of the file. */
export interface Chunk {
  candidates: CandidateRow[];
  /** Rows that are no candidates: broken, test or heading rows. */
  refused: RowOutcome[];
  lastRow: number;
  /** How much of the file was read when the chunk was complete, 0 to 1. */
  share: number;
}

/** Text held in one chunk at most, so that huge cells make small chunks and memory stays flat. */
const MAX_CHUNK_CHARS = 2 * 1024 * 1024;

/** Cuts what is read into chunks of the size that `rowsWanted` asks for at that moment. */
export async function* rowChunks(
  reading: AsyncIterable<RowsRead>,
  batch: Pick<Batch, 'columns'>,
  rowsWanted: () => number,
): AsyncGenerator<Chunk> {
  let chunk = emptyChunk();
  let chars = 0;
  let lastShare = 0;
  for await (const { rows, share } of reading) {
    for (const [index, raw] of rows.entries()) {
      add(chunk, raw, batch);
      for (const cell of raw.cells) chars += cell.length;
      if (chunk.candidates.length + chunk.refused.length < rowsWanted() && chars < MAX_CHUNK_CHARS) continue;
      yield { ...chunk, share: lastShare + ((share - lastShare) * (index + 1)) / rows.length };
      chunk = emptyChunk();
      chars = 0;
    }
    lastShare = share;
  }
  if (chunk.candidates.length + chunk.refused.length > 0) yield { ...chunk, share: 1 };
}

const emptyChunk = (): Chunk => ({ candidates: [], refused: [], lastRow: 0, share: 0 });

function add(chunk: Chunk, raw: RawRow, batch: Pick<Batch, 'columns'>): void {
  chunk.lastRow = raw.row;
  const read = candidateOf(raw, batch.columns);
  if ('candidate' in read) chunk.candidates.push(read.candidate);
  else {
    const signals = [{ code: read.refusal, message: REFUSAL_WORDS[read.refusal], isDeciding: true }];
    chunk.refused.push({ row: raw.row, outcome: 'REJECTED', signals });
  }
}

/** The batch as the checks take it. */
export const candidateBatch = (batch: Batch, at: Date): CandidateBatch => ({
  _id: batch._id,
  agencyId: batch.agencyId,
  personId: batch.personId,
  nicheId: batch.nicheId,
  country: batch.country,
  at,
  defaults: batch.defaults,
});
