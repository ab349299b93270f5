import { exponentOf, type MoneyValue } from './format';

/** An amount as spreadsheets read it. */
export const decimalOf = ({ minor, currency }: MoneyValue): string =>
  (Number(minor) / 10 ** exponentOf(currency)).toFixed(exponentOf(currency));

/** A cell that no spreadsheet takes for a formula; numbers keep their sign. */
function cellOf(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as a file for spreadsheets; the mark at its start tells them that it is UTF-8. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`;
