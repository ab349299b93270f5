import { type Viewer } from '../../graphql/viewer';
import { type Contact } from '../leads';
import { cardContacts } from './contacts';
import { findCard } from './findCard';
import { cardIdOf } from './rules';

/** Whether the viewer may work with what was bought by this sale: an agent only while its card is given to them. */
export const worksSale = async (viewer: Viewer, saleId: string): Promise<boolean> =>
  (await findCard(viewer, cardIdOf(saleId))) !== null;

/** The contact that a sale gives its buyer; null where there is none for the viewer. The look is recorded first. */
export async function contactOfSale(viewer: Viewer, saleId: string, reason: string): Promise<Contact | null> {
  const card = await findCard(viewer, cardIdOf(saleId));
  return card ? ((await cardContacts(viewer, [card], reason)).get(card._id) ?? null) : null;
}
