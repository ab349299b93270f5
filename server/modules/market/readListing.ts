import { type Viewer } from '../../graphql/viewer';
import { factsOf, type ListingFacts, listingsById } from '../listings';
import { board, factsOfRow } from './board';
import { Sales } from './sales/model';

/**
 * One listing: from the board while it is on sale. One that is not is shown to its agency, to those who bought it and
 * to admins; to everybody else it reads as missing.
 */
export async function readListing(viewer: Viewer, id: string): Promise<ListingFacts | null> {
  const row = board().get(id);
  if (row) return factsOfRow(row);
  const listing = (await listingsById([id])).get(id);
  if (!listing) return null;
  const { organisationId, organisationKind } = viewer;
  const isSeen =
    listing.status === 'LISTED' ||
    listing.agencyId === organisationId ||
    organisationKind === 'PLATFORM' ||
    (await Sales.exists({ listingId: id, buyerId: organisationId })) !== null;
  return isSeen ? factsOf(listing) : null;
}
