import { unguarded } from '../../../platform/csv';
import { now } from '../../../platform/clock';
import { findRegion, nicheTree } from '../../catalog';
import { nicheNamed } from '../nicheNamed';
import { type Column, guessColumns } from './columns/guessColumns';
import { findHeading, type Heading } from './columns/heading';
import { isMapped } from './columns/mapped';
import { openHeadings } from './columns/openHeadings';
import { isOwnReport } from './columns/ownReport';
import { type ByteSource } from './file/byteSource';
import { type RawRow } from './file/delimitedRows';
import { UnreadableFile } from './file/fileKind';
import { type TableFormat, tableRows } from './file/table';
import { type Batch } from './model';

/** How many rows headings and columns are guessed from. */
const SAMPLE_ROWS = 500;

/** What is known of a file once it was read in one way. */
export interface Understood {
  format: TableFormat;
  heading: Heading;
  columns: Column[];
  state: 'READY' | 'AWAITING_COLUMNS';
}

/** Finds headings and columns of a file that is read in this way. Throws UnreadableFile where there is no row of data. */
export async function understandFile(
  source: ByteSource,
  format: TableFormat,
  batch: Pick<Batch, 'nicheId' | 'country'>,
): Promise<Understood> {
  const sample: RawRow[] = [];
  for await (const { rows } of tableRows(source, format)) {
    sample.push(...rows);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  if (sample.length === 0) throw new UnreadableFile('NO_ROWS');
  const heading = findHeading(sample.slice(0, SAMPLE_ROWS));
  if (!sample.some(({ row }) => row >= heading.firstDataRow)) throw new UnreadableFile('NO_ROWS');
  const columns = guessFor(batch, heading, sample);
  return { format, heading, columns, state: isMapped(columns) ? 'READY' : 'AWAITING_COLUMNS' };
}

/** Columns as guessed from the first rows, under the form of the batch's niche and the places of its country. */
export function guessFor(
  batch: Pick<Batch, 'nicheId' | 'country'>,
  heading: Heading,
  sample: readonly RawRow[],
): Column[] {
  const written = sample.find(({ row }) => row === heading.headerRow)?.cells ?? [];
  const headings = openHeadings(isOwnReport(written) ? written.map(unguarded) : written);
  const data = sample.filter(({ row, problem }) => row >= heading.firstDataRow && !problem);
  return guessColumns(headings, heading.width, data, {
    form: nicheTree().byId(batch.nicheId)?.fields ?? [],
    isPlace: (text) => findRegion({ country: batch.country, text }) !== null,
    isNiche: (text) => nicheNamed(text)?.isRetired === false,
    country: batch.country,
    now: now(),
  });
}
