import { type QuoteInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { invalidInput, notFound, suspended } from '../../../platform/errors';
import { organisationsSharingPeople } from '../../accounts';
import { type Listing, listingsById } from '../../listings';
import { makeQuote, type Quote } from '../../pricing';
import { alreadyOwned, leadAlreadySold, onOwnList, personKnown } from '../errors';
import { bestOf, type Found } from './bestOf';
import { notFromOwn } from './notFromOwn';
import { isOnSale, keepListing, MOST_LEADS } from './offers';
import { OwnListAsked } from './ownListAsked';
import { knownPeopleAmong, ownedAmong } from './owned';

/**
 * A price with its reasons for listings picked by hand, a lot, or the best of a search, signed and locked. What cannot
 * be bought is told before paying, and whom the buyer has by its own list, unless it wants them even so. Throws
 * LeadAlreadySold, AlreadyOwned, OwnLead, OnOwnList, NothingFound, InvalidInput, NotFound. A suspended organisation is
 * given no prices for what it may not buy.
 */
export async function quote(
  viewer: Viewer,
  input: QuoteInput,
): Promise<{ quote: Quote; ownList: OwnListAsked['answer'] }> {
  const { listingIds, lotId, best } = input;
  if (viewer.organisationStatus === 'SUSPENDED') throw suspended();
  if ([listingIds, lotId, best].filter((one) => one !== null && one !== undefined).length !== 1) {
    throw invalidInput('Give listings, a lot or a search: one of the three.');
  }
  const strangersNot = await organisationsSharingPeople(viewer.organisationId);
  const ownList = new OwnListAsked(viewer, input.evenOnOwnList ?? false);
  const { listings, haveOthers } = best
    ? await bestOf(viewer, best, strangersNot, ownList)
    : await named(viewer, lotId ? [lotId] : (listingIds ?? []), Boolean(lotId), strangersNot);
  if (listings.reduce((leads, listing) => leads + listing.leadIds.length, 0) > MOST_LEADS) {
    throw invalidInput(`One purchase has at most ${MOST_LEADS} leads.`);
  }
  if (!best) await requireNotOnOwnList(ownList, listings);
  for (const listing of listings) keepListing(listing);
  const quote = await makeQuote(
    viewer.organisationId,
    listings.map(({ _id, leadIds, priceMinor, floorMinor }) => ({
      listingId: _id,
      leads: leadIds.length,
      priceMinor,
      floorMinor,
    })),
    {
      mode: listingIds ? 'INDIVIDUAL' : 'MASS',
      terms: best ? JSON.stringify(best, bigintAsText) : null,
      hasRepeats: haveOthers,
    },
  );
  return { quote, ownList: ownList.answer };
}

/** The last look: only at what the buyer could buy, so that the list is asked about nothing else. */
async function requireNotOnOwnList(ownList: OwnListAsked, listings: readonly Listing[]): Promise<void> {
  const had = await ownList.knownAmong(listings);
  if (had.length > 0) throw onOwnList(had.map(({ _id }) => _id));
}

const bigintAsText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

/** The listings of these ids, when all of them can be bought by this buyer. */
async function named(
  { organisationId }: Viewer,
  ids: readonly string[],
  isLot: boolean,
  strangersNot: ReadonlySet<string>,
): Promise<Found> {
  if (ids.length === 0 || ids.length > MOST_LEADS)
    throw invalidInput(`Give 1 to ${MOST_LEADS} listings.`, ['listingIds']);
  const found = await listingsById(ids);
  const listings = [...new Set(ids)].map((id) => {
    const listing = found.get(id);
    if (!listing || listing.status === 'DRAFT' || (isLot && listing.kind !== 'LOT')) throw notFound('listing');
    return listing;
  });
  const idsOf = (refused: readonly Listing[]): string[] => refused.map(({ _id }) => _id);
  const leads = listings.flatMap(({ leadIds }) => leadIds);
  const holding = (had: ReadonlySet<string>): Listing[] =>
    listings.filter(({ leadIds }) => leadIds.some((id) => had.has(id)));
  const theirs = holding(await ownedAmong(organisationId, leads));
  if (theirs.length > 0) throw alreadyOwned(idsOf(theirs));
  const gone = listings.filter((listing) => !isOnSale(listing));
  if (gone.length > 0) throw leadAlreadySold(idsOf(gone));
  const own = listings.filter(({ agencyId }) => strangersNot.has(agencyId));
  if (own.length > 0) throw await notFromOwn(organisationId, own);
  const { known, haveOthers } = await knownPeopleAmong(organisationId, listings);
  if (known.size > 0) throw personKnown(idsOf(holding(known)));
  return { listings, haveOthers };
}
