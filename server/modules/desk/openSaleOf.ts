import { type Viewer } from '../../graphql/viewer';
import { salesOfLeads } from '../market';
import { worksSale } from './contactOfSale';
import { isContactOpen } from './contacts';

/** The sale by which the viewer's business may see the contact of a lead now; null where there is none. */
export async function openSaleOf(viewer: Viewer, leadId: string): Promise<string | null> {
  const sale = (await salesOfLeads([leadId])).find(({ buyerId }) => buyerId === viewer.organisationId);
  return sale && isContactOpen(sale) && (await worksSale(viewer, sale._id)) ? sale._id : null;
}
