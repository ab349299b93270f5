import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { conflict, invalidInput } from '../../../platform/errors';
import { nicheTree } from '../../catalog';
import { type ColumnField } from './columns/fields';
import { type Column } from './columns/guessColumns';
import { type Heading } from './columns/heading';
import { isMapped } from './columns/mapped';
import { giveBack, withMeanings } from './columns/meanings';
import { demandState, findBatch } from './findBatch';
import { type Batch, Batches } from './model';
import { guessFor } from './understandFile';
import { firstRows } from './uploadedFile';

export interface MapColumnsInput {
  batchId: string;
  columns: readonly { index: number; field: ColumnField; formFieldKey?: string | null | undefined }[];
  hasHeadings?: boolean | null | undefined;
}

/**
 * Says what columns mean; the others keep what they had. A meaning is taken from the column that had it, and given back
 * when it is free again. A dry run made before is void.
 */
export async function mapColumns(viewer: Viewer, input: MapColumnsInput): Promise<{ batch: Batch }> {
  const batch = await findBatch(viewer, input.batchId);
  demandState(batch, ['AWAITING_COLUMNS', 'READY'], 'mapped');
  const { heading, columns } = await withHeadings(batch, input.hasHeadings ?? null);
  const said = new Set(input.columns.map(({ index }) => index));
  if (said.size < input.columns.length) throw invalidInput('Say of each column once what it means.', ['columns']);
  for (const { index } of input.columns) {
    if (!columns[index])
      throw invalidInput(`The file has ${columns.length} columns; there is no column ${index}.`, ['columns']);
  }
  const mapped = withMeanings(
    columns,
    input.columns.map((change) => ({
      index: change.index,
      field: change.field,
      answerKey: answerKeyOf(batch, change),
    })),
  );
  refuseTwice(mapped);
  giveBack(mapped);
  const state = isMapped(mapped) ? 'READY' : 'AWAITING_COLUMNS';
  const changed = await Batches.findOneAndUpdate(
    { _id: batch._id, state: batch.state, 'file.id': batch.file!.id },
    { $set: { heading, columns: mapped, state, dryRun: null, changedAt: now() } },
    { returnDocument: 'after' },
  ).lean<Batch>();
  if (!changed) throw conflict('The batch changed meanwhile. Look at it and say it again if need be.');
  return { batch: changed };
}

function answerKeyOf(batch: Batch, { field, formFieldKey }: MapColumnsInput['columns'][number]): string | null {
  if (field !== 'ANSWER') return null;
  const form = nicheTree().byId(batch.nicheId)?.fields ?? [];
  if (form.some(({ key }) => key === formFieldKey)) return formFieldKey!;
  throw invalidInput('The form of this niche has no such field.', ['columns', 'formFieldKey']);
}

function refuseTwice(columns: readonly Column[]): void {
  const seen = new Set<string>();
  for (const { field, answerKey } of columns) {
    const meaning = `${field} ${answerKey ?? ''}`;
    if (field !== 'IGNORE' && seen.has(meaning))
      throw invalidInput(`Two columns are given the meaning ${meaning.trim()}.`, ['columns']);
    seen.add(meaning);
  }
}

/** Heading and columns when a person says that the first row is, or is not, the headings. */
async function withHeadings(
  batch: Batch,
  hasHeadings: boolean | null,
): Promise<{ heading: Heading; columns: Column[] }> {
  const heading = batch.heading!;
  if (hasHeadings === null || hasHeadings === (heading.headerRow !== null)) return { heading, columns: batch.columns };
  const row = heading.headerRow ?? heading.firstDataRow;
  const changed: Heading = hasHeadings
    ? { ...heading, headerRow: row, firstDataRow: row + 1 }
    : { ...heading, headerRow: null, firstDataRow: row };
  const sample = await firstRows({ ...batch, heading: { ...changed, firstDataRow: row } }, 500);
  return { heading: changed, columns: await guessFor(batch, changed, sample) };
}
