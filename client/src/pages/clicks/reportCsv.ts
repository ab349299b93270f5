import type { ClickReportFieldsFragment } from '../../generated/clicks';
import { countIn, type CsvColumn } from '../campaigns/usage/reportCsv';

/** By whose word and how soon visitors converted, in the file of a report. */
export const CSV_OF_CLICKS: readonly CsvColumn<ClickReportFieldsFragment>[] = [
  { name: 'by browser', of: ({ convertedByBrowser }) => countIn(convertedByBrowser) },
  { name: 'too quick', of: ({ convertedQuickly }) => countIn(convertedQuickly) },
];
