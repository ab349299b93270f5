import { type MyListingsFilter } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { badUserInput } from '../../platform/errors';
import { connection, type Connection, pageArgs, type PageArgs } from '../../platform/pages';
import { nicheTree } from '../catalog';
import { factsOf, type Listing, type ListingFacts, listingFrom, type ListingRow, Listings } from './model';

/**
 * The listings of these ids that exist, whoever's they are. `asOfNow` also shows writes that do not count as
 * majority-written yet, for who was refused by such a write; not inside a transaction.
 */
export async function listingsById(
  ids: readonly string[],
  { asOfNow = false }: { asOfNow?: boolean } = {},
): Promise<Map<string, Listing>> {
  const found = Listings.find({ _id: { $in: [...new Set(ids)] } });
  const rows = await (asOfNow ? found.readConcern('local') : found).lean<ListingRow[]>();
  return new Map(rows.map((row) => [row._id, listingFrom(row)]));
}

/** What holds each of these leads now, else what held it last; leads that were never listed are left out. */
export async function listingsOfLeads(leadIds: readonly string[]): Promise<Map<string, Listing>> {
  const rows = await Listings.find({ leadIds: { $in: [...leadIds] } })
    .sort({ holdsLeads: 1, createdAt: 1 })
    .lean<ListingRow[]>();
  // Later ones stand over earlier ones, and what holds its leads over all.
  return new Map(rows.map(listingFrom).flatMap((listing) => listing.leadIds.map((leadId) => [leadId, listing])));
}

/** All that is on sale, in batches and in the order of ids: what a board is built from. */
export async function* onSale(batch: number): AsyncGenerator<Listing[]> {
  let after = '';
  for (;;) {
    const rows = await Listings.find({ status: 'LISTED', _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(batch)
      .lean<ListingRow[]>();
    if (rows.length > 0) yield rows.map(listingFrom);
    if (rows.length < batch) return;
    after = rows.at(-1)!._id;
  }
}

/** A page of the agency's own listings, newest first. */
export async function readMyListings(
  { organisationId }: Viewer,
  filter: MyListingsFilter | null | undefined,
  page: PageArgs,
): Promise<Connection<ListingFacts>> {
  const { limit, after } = pageArgs(page);
  const { statuses, kind, nicheIds } = filter ?? {};
  const rows = await Listings.find({
    agencyId: organisationId,
    ...(statuses?.length ? { status: { $in: statuses } } : {}),
    ...(kind ? { kind } : {}),
    ...(nicheIds?.length ? { nicheId: { $in: withChildren(nicheIds) } } : {}),
    ...placeAfter(after),
  })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<ListingRow[]>();
  const listings = rows.map(listingFrom);
  const found = connection(listings, limit, ({ createdAt, _id }) => [createdAt.getTime(), _id]);
  return {
    pageInfo: found.pageInfo,
    nodes: found.nodes.map(factsOf),
    edges: found.edges.map(({ cursor, node }) => ({ cursor, node: factsOf(node) })),
  };
}

function withChildren(nicheIds: readonly string[]): string[] {
  const tree = nicheTree();
  return nicheIds.flatMap((id) => {
    const [from, to] = tree.rangeOf(id);
    return tree
      .list()
      .slice(from, to + 1)
      .map(({ _id }) => _id);
  });
}

function placeAfter(after: unknown[] | null): object {
  if (!after) return {};
  const [time, id] = after;
  if (typeof time !== 'number' || typeof id !== 'string') throw badUserInput('"after" is not a cursor of this list.');
  const createdAt = new Date(time);
  return { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: id } }] };
}
