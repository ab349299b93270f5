import { entriesOf, type JournalEntry } from '../../server/modules/ledger';
import { decimalText } from '../../server/platform/money';

/** Ids and the names that a story calls them by: `{ [buyer.organisationId]: 'buyer' }`. */
export type Names = Readonly<Record<string, string>>;

/** More than any story posts. */
const WHOLE_JOURNAL = 1000;

/**
 * The journal as a table: a line for each entry, a column for each account it touches, sums in the last line. Accounts
 * and entries are named as the story names their ids, so that the same story always prints the same table.
 *
 *     entry          wallet:buyer  hold:agency
 *     pur:sale              -9.00         9.00
 *     =                     -9.00         9.00
 */
export async function ledgerTable(names: Names, entries?: readonly JournalEntry[]): Promise<string> {
  const journal = entries ?? (await entriesOf(null, { limit: WHOLE_JOURNAL })).reverse();
  const named = (text: string): string =>
    Object.entries(names).reduce((result, [id, name]) => result.replaceAll(id, name), text);
  const accounts = [...new Set(journal.flatMap(({ legs }) => legs.map(({ account }) => named(account))))];
  const sums = new Map<string, bigint>();
  const lines = journal.map((entry) => [
    named(entry.id),
    ...accounts.map((account) => {
      const legs = entry.legs.filter((leg) => named(leg.account) === account);
      if (legs.length === 0) return '';
      const minor = legs.reduce((sum, leg) => sum + leg.amountMinor, 0n);
      sums.set(account, (sums.get(account) ?? 0n) + minor);
      return decimalText({ minor, currency: entry.currency });
    }),
  ]);
  const currency = journal[0]?.currency ?? 'USD';
  const totals = ['=', ...accounts.map((account) => decimalText({ minor: sums.get(account) ?? 0n, currency }))];
  return layOut([['entry', ...accounts], ...lines, totals]);
}

/** Columns of equal width: the first to the left, amounts to the right. */
function layOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const cellOf = (cell: string, column: number): string =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return rows.map((row) => row.map(cellOf).join('  ').trimEnd()).join('\n');
}
