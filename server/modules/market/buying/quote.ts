import { type BestInput, type QuoteInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { invalidInput, notFound } from '../../../platform/errors';
import { organisationsSharingPeople } from '../../accounts';
import { type Listing, listingsById } from '../../listings';
import { makeQuote, type Quote } from '../../pricing';
import { board } from '../board';
import { alreadyOwned, leadAlreadySold, nothingFound, ownLead } from '../errors';
import { boardFilter, marketMinor } from '../readMarket';
import { ownedAmong } from './attempt';
import { keepListing } from './offers';

/** No more listings, and no more leads, in one purchase than one transaction carries at ease. */
const MOST_LEADS = 100;
/** How often a search leaves out what the buyer turned out to have. */
const MOST_ROUNDS = 5;

/**
 * A price with its reasons for listings picked by hand, a lot, or the best of a search, signed and locked. What cannot
 * be bought is told before paying. Throws LeadAlreadySold, AlreadyOwned, OwnLead, NothingFound, InvalidInput, NotFound.
 */
export async function quote(viewer: Viewer, input: QuoteInput): Promise<Quote> {
  const { listingIds, lotId, best } = input;
  if ([listingIds, lotId, best].filter((one) => one !== null && one !== undefined).length !== 1) {
    throw invalidInput('Give listings, a lot or a search: one of the three.');
  }
  const strangersNot = await organisationsSharingPeople(viewer.organisationId);
  const listings = best
    ? await bestOf(viewer, best, strangersNot)
    : await named(viewer, lotId ? [lotId] : (listingIds ?? []), Boolean(lotId), strangersNot);
  if (listings.reduce((leads, listing) => leads + listing.leadIds.length, 0) > MOST_LEADS) {
    throw invalidInput(`One purchase has at most ${MOST_LEADS} leads.`);
  }
  for (const listing of listings) keepListing(listing);
  return makeQuote(
    viewer.organisationId,
    listings.map(({ _id, leadIds, priceMinor, floorMinor }) => ({
      listingId: _id,
      leads: leadIds.length,
      priceMinor,
      floorMinor,
    })),
    { mode: listingIds ? 'INDIVIDUAL' : 'MASS', terms: best ? JSON.stringify(best, bigintAsText) : null },
  );
}

const bigintAsText = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

/** The listings of these ids, when all of them can be bought by this buyer. */
async function named(
  { organisationId }: Viewer,
  ids: readonly string[],
  isLot: boolean,
  strangersNot: ReadonlySet<string>,
): Promise<Listing[]> {
  if (ids.length === 0 || ids.length > MOST_LEADS)
    throw invalidInput(`Give 1 to ${MOST_LEADS} listings.`, ['listingIds']);
  const found = await listingsById(ids);
  const listings = [...new Set(ids)].map((id) => {
    const listing = found.get(id);
    if (!listing || listing.status === 'DRAFT' || (isLot && listing.kind !== 'LOT')) throw notFound('listing');
    return listing;
  });
  const idsOf = (refused: readonly Listing[]): string[] => refused.map(({ _id }) => _id);
  const owned = await ownedAmong(
    organisationId,
    listings.flatMap(({ leadIds }) => leadIds),
  );
  const theirs = listings.filter(({ leadIds }) => leadIds.some((id) => owned.has(id)));
  if (theirs.length > 0) throw alreadyOwned(idsOf(theirs));
  const gone = listings.filter((listing) => !isOnSale(listing));
  if (gone.length > 0) throw leadAlreadySold(idsOf(gone));
  const own = listings.filter(({ agencyId }) => strangersNot.has(agencyId));
  if (own.length > 0) throw ownLead(idsOf(own));
  return listings;
}

const isOnSale = ({ status, endsAt }: Listing): boolean => status === 'LISTED' && endsAt > now();

/**
 * The best single leads of a search that fit the budget together. The board finds; what the buyer has already, and what
 * has gone since, is left out and the search made again.
 */
async function bestOf(
  viewer: Viewer,
  { filter, sort, count, budget }: BestInput,
  strangersNot: ReadonlySet<string>,
): Promise<Listing[]> {
  if (count < 1 || count > MOST_LEADS) throw invalidInput(`Give a count of 1 to ${MOST_LEADS}.`, ['best', 'count']);
  const budgetMinor = budget ? marketMinor(budget, ['best', 'budget']) : Infinity;
  const leftOut = new Set<string>();
  let fit: Listing[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const rows = board().best({
      filter: { ...boardFilter(filter), isLot: false },
      sort: sort ?? 'BEST_AGENCY',
      count,
      budgetMinor,
      now: now().getTime(),
      isExcluded: (row) => leftOut.has(row.id) || strangersNot.has(row.agencyId),
    });
    fit = await stillFit(
      viewer,
      rows.map(({ id }) => id),
      budgetMinor,
    );
    if (fit.length === rows.length) break;
    const kept = new Set(fit.map(({ _id }) => _id));
    for (const { id } of rows) if (!kept.has(id)) leftOut.add(id);
  }
  if (fit.length === 0) throw nothingFound();
  return fit;
}

/** Of what the board found, in its order: what is on sale, new to the buyer, and within the budget at today's prices. */
async function stillFit({ organisationId }: Viewer, ids: readonly string[], budgetMinor: number): Promise<Listing[]> {
  const found = await listingsById(ids);
  const listings = ids.flatMap((id) => found.get(id) ?? []);
  const owned = await ownedAmong(
    organisationId,
    listings.flatMap(({ leadIds }) => leadIds),
  );
  let left = budgetMinor;
  return listings.filter((listing) => {
    const price = Number(listing.priceMinor);
    const isFit = isOnSale(listing) && price <= left && !listing.leadIds.some((id) => owned.has(id));
    if (isFit) left -= price;
    return isFit;
  });
}
