import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { conflict, invalidInput } from '../../../platform/errors';
import { type Encoding, ENCODINGS } from './file/encoding';
import { UnreadableFile } from './file/fileKind';
import { type TableFormat, textFormat } from './file/table';
import { demandState, findBatch } from './findBatch';
import { type Batch, Batches } from './model';
import { understandFile, type Understood } from './understandFile';
import { storedBytes } from './uploadedFile';

export interface RereadBatchInput {
  batchId: string;
  sheet?: string | null | undefined;
  delimiter?: string | null | undefined;
  encoding?: string | null | undefined;
}

/**
 * Reads the stored file by another sheet, delimiter or encoding than was found: headings and columns are guessed anew, what
 * was said of them and a dry run are void. Asking for what holds already changes nothing.
 */
export async function rereadBatch(viewer: Viewer, input: RereadBatchInput): Promise<{ batch: Batch }> {
  const batch = await findBatch(viewer, input.batchId);
  demandState(batch, ['AWAITING_COLUMNS', 'READY'], 'read in another way');
  const format = await formatFor(batch, input);
  if (isSameWay(format, batch.format!)) return { batch };
  const read = await readAnew(batch, format, input);
  const reread = await Batches.findOneAndUpdate(
    { _id: batch._id, state: batch.state, 'file.id': batch.file!.id },
    { $set: { ...read, dryRun: null, problem: null, changedAt: now() } },
    { returnDocument: 'after' },
  ).lean<Batch>();
  if (!reread) throw conflict('The batch changed meanwhile. Look at it and say it again if need be.');
  return { batch: reread };
}

async function readAnew(batch: Batch, format: TableFormat, { encoding }: RereadBatchInput): Promise<Understood> {
  try {
    return await understandFile(storedBytes(batch.file!), format, batch);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const path = format.kind === 'WORKBOOK' ? 'sheet' : encoding == null ? 'delimiter' : 'encoding';
    throw invalidInput('Read in this way the file holds no rows of data. It stays as it was read before.', [path]);
  }
}

async function formatFor(batch: Batch, { sheet, delimiter, encoding }: RereadBatchInput): Promise<TableFormat> {
  const format = batch.format!;
  if (format.kind === 'WORKBOOK') {
    if (delimiter != null) throw invalidInput('A workbook has no delimiter; choose a sheet.', ['delimiter']);
    if (encoding != null) throw invalidInput('A workbook tells its encoding itself; choose a sheet.', ['encoding']);
    if (sheet == null) return format;
    if (!format.sheets?.includes(sheet)) throw invalidInput('The workbook has no such sheet.', ['sheet']);
    return { ...format, sheet };
  }
  const decoded = encoding == null ? format : await decodedBy(batch, format, knownEncoding(encoding));
  if (sheet != null) throw invalidInput('This file is a text and has no sheets; choose its delimiter.', ['sheet']);
  if (delimiter == null) return decoded;
  if (!MAY_DELIMIT.test(delimiter))
    throw invalidInput('A delimiter is one character that is no letter, digit, quotation mark or line end.', [
      'delimiter',
    ]);
  return { ...decoded, dialect: { ...decoded.dialect, delimiter } };
}

function knownEncoding(named: string): Encoding {
  const known = ENCODINGS.find((encoding) => encoding === named.trim().toLowerCase());
  if (known) return known;
  throw invalidInput(`A text can be read in one of these encodings: ${ENCODINGS.join(', ')}.`, ['encoding']);
}

/**
 * The format under another encoding, which is sure since a person says so: what separates the cells is found anew, since
 * other characters stand there.
 */
const decodedBy = async (batch: Batch, format: TextFormat, encoding: Encoding): Promise<TextFormat> =>
  encoding === format.encoding
    ? format
    : { ...(await textFormat(storedBytes(batch.file!), encoding)), isEncodingSure: true };

type TextFormat = TableFormat & { kind: 'TEXT' };

/** One character, of which no cell is made and which ends no row. */
const MAY_DELIMIT = /^(?:\t|[^\p{L}\p{M}\p{N}\p{C}"\u2028\u2029\ufffd])$/u;

const isSameWay = (one: TableFormat, other: TableFormat): boolean => wayOf(one) === wayOf(other);

const wayOf = (format: TableFormat): string =>
  format.kind === 'WORKBOOK' ? format.sheet : `${format.dialect.delimiter} ${format.encoding}`;
