import { csvOf, decimalOf } from '../../app/csv';
import type { ClickReportBy, ClickReportQuery } from '../../generated/clicks';

type Row = ClickReportQuery['clickReport'][number];

const COUNTS = ['converted', 'by browser', 'too quick'];

/** A report as a file for spreadsheets, in the order in which it is shown. */
export const reportCsv = (by: ClickReportBy, rows: readonly Row[]): string =>
  csvOf([
    [by.toLowerCase(), 'key', 'seen', 'valid', 'spent', 'currency', ...COUNTS, 'cost per conversion'],
    ...rows.map((row) => [
      row.label,
      row.key,
      String(row.seen),
      String(row.valid),
      decimalOf(row.spent),
      row.spent.currency,
      ...[row.converted, row.convertedByBrowser, row.convertedQuickly].map((count) => String(count ?? '')),
      row.costPerConversion ? decimalOf(row.costPerConversion) : '',
    ]),
  ]);
