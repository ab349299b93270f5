import { type SaleFilter } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { badUserInput } from '../../../platform/errors';
import { connection, type Connection, pageArgs, type PageArgs } from '../../../platform/pages';
import { nicheTree } from '../../catalog';
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

/** The ids of sales that are disputed, or of which a dispute gave money back; not of those that a review cancelled. */
export async function* touchedSales(): AsyncIterableIterator<string> {
  const touched = { $or: [{ state: 'DISPUTED' as const }, { refundedMinor: { $gt: 0 } }], isCancelled: { $ne: true } };
  const rows = Sales.find(touched, { _id: 1 }).lean().cursor() as AsyncIterable<{ _id: string }>;
  for await (const { _id } of rows) yield _id;
}

/** Whose sales a viewer sees: a business what it bought, an agency what it sold, admins all; agents see cards only. */
const ownedBy = ({ organisationKind, organisationId, role }: Viewer): object => {
  if (role === 'AGENT') return { _id: { $in: [] } };
  if (organisationKind === 'PLATFORM') return {};
  return organisationKind === 'AGENCY' ? { agencyId: organisationId } : { buyerId: organisationId };
};

/** A sale that the viewer may see; null for any other id. */
export async function readSale(viewer: Viewer, id: string): Promise<Sale | null> {
  const row = await Sales.findOne({ $and: [ownedBy(viewer), { _id: id }] }).lean<SaleRow>();
  return row && saleFrom(row);
}

/** A page of the viewer's sales, newest first. */
export async function readSales(
  viewer: Viewer,
  filter: SaleFilter | null | undefined,
  page: PageArgs,
): Promise<Connection<Sale>> {
  const { limit, after } = pageArgs(page);
  const rows = await Sales.find({ ...whereOf(filter), ...ownedBy(viewer), ...placeAfter(after) })
    .sort({ heldAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<SaleRow[]>();
  return connection(rows.map(saleFrom), limit, ({ heldAt, _id }) => [heldAt.getTime(), _id]);
}

function whereOf(filter: SaleFilter | null | undefined): object {
  const { states, nicheIds, ...ids } = filter ?? {};
  const named = Object.entries(ids).filter(([, id]) => typeof id === 'string');
  const tree = nicheTree();
  const niches = (nicheIds ?? []).flatMap((id) => {
    const [from, to] = tree.rangeOf(id);
    return tree.list().slice(from, to + 1);
  });
  return {
    ...(states?.length ? { state: { $in: states } } : {}),
    ...(nicheIds?.length ? { nicheId: { $in: niches.map(({ _id }) => _id) } } : {}),
    ...Object.fromEntries(named),
  };
}

function placeAfter(after: unknown[] | null): object {
  if (!after) return {};
  const [time, id] = after;
  if (typeof time !== 'number' || typeof id !== 'string') throw badUserInput('"after" is not a cursor of this list.');
  const heldAt = new Date(time);
  return { $or: [{ heldAt: { $lt: heldAt } }, { heldAt, _id: { $lt: id } }] };
}
