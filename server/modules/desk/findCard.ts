import { type Viewer } from '../../graphql/viewer';
import { conflict, notFound } from '../../platform/errors';
import { leadsById } from '../leads';
import { type Sale, saleOf } from '../market';
import { makeCards } from './makeCards';
import { type CardRow, Cards } from './model';
import { mayWork } from './policy';
import { cardIdOf, type ClosedBecause, saleIdOf, whyClosed } from './rules';

export const soldLead = ({ _id, ...sale }: Sale) => ({
  saleId: _id,
  leadId: sale.leadId,
  listingId: sale.listingId,
  buyerId: sale.buyerId,
  agencyId: sale.agencyId,
  nicheId: sale.nicheId,
  regionId: sale.regionId,
  heldAt: sale.heldAt,
});

/** A card that the viewer may work; null for any other. Made on the way when the sale's event was not handled yet. */
export async function findCard(viewer: Viewer, cardId: string): Promise<CardRow | null> {
  const card = (await Cards.findById(cardId).lean<CardRow>()) ?? (await cardOfNewSale(viewer, saleIdOf(cardId)));
  return card && mayWork(viewer, card) ? card : null;
}

async function cardOfNewSale(viewer: Viewer, saleId: string): Promise<CardRow | null> {
  const sale = await saleOf(saleId);
  if (sale?.buyerId !== viewer.organisationId) return null;
  await makeCards([soldLead(sale)]);
  return Cards.findById(cardIdOf(saleId)).lean<CardRow>();
}

const CLOSED: Readonly<Record<ClosedBecause, string>> = {
  REFUNDED: 'The sale was refunded, so its card is closed. Nothing was done.',
  ERASED: 'What was held of the person is erased, so the card is closed. Nothing was done.',
};

/** A card that may be worked on now. Throws NotFound for another's, Conflict once it is closed: refunded, or erased. */
export async function openCard(viewer: Viewer, cardId: string): Promise<CardRow> {
  const card = await findCard(viewer, cardId);
  if (!card) throw notFound('card');
  const because = whyClosed(await saleOf(card.saleId), (await leadsById([card.leadId])).get(card.leadId));
  if (because) throw conflict(CLOSED[because]);
  return card;
}
