import { exponentOf, type MoneyValue } from '../../app/format';
import type { Entry } from './reads';

const HEADINGS = [
  'at',
  'entry',
  'kind',
  'held',
  'available',
  'fee',
  'currency',
  'niche',
  'region',
  'buyer',
  'sale',
  'lead',
];

const decimalOf = ({ minor, currency }: MoneyValue): string =>
  (Number(minor) / 10 ** exponentOf(currency)).toFixed(exponentOf(currency));

/** A cell that no spreadsheet takes for a formula; numbers keep their sign. */
function cellOf(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
  const safe = isFormula ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The statement as a file for spreadsheets, oldest first like the one of a wallet. */
export function statementCsv(entries: readonly Entry[]): string {
  const lines = [...entries]
    .reverse()
    .map(({ at, id, kind, held, available, fee, sale }) => [
      at,
      id,
      kind,
      decimalOf(held),
      decimalOf(available),
      decimalOf(fee),
      held.currency,
      sale?.niche.name ?? '',
      sale?.region.name ?? '',
      sale?.buyer.name ?? '',
      sale?.id ?? '',
      sale?.leadId ?? '',
    ]);
  // The mark at the start tells spreadsheets that it is UTF-8.
  return `\uFEFF${[HEADINGS, ...lines].map((cells) => cells.map(cellOf).join(',')).join('\r\n')}\r\n`;
}
