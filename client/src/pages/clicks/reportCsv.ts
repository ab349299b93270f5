import type { ClickReportQuery } from '../../generated/clicks';
import { countIn, type CsvColumn } from '../campaigns/usage/reportCsv';

type Row = ClickReportQuery['clickReport'][number];

/** By whose word and how soon visitors converted, in the file of a report. */
export const CSV_OF_CLICKS: readonly CsvColumn<Row>[] = [
  { name: 'by browser', of: ({ convertedByBrowser }) => countIn(convertedByBrowser) },
  { name: 'too quick', of: ({ convertedQuickly }) => countIn(convertedQuickly) },
];
