import { type Sale, saleFrom, type SaleRow, Sales } from './model';

/** The sale of this id, whoever's it is; null where there is none. */
export async function saleOf(id: string): Promise<Sale | null> {
  return (await salesById([id])).get(id) ?? null;
}

/** The sales of these ids that exist. */
export async function salesById(ids: readonly string[]): Promise<Map<string, Sale>> {
  const rows = await Sales.find({ _id: { $in: [...new Set(ids)] } }).lean<SaleRow[]>();
  return new Map(rows.map((row) => [row._id, saleFrom(row)]));
}

/** The buyer's sales, newest first; only those held since a moment where one is given. */
export async function salesOfBuyer(buyerId: string, options: { limit: number; heldSince?: Date }): Promise<Sale[]> {
  const since = options.heldSince ? { heldAt: { $gte: options.heldSince } } : {};
  const rows = await Sales.find({ buyerId, ...since })
    .sort({ heldAt: -1, _id: -1 })
    .limit(options.limit)
    .lean<SaleRow[]>();
  return rows.map(saleFrom);
}

/** All sales of these leads, to whomever. */
export async function salesOfLeads(leadIds: readonly string[]): Promise<Sale[]> {
  const rows = await Sales.find({ leadId: { $in: [...leadIds] } }).lean<SaleRow[]>();
  return rows.map(saleFrom);
}
