import { csvOf, decimalOf } from '../../../app/csv';
import type { MoneyValue } from '../../../app/format';

/** One line of a report of clicks or of calls. */
export interface ReportRow {
  key: string;
  label: string;
  seen: number;
  valid: number;
  billed: number;
  spent: MoneyValue;
  /** What of it came back by disputes. */
  refunded: MoneyValue;
  /** Those billed that brought what the business hoped for, and those that did and cost nothing; not told by finding. */
  converted?: number | null;
  convertedUnbilled?: number | null;
  costPerConversion?: MoneyValue | null;
}

/** What a file has behind the columns that clicks and calls have alike. */
export interface CsvColumn<Row> {
  name: string;
  of(row: Row): string;
}

/** A count that may not be told. */
export const countIn = (count: number | null | undefined): string => String(count ?? '');

const COLUMNS = ['seen', 'valid', 'billed', 'spent', 'refunded', 'currency'];
const OF_CONVERSIONS = ['converted', 'converted unbilled', 'cost per conversion'];

/** A report as a file for spreadsheets, in the order in which it is shown. */
export const reportCsv = <Row extends ReportRow>(
  by: string,
  rows: readonly Row[],
  further: readonly CsvColumn<Row>[],
): string =>
  csvOf([
    [by.toLowerCase(), 'key', ...COLUMNS, ...OF_CONVERSIONS, ...further.map(({ name }) => name)],
    ...rows.map((row) => [
      row.label,
      row.key,
      String(row.seen),
      String(row.valid),
      String(row.billed),
      decimalOf(row.spent),
      decimalOf(row.refunded),
      row.spent.currency,
      countIn(row.converted),
      countIn(row.convertedUnbilled),
      row.costPerConversion ? decimalOf(row.costPerConversion) : '',
      ...further.map(({ of }) => of(row)),
    ]),
  ]);
