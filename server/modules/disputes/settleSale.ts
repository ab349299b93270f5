import { type Money } from '../../platform/money';
import { moveSale, refundSale, releaseSales } from '../market';
import { type DisputeRow } from './model';

/**
 * Puts the money of a disputed sale where the end of its dispute says, in the open transaction: `refund` back to the
 * buyer, or (null) back on hold until the window ends, and to the agency at once when it has ended already.
 */
export async function settleSale(dispute: DisputeRow, refund: Money | null, at: Date, actor: string): Promise<void> {
  const { saleId } = dispute;
  if (refund) {
    await refundSale({ saleId, amount: refund, actor, at, disputeId: dispute._id });
    return;
  }
  await moveSale(saleId, 'DISPUTED', 'HELD', at);
  await releaseSales([saleId], at, actor);
}
