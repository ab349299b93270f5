import { unguarded } from '../../../platform/csv';
import { now } from '../../../platform/clock';
import { findRegion, nicheTree } from '../../catalog';
import { nicheNamed } from '../nicheNamed';
import { type Column, guessColumns } from './columns/guessColumns';
import { findHeading, type Heading } from './columns/heading';
import { isMapped } from './columns/mapped';
import { asSaidBefore } from './columns/meanings';
import { openHeadings } from './columns/openHeadings';
import { isOwnReport } from './columns/ownReport';
import { type ByteSource } from './file/byteSource';
import { type RawRow } from './file/delimitedRows';
import { UnreadableFile } from './file/fileKind';
import { type TableFormat, tableRows } from './file/table';
import { type Batch, Batches } from './model';

/** How many rows headings and columns are guessed from. */
const SAMPLE_ROWS = 500;

/** What a batch tells of its file. */
type Told = Pick<Batch, 'nicheId' | 'country' | 'correctsIds'>;

/** What is known of a file once it was read in one way. */
export interface Understood {
  format: TableFormat;
  heading: Heading;
  columns: Column[];
  state: 'READY' | 'AWAITING_COLUMNS';
}

/** Finds headings and columns of a file that is read in this way. Throws UnreadableFile where there is no row of data. */
export async function understandFile(source: ByteSource, format: TableFormat, batch: Told): Promise<Understood> {
  const sample: RawRow[] = [];
  for await (const { rows } of tableRows(source, format)) {
    sample.push(...rows);
    if (sample.length >= SAMPLE_ROWS) break;
  }
  if (sample.length === 0) throw new UnreadableFile('NO_ROWS');
  const heading = findHeading(sample.slice(0, SAMPLE_ROWS));
  if (!sample.some(({ row }) => row >= heading.firstDataRow)) throw new UnreadableFile('NO_ROWS');
  const columns = await guessFor(batch, heading, sample);
  return { format, heading, columns, state: isMapped(columns) ? 'READY' : 'AWAITING_COLUMNS' };
}

/**
 * Columns as guessed from the first rows, under the form of the batch's niche and the places of its country. Where the file
 * corrects an earlier one of that niche, what a person said of columns there holds here.
 */
export async function guessFor(batch: Told, heading: Heading, sample: readonly RawRow[]): Promise<Column[]> {
  const written = sample.find(({ row }) => row === heading.headerRow)?.cells ?? [];
  const headings = openHeadings(isOwnReport(written) ? written.map(unguarded) : written);
  const data = sample.filter(({ row, problem }) => row >= heading.firstDataRow && !problem);
  const guessed = guessColumns(headings, heading.width, data, {
    form: nicheTree().byId(batch.nicheId)?.fields ?? [],
    isPlace: (text) => findRegion({ country: batch.country, text }) !== null,
    isNiche: (text) => nicheNamed(text)?.isRetired === false,
    country: batch.country,
    now: now(),
  });
  return asSaidBefore(guessed, await columnsCorrected(batch));
}

async function columnsCorrected({ nicheId, correctsIds: [latest] }: Told): Promise<Column[]> {
  if (!latest) return [];
  const earlier = await Batches.findOne({ _id: latest, nicheId }, { columns: 1 }).lean<Pick<Batch, 'columns'>>();
  return earlier?.columns ?? [];
}
