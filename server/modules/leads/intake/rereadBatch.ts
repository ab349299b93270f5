import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { conflict, invalidInput } from '../../../platform/errors';
import { UnreadableFile } from './file/fileKind';
import { type TableFormat } from './file/table';
import { demandState, findBatch } from './findBatch';
import { type Batch, Batches } from './model';
import { understandFile, type Understood } from './understandFile';
import { storedBytes } from './uploadedFile';

export interface RereadBatchInput {
  batchId: string;
  sheet?: string | null | undefined;
  delimiter?: string | null | undefined;
}

/**
 * Reads the stored file by another sheet or delimiter than was found: headings and columns are guessed anew, what was
 * said of them and a dry run are void. Asking for what holds already changes nothing.
 */
export async function rereadBatch(viewer: Viewer, input: RereadBatchInput): Promise<{ batch: Batch }> {
  const batch = await findBatch(viewer, input.batchId);
  demandState(batch, ['AWAITING_COLUMNS', 'READY'], 'read in another way');
  const format = formatFor(batch.format!, input);
  if (isSameWay(format, batch.format!)) return { batch };
  const read = await readAnew(batch, format);
  const reread = await Batches.findOneAndUpdate(
    { _id: batch._id, state: batch.state, 'file.id': batch.file!.id },
    { $set: { ...read, dryRun: null, problem: null, changedAt: now() } },
    { returnDocument: 'after' },
  ).lean<Batch>();
  if (!reread) throw conflict('The batch changed meanwhile. Look at it and say it again if need be.');
  return { batch: reread };
}

async function readAnew(batch: Batch, format: TableFormat): Promise<Understood> {
  try {
    return await understandFile(storedBytes(batch.file!), format, batch);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const path = format.kind === 'WORKBOOK' ? 'sheet' : 'delimiter';
    throw invalidInput('Read in this way the file holds no rows of data. It stays as it was read before.', [path]);
  }
}

function formatFor(format: TableFormat, { sheet, delimiter }: RereadBatchInput): TableFormat {
  if (format.kind === 'WORKBOOK') {
    if (delimiter != null) throw invalidInput('A workbook has no delimiter; choose a sheet.', ['delimiter']);
    if (sheet == null) return format;
    if (!format.sheets?.includes(sheet)) throw invalidInput('The workbook has no such sheet.', ['sheet']);
    return { ...format, sheet };
  }
  if (sheet != null) throw invalidInput('This file is a text and has no sheets; choose its delimiter.', ['sheet']);
  if (delimiter == null) return format;
  if (!MAY_DELIMIT.test(delimiter))
    throw invalidInput('A delimiter is one character that is no letter, digit, quotation mark or line end.', [
      'delimiter',
    ]);
  return { ...format, dialect: { ...format.dialect, delimiter } };
}

/** One character, of which no cell is made and which ends no row. */
const MAY_DELIMIT = /^(?:\t|[^\p{L}\p{M}\p{N}\p{C}"\u2028\u2029\ufffd])$/u;

const isSameWay = (one: TableFormat, other: TableFormat): boolean => wayOf(one) === wayOf(other);

const wayOf = (format: TableFormat): string => (format.kind === 'WORKBOOK' ? format.sheet : format.dialect.delimiter);
