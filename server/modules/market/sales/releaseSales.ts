import { groupBy } from '../../../platform/groupBy';
import { emitAll } from '../../../platform/outbox';
import { eachApart } from '../../../platform/eachApart';
import { inTransaction } from '../../../platform/transaction';
import { recordEntries } from '../../ledger';
import { releaseEntry } from './entries';
import { saleFacts } from './facts';
import { type Sale, saleFrom, type SaleRow, Sales } from './model';

/** How many sales of one agency one transaction releases. */
const AT_ONCE = 200;
/** Money of a sale that somebody looks into stays where it is. */
const NOT_UNDER_REVIEW = { isUnderReview: { $ne: true } } as const;
/** How many one run looks at before it gives way to the other jobs. */
const A_RUN = 2000;

/**
 * Frees the money of sales whose dispute window is over: the agency's part becomes its earning, the fee the platform's.
 * A claim that was opened in time has moved its sale out of HELD, so it always beats the release. Answers with how many
 * were released. An agency whose release fails does not hold up the others: it is told at the end, as an error, so that
 * the job counts as failed. Run by a job; safe beside itself and beside claims.
 */
export async function releaseDueSales(at: Date): Promise<number> {
  const due = await Sales.find({ state: 'HELD', windowEndsAt: { $lte: at }, ...NOT_UNDER_REVIEW }, { agencyId: 1 })
    .sort({ windowEndsAt: 1 })
    .limit(A_RUN)
    .lean<Pick<Sale, '_id' | 'agencyId'>[]>();
  return eachApart(
    groupsOf(due),
    (ids) => releaseSales(ids, at),
    (ids) => ({ firstSaleId: ids[0], sales: ids.length }),
    'sales were not released',
  );
}

function groupsOf(due: readonly Pick<Sale, '_id' | 'agencyId'>[]): string[][] {
  return [...groupBy(due, ({ agencyId }) => agencyId).values()].flatMap((sales) => {
    const ids = sales.map(({ _id }) => _id);
    return Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, n) => ids.slice(n * AT_ONCE, (n + 1) * AT_ONCE));
  });
}

/**
 * Releases those of the sales that are held, not under review and whose window is over at `at`; the others stay as they
 * are. Joins an open transaction. Answers with how many were released.
 */
export async function releaseSales(ids: readonly string[], at: Date, actor = 'system'): Promise<number> {
  return inTransaction(async () => {
    const rows = await Sales.find({
      _id: { $in: [...ids] },
      state: 'HELD',
      windowEndsAt: { $lte: at },
      ...NOT_UNDER_REVIEW,
    }).lean<SaleRow[]>();
    await releaseAll(rows.map(saleFrom), at, actor);
    return rows.length;
  });
}

/** Releases sales that the open transaction has read as held; throws when one of them is not. */
export async function releaseAll(sales: readonly Sale[], at: Date, actor: string): Promise<void> {
  if (sales.length === 0) return;
  await recordEntries(sales.map((sale) => releaseEntry(sale, actor, at)));
  await emitAll(
    sales.map((sale) => ({ topic: 'sale.released' as const, aggregate: sale._id, payload: saleFacts(sale) })),
  );
  const { matchedCount } = await Sales.updateMany(
    { _id: { $in: sales.map(({ _id }) => _id) }, state: 'HELD', ...NOT_UNDER_REVIEW },
    { $set: { state: 'RELEASED', releasedAt: at } },
  );
  if (matchedCount !== sales.length) throw new Error('a sale was released that is not held');
}
