import { idFrom } from '../../platform/ids';
import { Cards, CardEvents } from './model';
import { cardIdOf } from './rules';

/** What a sale tells its card. */
export interface SoldLead {
  saleId: string;
  leadId: string;
  listingId: string;
  buyerId: string;
  agencyId: string;
  nicheId: string;
  regionId: string;
  heldAt: Date;
}

/**
 * Makes the cards of these sales where they are not there yet; a card that exists is left as it is. Called when the
 * sale's event arrives and by whoever asks for a card earlier than that.
 */
export async function makeCards(sales: readonly SoldLead[]): Promise<void> {
  if (sales.length === 0) return;
  await CardEvents.bulkWrite(
    sales.map(({ saleId, heldAt }) => {
      const cardId = cardIdOf(saleId);
      const event = { cardId, at: heldAt, kind: 'BOUGHT' as const, personId: null, from: null, to: null };
      return upsert(idFrom('event', cardId, 'BOUGHT'), { ...event, assigneeId: null, text: null });
    }),
  );
  await Cards.bulkWrite(
    sales.map(({ heldAt, ...sale }) => {
      const work = { status: 'NEW' as const, lostReason: null, dealMinor: null, dealCurrency: null, assigneeId: null };
      return upsert(cardIdOf(sale.saleId), { ...sale, ...work, boughtAt: heldAt, changedAt: heldAt });
    }),
  );
}

const upsert = <T extends object>(_id: string, row: T) => ({
  updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true },
});
