/** What a cell may hold. Bigints and numbers are written with plain digits, dates as ISO 8601 in UTC. */
export type CsvValue = string | number | bigint | boolean | Date | null | undefined;

/** The first characters of a file: with them spreadsheets read names in any script as UTF-8. */
export const CSV_START = '\uFEFF';

/** A signed number or an international phone number: a spreadsheet can find no formula in it, and it must stay as it is. */
const SIGNED_NUMBER = /^[+-]\d+(\.\d+)?$/;

/** What starts a formula in a spreadsheet. */
const FORMULA_AT_START = /^[ \u00a0]*[=+\-@\t\r]/;

/** The same after what a spreadsheet may take for the end of a cell: a separator of any locale, a quote, a line break. */
const FORMULA_WITHIN = /([,;|"'\t\r\n][ \u00a0]*)(?=[=+\-@])/g;

/** The text with every possible formula made plain text by an apostrophe before it (S43). */
function neutralised(text: string): string {
  if (SIGNED_NUMBER.test(text)) return text;
  const within = text.replace(FORMULA_WITHIN, "$1'");
  return FORMULA_AT_START.test(within) ? `'${within}` : within;
}

/** What `neutralised` put before, each after a separator. */
const GUARD_WITHIN = /([,;|"'\t\r\n][ \u00a0]*)'(?=[=+\-@])/g;

/** A cell of a file that was written by `csvRow` as it was before: the apostrophes that guard against formulas taken off. */
export function unguarded(text: string): string {
  const isGuarded = text.startsWith("'") && FORMULA_AT_START.test(text.slice(1));
  return (isGuarded ? text.slice(1) : text).replace(GUARD_WITHIN, '$1');
}

function cell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return String(value);
  const text = neutralised(value);
  return /[",;|'\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line of a CSV file, safe to open in a spreadsheet: no cell that users wrote can act as a formula there. */
export const csvRow = (values: readonly CsvValue[]): string => `${values.map(cell).join(',')}\r\n`;
