import { type Viewer } from '../../graphql/viewer';
import { type Contact, leadsById, readContacts } from '../leads';
import { type Sale, salesById } from '../market';
import { type CardRow } from './model';
import { mayWork } from './policy';
import { whyClosed } from './rules';

/**
 * Of these sales those whose contact, and what lies beside it, their buyer may have now: all but those whose card is closed.
 * Every way to a buyer asks here.
 */
export async function openAmong(sales: readonly Sale[]): Promise<Set<string>> {
  const leads = await leadsById(sales.map(({ leadId }) => leadId));
  return new Set(sales.filter((sale) => whyClosed(sale, leads.get(sale.leadId)) === null).map(({ _id }) => _id));
}

/**
 * The contacts of the cards that the viewer may see now, by card id; none for a closed or another's card. Every
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
  const openIds = await openAmong([...sales.values()]);
  const open = mine.filter(({ saleId }) => sales.get(saleId)?.buyerId === viewer.organisationId && openIds.has(saleId));
  const looks = open.map(({ leadId, saleId }) => ({ leadId, saleId, reason }));
  const contacts = await readContacts(viewer, looks);
  return new Map(
    open.flatMap(({ _id, leadId }) => {
      const contact = contacts.get(leadId);
      return contact ? [[_id, contact] as const] : [];
    }),
  );
}
