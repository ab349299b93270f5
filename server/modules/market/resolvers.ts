import { type Resolvers } from '../../generated/graphql';
import { access, subscription } from '../../graphql/access';
import { type Context } from '../../graphql/context';
import { outcome } from '../../graphql/outcome';
import { money } from '../../platform/money';
import { nicheTree, regionTree } from '../catalog';
import { kindOf } from '../ledger';
import { factsOf, type ListingFacts } from '../listings';
import { buy } from './buying/buy';
import { askableBy } from './buying/ownListAsked';
import { quote } from './buying/quote';
import { readPurchase } from './buying/readPurchase';
import { marketFacets } from './marketFacets';
import { readMarketIndex } from './priceIndex/readMarketIndex';
import { readListing } from './readListing';
import { readMarket } from './readMarket';
import { readMarketSummary } from './readMarketSummary';
import { decideSaleReview } from './reviews/decideSaleReview';
import { readSaleReviews } from './reviews/readSaleReviews';
import { readEarningEntries, readEarnings, readHeld } from './sales/earnings';
import { earningsByChannel, earningsByNiche, earningsByRegion, earningsByUsage } from './sales/earningSources';
import { type Sale } from './sales/model';
import { readSale, readSales } from './sales/readSales';
import { sharesToCome } from './sales/sharesToCome';
import { deleteSavedSearch } from './searches/deleteSavedSearch';
import { matchCount, readSearches, savedFilter } from './searches/readSearches';
import { saveSearch } from './searches/saveSearch';
import { listingChanges, marketChanges } from './subscriptions';

async function listingFacts(listingId: string, { loaders }: Context): Promise<ListingFacts> {
  const listing = await loaders.listingById.load(listingId);
  if (!listing) throw new Error(`the listing ${listingId} of a sale or a quote is gone`);
  return factsOf(listing);
}

/** Whether the viewer's business has a lead of the listing. What has no places taken, nobody has: that needs no look. */
async function isOwned({ _id, sold }: ListingFacts, { viewer, loaders }: Context): Promise<boolean | null> {
  if (viewer?.organisationKind !== 'BUSINESS') return null;
  if (sold === 0) return false;
  const buyerId = viewer.organisationId;
  const leadIds = (await loaders.listingById.load(_id))?.leadIds ?? [];
  const owned = await Promise.all(leadIds.map((leadId) => loaders.isLeadOwned.load({ buyerId, leadId })));
  return owned.includes(true);
}

/** Whether the viewer's business may not buy it, as somebody of it belongs to the agency too. */
const isFromOwnAgency = ({ agencyId }: ListingFacts, { viewer, loaders }: Context): Promise<boolean> | null =>
  viewer?.organisationKind === 'BUSINESS'
    ? loaders.isOwnAgency.load({ buyerId: viewer.organisationId, agencyId })
    : null;

const organisationOf = async (id: string, { loaders }: Context) => (await loaders.organisationById.load(id))!;

/** What concerns the agency and the platform, and is not the buyer's matter. */
const forSeller = <T>({ agencyId }: Sale, { viewer }: Context, value: T): T | null =>
  viewer?.organisationId === agencyId || viewer?.organisationKind === 'PLATFORM' ? value : null;

const saleOfRefs = ({ saleId }: Readonly<Record<string, string>>, { loaders }: Context) =>
  saleId === undefined ? null : loaders.saleById.load(saleId);

export const resolvers: Resolvers = {
  Query: {
    marketSummary: access.anyone(() => readMarketSummary()),
    marketIndex: access.anyone((_parent, args) => readMarketIndex(args)),
    market: access.signedIn((_parent, args, { viewer }) => readMarket(viewer, args)),
    listing: access.signedIn((_parent, { id }, { viewer }) => readListing(viewer, id)),
    quote: access.business(
      'OWNER',
      'MANAGER',
    )(outcome('QuotePayload', (_parent, { input }, { viewer }) => quote(viewer, input))),
    purchase: access.business(
      'OWNER',
      'MANAGER',
    )((_parent, { clientKey }, { viewer }) => readPurchase(viewer, clientKey)),
    saleReviews: access.admin('ADJUDICATOR')((_parent, args) => readSaleReviews(args)),
    sales: access.signedIn((_parent, { filter, ...page }, { viewer }) => readSales(viewer, filter, page)),
    sale: access.signedIn((_parent, { id }, { viewer }) => readSale(viewer, id)),
    savedSearches: access.business()((_parent, _args, { viewer }) => readSearches(viewer)),
    earnings: access.agency()((_parent, _args, { viewer }) => readEarnings(viewer.organisationId)),
    earningSources: access.agency()((_parent, { from, to }, { viewer }) => ({
      agencyId: viewer.organisationId,
      from: from ?? null,
      to: to ?? null,
    })),
    earningEntries: access.agency()((_parent, page, { viewer }) => readEarningEntries(viewer.organisationId, page)),
  },
  Mutation: {
    decideSaleReview: access.admin('ADJUDICATOR')(
      outcome('DecideSaleReviewPayload', (_parent, { input }, { viewer }) => decideSaleReview(viewer, input)),
    ),
    buy: access.business(
      'OWNER',
      'MANAGER',
    )(outcome('BuyPayload', (_parent, { input }, { viewer }) => buy(viewer, input))),
    saveSearch: access.business(
      'OWNER',
      'MANAGER',
    )(
      outcome('SaveSearchPayload', async (_parent, { input }, { viewer }) => ({
        savedSearch: await saveSearch(viewer, input),
      })),
    ),
    deleteSavedSearch: access.business(
      'OWNER',
      'MANAGER',
    )(
      outcome('DeleteSavedSearchPayload', async (_parent, { input }, { viewer }) => ({
        deletedId: await deleteSavedSearch(viewer, input),
      })),
    ),
  },
  Subscription: {
    marketChanged: subscription(access.signedIn, (_parent, { filter }) => marketChanges(filter)),
    listingChanged: subscription(access.signedIn, (_parent, { ids }) => listingChanges(ids)),
  },
  OwnListStanding: { askableADay: ({ organisationId }) => askableBy(organisationId) },
  MarketConnection: { facets: ({ filter }) => marketFacets(filter) },
  PriceBreakdown: {
    feeBps: async (price, _args, context) => (await sharesToCome(price, context))?.feeBps ?? null,
    fee: async (price, _args, context) => (await sharesToCome(price, context))?.fee ?? null,
    net: async (price, _args, context) => (await sharesToCome(price, context))?.net ?? null,
  },
  Listing: {
    isOwned: (facts, _args, context) => isOwned(facts, context),
    isFromOwnAgency: (facts, _args, context) => isFromOwnAgency(facts, context),
  },
  QuoteItem: { listing: ({ listingId }, _args, context) => listingFacts(listingId, context) },
  Sale: {
    id: ({ _id }) => _id,
    listing: ({ listingId }, _args, context) => listingFacts(listingId, context),
    buyer: ({ buyerId }, _args, context) => organisationOf(buyerId, context),
    agency: ({ agencyId }, _args, context) => organisationOf(agencyId, context),
    niche: ({ nicheId }) => nicheTree().byId(nicheId)!,
    region: ({ regionId }) => regionTree().byId(regionId)!,
    gross: ({ grossMinor, currency }) => money(grossMinor, currency),
    refunded: ({ refundedMinor, currency }) => money(refundedMinor, currency),
    fee: (sale, _args, context) => forSeller(sale, context, money(sale.feeMinor, sale.currency)),
    net: (sale, _args, context) => forSeller(sale, context, money(sale.netMinor, sale.currency)),
    isUnderReview: ({ isUnderReview }) => isUnderReview ?? false,
    feeBps: (sale, _args, context) => forSeller(sale, context, sale.feeBps),
  },
  SaleReview: {
    id: ({ _id }) => _id,
    sale: async ({ _id }, _args, { loaders }) => (await loaders.saleById.load(_id))!,
  },
  SavedSearch: {
    id: ({ _id }) => _id,
    filter: ({ filter }) => savedFilter(filter),
    matchCount,
  },
  EarningSources: {
    byChannel: (span) => earningsByChannel(span),
    byNiche: (span) => earningsByNiche(span),
    byRegion: (span) => earningsByRegion(span),
    byUsage: (span) => earningsByUsage(span),
  },
  EarningEntry: {
    kind: ({ id }) => kindOf(id),
    sale: ({ entry }, _args, context) => saleOfRefs(entry.refs, context),
  },
  Wallet: { held: ({ organisationId }) => readHeld(organisationId) },
  WalletEntry: { sale: ({ refs }, _args, context) => saleOfRefs(refs, context) },
};
