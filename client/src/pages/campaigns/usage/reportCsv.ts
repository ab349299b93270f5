import { csvOf, decimalOf } from '../../../app/csv';
import type { MoneyValue } from '../../../app/format';

/** One line of a report of clicks or of calls. */
export interface ReportRow {
  key: string;
  label: string;
  seen: number;
  valid: number;
  spent: MoneyValue;
  /** What of it came back by disputes. */
  refunded: MoneyValue;
}

/** What a file has behind the columns that clicks and calls have alike. */
export interface CsvColumn<Row> {
  name: string;
  of(row: Row): string;
}

/** A report as a file for spreadsheets, in the order in which it is shown. */
export const reportCsv = <Row extends ReportRow>(
  by: string,
  rows: readonly Row[],
  further: readonly CsvColumn<Row>[],
): string =>
  csvOf([
    [by.toLowerCase(), 'key', 'seen', 'valid', 'spent', 'refunded', 'currency', ...further.map(({ name }) => name)],
    ...rows.map((row) => [
      row.label,
      row.key,
      String(row.seen),
      String(row.valid),
      decimalOf(row.spent),
      decimalOf(row.refunded),
      row.spent.currency,
      ...further.map(({ of }) => of(row)),
    ]),
  ]);
