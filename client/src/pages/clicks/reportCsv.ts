import { csvOf, decimalOf } from '../../app/csv';
import type { ClickReportBy, ClickReportQuery } from '../../generated/clicks';

type Row = ClickReportQuery['clickReport'][number];

/** A report as a file for spreadsheets, in the order in which it is shown. */
export const reportCsv = (by: ClickReportBy, rows: readonly Row[]): string =>
  csvOf([
    [by.toLowerCase(), 'key', 'seen', 'valid', 'spent', 'currency'],
    ...rows.map(({ key, label, seen, valid, spent }) => [
      label,
      key,
      String(seen),
      String(valid),
      decimalOf(spent),
      spent.currency,
    ]),
  ]);
