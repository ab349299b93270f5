import { conflict } from '../../../platform/errors';
import { isLess, money, type Money } from '../../../platform/money';
import { emit } from '../../../platform/outbox';
import { moveWallets, recordEntries } from '../../ledger';
import { refundEntry } from './entries';
import { saleFacts } from './facts';
import { type Sale, saleFrom, type SaleRow, Sales } from './model';
import { releaseAll } from './releaseSales';
import { sharesOf } from './rules';

interface Refund {
  saleId: string;
  /** More than 0, at most what the buyer paid. */
  amount: Money;
  /** The person who decided, or `system`. */
  actor: string;
  at: Date;
  /** The state that it is refunded from: HELD where a review cancels it. */
  from?: 'DISPUTED' | 'HELD';
  /** What the refund was decided in: it goes into the entry, so that the money explains itself. */
  disputeId?: string;
}

/**
 * Gives the money of a sale that is disputed, or cancelled by a review, back to its buyer, in the open transaction. In
 * full: the sale is REFUNDED and nothing of it is anyone's earning. In part: fee and agency's part are worked out anew from
 * what the buyer did not get back, and the sale is HELD again, or released at once when its window is over. The wallet is
 * the last write. Throws Conflict when the sale is not DISPUTED.
 */
export async function refundSale({ saleId, amount, actor, at, disputeId, from = 'DISPUTED' }: Refund): Promise<Sale> {
  const row = await Sales.findOne({ _id: saleId, state: from }).lean<SaleRow>();
  if (!row) throw notRefundable();
  const before = saleFrom(row);
  const sale = afterRefund(before, amount, at);
  const entry = refundEntry(sale, amount.minor, { actor, at, ...(disputeId ? { disputeId } : {}) });
  await recordEntries([entry]);
  const isFull = sale.state === 'REFUNDED';
  const payload = { ...saleFacts(sale), refundedMinor: amount.minor.toString(), isFull };
  await emit('sale.refunded', sale._id, payload);
  const { feeMinor, netMinor, refundedMinor, state, refundedAt } = sale;
  const { matchedCount } = await Sales.updateOne(
    { _id: saleId, state: from },
    {
      $set: { feeMinor, netMinor, refundedMinor, state, refundedAt, ...(from === 'HELD' ? { isCancelled: true } : {}) },
      ...(isFull ? { $unset: { isUnderReview: 1 } } : {}),
    },
  );
  if (matchedCount === 0) throw notRefundable();
  const isDue = !isFull && !before.isUnderReview && sale.windowEndsAt <= at;
  if (isDue) await releaseAll([sale], at, actor);
  await moveWallets([entry]);
  return isDue ? { ...sale, state: 'RELEASED', releasedAt: at } : sale;
}

const notRefundable = () => conflict('The sale is in no state to be refunded from. Nothing was refunded.');

function afterRefund(sale: Sale, amount: Money, at: Date): Sale {
  const gross = money(sale.grossMinor, sale.currency);
  if (amount.minor <= 0n || isLess(gross, amount))
    throw new RangeError('a refund is more than 0 and at most the price');
  const { fee, net } = sharesOf(gross, amount, sale.feeBps);
  return {
    ...sale,
    feeMinor: fee.minor,
    netMinor: net.minor,
    refundedMinor: amount.minor,
    state: amount.minor === sale.grossMinor ? 'REFUNDED' : 'HELD',
    refundedAt: at,
  };
}
