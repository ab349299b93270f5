import { type Viewer } from '../../graphql/viewer';
import { type Contact, readContacts } from '../leads';
import { type Sale, salesById } from '../market';
import { type CardRow } from './model';
import { mayWork } from './policy';

/** A contact may be seen while its sale is not refunded in full: what was given back is no longer the buyer's. */
export const isContactOpen = (sale: Pick<Sale, 'state'>): boolean => sale.state !== 'REFUNDED';

/**
 * The contacts of the cards that the viewer may see now, by card id; none for a refunded sale or another's card. Every
 * look is recorded before its contact is opened, all of them in one write. Throws UNAUTHENTICATED when the session was
 * ended meanwhile.
 */
export async function cardContacts(
  viewer: Viewer,
  cards: readonly CardRow[],
  reason: string,
): Promise<Map<string, Contact>> {
  const mine = cards.filter((card) => mayWork(viewer, card));
  if (mine.length === 0) return new Map();
  const sales = await salesById(mine.map(({ saleId }) => saleId));
  const open = mine.filter(({ saleId }) => {
    const sale = sales.get(saleId);
    return sale?.buyerId === viewer.organisationId && isContactOpen(sale);
  });
  const looks = open.map(({ leadId, saleId }) => ({ leadId, saleId, reason }));
  const contacts = await readContacts(viewer, looks);
  return new Map(
    open.flatMap(({ _id, leadId }) => {
      const contact = contacts.get(leadId);
      return contact ? [[_id, contact] as const] : [];
    }),
  );
}
