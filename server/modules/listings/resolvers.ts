import { type Resolvers } from '../../generated/graphql';
import { access } from '../../graphql/access';
import { type Context } from '../../graphql/context';
import { outcome } from '../../graphql/outcome';
import { money } from '../../platform/money';
import { nicheTree, regionTree } from '../catalog';
import { gradeReasons } from '../pricing';
import { createLot } from './createLot';
import { listLeads } from './listLeads';
import { listLot } from './listLot';
import { factsOf, type Listing, type ListingFacts, previewedLeads } from './model';
import { readMyListings } from './readListings';
import { countUnlisted, readUnlisted } from './readUnlisted';
import { repriceListings } from './repriceListings';
import { tallyListings } from './tallyListings';
import { withdrawListings } from './withdrawListings';

const SHOWN_LISTINGS = 100;

async function listingOf({ _id }: ListingFacts, { loaders }: Context): Promise<Listing> {
  const listing = await loaders.listingById.load(_id);
  if (!listing) throw new Error('a listing that was shown is gone');
  return listing;
}

/** What only the agency itself sees of its listing; null for everybody else, without a look. */
async function ownPart<T>(facts: ListingFacts, context: Context, read: (listing: Listing) => T): Promise<T | null> {
  if (context.viewer?.organisationId !== facts.agencyId) return null;
  return read(await listingOf(facts, context));
}

async function previewsOf(facts: ListingFacts, context: Context) {
  return leadsOf(previewedLeads(await listingOf(facts, context)), context);
}

async function leadsOf(leadIds: readonly string[], { loaders }: Context) {
  const leads = await Promise.all(leadIds.map((id) => loaders.leadById.load(id)));
  return leads.filter((lead) => lead !== null);
}

export const resolvers: Resolvers = {
  Query: {
    myListings: access.agency()((_parent, { filter, ...page }, { viewer }) => readMyListings(viewer, filter, page)),
    listingTally: access.agency()((_parent, _args, { viewer }) => tallyListings(viewer)),
    unlistedLeads: access.agency()((_parent, { filter, ...page }, { viewer }) => readUnlisted(viewer, filter, page)),
    unlistedLeadCount: access.agency()((_parent, { filter }, { viewer }) => countUnlisted(viewer, filter)),
  },
  Mutation: {
    listLeads: access.agency(
      'OWNER',
      'MANAGER',
    )(
      outcome('ListLeadsPayload', async (_parent, { input }, { viewer }) => {
        const { listings, ...rest } = await listLeads(viewer, input);
        return { ...rest, listedCount: listings.length, listings: listings.slice(0, SHOWN_LISTINGS).map(factsOf) };
      }),
    ),
    repriceListings: access.agency(
      'OWNER',
      'MANAGER',
    )(
      outcome('RepriceListingsPayload', async (_parent, { input }, { viewer }) => ({
        listings: (await repriceListings(viewer, input)).map(factsOf),
      })),
    ),
    withdrawListings: access.agency(
      'OWNER',
      'MANAGER',
    )(
      outcome('WithdrawListingsPayload', async (_parent, { input }, { viewer }) => ({
        listings: (await withdrawListings(viewer, input)).map(factsOf),
      })),
    ),
    createLot: access.agency(
      'OWNER',
      'MANAGER',
    )(
      outcome('CreateLotPayload', async (_parent, { input }, { viewer }) => ({
        lot: factsOf(await createLot(viewer, input)),
      })),
    ),
    listLot: access.agency(
      'OWNER',
      'MANAGER',
    )(
      outcome('ListLotPayload', async (_parent, { input }, { viewer }) => ({
        lot: factsOf(await listLot(viewer, input)),
      })),
    ),
  },
  Lead: {
    listing: async ({ _id, agencyId }, _args, { viewer, loaders }) => {
      if (viewer?.organisationId !== agencyId) return null;
      const listing = await loaders.listingByLead.load(_id);
      return listing && factsOf(listing);
    },
  },
  Listing: {
    id: ({ _id }) => _id,
    niche: ({ nicheId }) => nicheTree().byId(nicheId)!,
    region: ({ regionId }) => regionTree().byId(regionId)!,
    agency: async ({ agencyId }, _args, { loaders }) => (await loaders.organisationById.load(agencyId))!,
    price: ({ priceMinor, currency }) => money(priceMinor, currency),
    gradeReasons: ({ agencyId }) => gradeReasons(agencyId),
    priceLines: async (facts, _args, context) => {
      const { priceLines, currency } = await listingOf(facts, context);
      return priceLines.map(({ amountMinor, ...line }) => ({ ...line, amount: money(amountMinor, currency) }));
    },
    previews: (facts, _args, context) => previewsOf(facts, context),
    lead: async (facts, _args, context) => {
      const leadId = await ownPart(facts, context, ({ kind, leadIds }) => (kind === 'SINGLE' ? leadIds[0] : null));
      return leadId ? context.loaders.leadById.load(leadId) : null;
    },
    leads: async (facts, { first }, context) => {
      const leadIds = await ownPart(facts, context, (listing) => listing.leadIds);
      return leadIds && leadsOf(leadIds.slice(0, Math.max(0, first)), context);
    },
    name: (facts, _args, context) => ownPart(facts, context, ({ name }) => name),
    floor: (facts, _args, context) =>
      ownPart(facts, context, ({ floorMinor, currency }) => money(floorMinor, currency)),
  },
};
