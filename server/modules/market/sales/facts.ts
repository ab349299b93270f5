import { type EventTopics } from '../../events';
import { type Sale } from './model';

/** What every event of a sale says of it. */
export const saleFacts = (sale: Sale): EventTopics['sale.released'] => ({
  saleId: sale._id,
  listingId: sale.listingId,
  buyerId: sale.buyerId,
  agencyId: sale.agencyId,
  nicheId: sale.nicheId,
  regionId: sale.regionId,
  grossMinor: sale.grossMinor.toString(),
  currency: sale.currency,
});
