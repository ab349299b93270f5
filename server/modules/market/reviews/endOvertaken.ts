import { type EventHandler } from '../../../platform/manifest';
import { SaleReviews } from './model';

/** A sale that a dispute refunded in full needs nobody's eyes any more. */
export const endOvertaken: EventHandler = {
  topic: 'sale.refunded',
  name: 'market.endOvertakenReview',
  async handle({ saleId, isFull }, { at }) {
    if (!isFull) return;
    await SaleReviews.updateOne({ _id: saleId, state: 'OPEN' }, { $set: { state: 'OVERTAKEN', decidedAt: at } });
  },
};
