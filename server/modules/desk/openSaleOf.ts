import { type Viewer } from '../../graphql/viewer';
import { saleOf, salesOfLeads } from '../market';
import { worksSale } from './contactOfSale';
import { openAmong } from './contacts';

/** The sale by which the viewer's business may see the contact of a lead now; null where there is none. */
export async function openSaleOf(viewer: Viewer, leadId: string): Promise<string | null> {
  const sale = (await salesOfLeads([leadId])).find(({ buyerId }) => buyerId === viewer.organisationId);
  return sale && (await openAmong([sale])).has(sale._id) && (await worksSale(viewer, sale._id)) ? sale._id : null;
}

/** Whether the buyer of a sale may still have what was opened by it. */
export async function isSaleOpen(saleId: string): Promise<boolean> {
  const sale = await saleOf(saleId);
  return sale !== null && (await openAmong([sale])).has(saleId);
}
