import { type Viewer } from '../../graphql/viewer';
import { invalidInput, notFound } from '../../platform/errors';
import { type Listing, listingFrom, type ListingRow, Listings } from './model';

const MOST_AT_ONCE = 100;

/** The agency's own listings of these ids, in their order. Throws NotFound when one is missing or another agency's. */
export async function ownListings({ organisationId }: Viewer, ids: readonly string[]): Promise<Listing[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0 || wanted.length > MOST_AT_ONCE) {
    throw invalidInput(`Give 1 to ${MOST_AT_ONCE} listings.`, ['listingIds']);
  }
  const rows = await Listings.find({ _id: { $in: wanted }, agencyId: organisationId }).lean<ListingRow[]>();
  const found = new Map(rows.map((row) => [row._id, listingFrom(row)]));
  return wanted.map((id) => {
    const listing = found.get(id);
    if (!listing) throw notFound('listing');
    return listing;
  });
}
