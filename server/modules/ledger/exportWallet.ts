import { type Request, type Response } from 'express';
import { liveViewerOf } from '../../http/viewerOf';
import { CSV_START, csvRow } from '../../platform/csv';
import { forbidden } from '../../platform/errors';
import { decimalText } from '../../platform/money';
import { forEachEntryOf } from './journal';
import { nameColumns } from './namedRefs';
import { refsOf } from './reads';
import { accounts, amountOn, kindOf } from './rules';

/**
 * `GET /api/exports/wallet.csv`: the statement of the viewer's wallet, oldest first, with the balance after each entry
 * and the ids that explain it, by name where a module has names for them. For owners and managers of a business; streamed, so it may be of any length.
 */
export async function exportWallet(request: Request, response: Response): Promise<void> {
  const viewer = await liveViewerOf(request, { evenSuspended: true });
  if (viewer.organisationKind !== 'BUSINESS' || viewer.role === 'AGENT') throw forbidden();
  response.setHeader('content-type', 'text/csv; charset=utf-8');
  response.setHeader('content-disposition', 'attachment; filename="wallet.csv"');
  response.setHeader('cache-control', 'private, no-store');
  const columns = await nameColumns(viewer.organisationId);
  const heading = ['at', 'entry', 'kind', 'amount', 'balance', 'currency', 'refs'];
  response.write(CSV_START + csvRow([...heading, ...columns.map(({ column }) => column)]));
  const account = accounts.wallet(viewer.organisationId);
  const balances = new Map<string, bigint>();
  await forEachEntryOf(account, async (entry) => {
    const amount = amountOn(entry, account);
    const balance = (balances.get(entry.currency) ?? 0n) + amount.minor;
    balances.set(entry.currency, balance);
    const refs = refsOf(entry).map(({ role, id }) => `${role} ${id}`);
    const line = [
      entry.at,
      entry.id,
      kindOf(entry.id),
      decimalText(amount),
      decimalText({ minor: balance, currency: entry.currency }),
      entry.currency,
      refs.join(' '),
      ...columns.map(({ nameIn }) => nameIn(entry.refs)),
    ];
    if (!response.write(csvRow(line))) await drained(response);
  });
  response.end();
}

/** Waits until the reader took what was written, or went away. */
const drained = (response: Response): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
