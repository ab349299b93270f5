import { decimalOf } from '../../app/csv';
import type { ClickReportQuery } from '../../generated/clicks';
import type { CsvColumn } from '../campaigns/usage/reportCsv';

type Row = ClickReportQuery['clickReport'][number];

const count = (value: number | null | undefined): string => String(value ?? '');

/** What became of the visitors, in the file of a report. */
export const CSV_OF_CLICKS: readonly CsvColumn<Row>[] = [
  { name: 'converted', of: ({ converted }) => count(converted) },
  { name: 'by browser', of: ({ convertedByBrowser }) => count(convertedByBrowser) },
  { name: 'too quick', of: ({ convertedQuickly }) => count(convertedQuickly) },
  {
    name: 'cost per conversion',
    of: ({ costPerConversion }) => (costPerConversion ? decimalOf(costPerConversion) : ''),
  },
];
