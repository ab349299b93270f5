import { type Resolvers } from '../../../generated/graphql';
import { access } from '../../../graphql/access';
import { type Viewer } from '../../../graphql/viewer';
import { outcome } from '../../../graphql/outcome';
import { money, toMinor } from '../../../platform/money';
import { seesSpending } from '../../campaigns';
import { nicheTree, regionTree } from '../../catalog';
import { type Conversion } from './model';
import { readClickLead, readClickLeads, readConversions } from './readConversions';
import { readSetup, renewConversionSecret } from './secrets';

const buyers = access.business('OWNER', 'MANAGER');

/** What the business got by it is nobody else's matter: its agency and staff learn that and when. */
const isForBusiness = (viewer: Viewer | null, { businessId }: Conversion): boolean =>
  viewer !== null && viewer.organisationId === businessId && seesSpending(viewer, businessId);

export const conversionResolvers: Resolvers = {
  Query: {
    conversions: access.signedIn((_parent, args, { viewer }) => readConversions(viewer, args)),
    conversionSetup: buyers((_parent, _args, { viewer }) => readSetup(viewer)),
    clickLeads: buyers((_parent, args, { viewer }) => readClickLeads(viewer, args)),
    clickLead: buyers((_parent, { id }, { viewer }) => readClickLead(viewer, id)),
  },
  Mutation: {
    renewConversionSecret: buyers(
      outcome('RenewConversionSecretPayload', (_parent, { input }, { viewer }) => renewConversionSecret(viewer, input)),
    ),
  },
  Conversion: {
    id: ({ _id }) => _id,
    campaign: async ({ campaignId }, _args, { loaders }) => (await loaders.campaignById.load(campaignId))!,
    agency: async ({ agencyId }, _args, { loaders }) => (await loaders.organisationById.load(agencyId))!,
    region: ({ regionId }) => regionTree().byId(regionId)!,
    order: (conversion, _args, { viewer }) =>
      isForBusiness(viewer, conversion) && conversion.order !== '' ? conversion.order : null,
    value: (conversion, _args, { viewer }) => {
      const { valueMinor, currency } = conversion;
      if (valueMinor === null || currency === null || !isForBusiness(viewer, conversion)) return null;
      return money(toMinor(valueMinor), currency);
    },
    hasLead: ({ leadId }) => leadId !== null,
  },
  ClickLead: {
    id: ({ _id }) => _id,
    campaign: async ({ campaignId }, _args, { loaders }) => (await loaders.campaignById.load(campaignId))!,
    agency: async ({ agencyId }, _args, { loaders }) => (await loaders.organisationById.load(agencyId))!,
    niche: ({ nicheId }) => nicheTree().byId(nicheId)!,
    region: ({ regionId }) => regionTree().byId(regionId)!,
    channel: ({ channel }) => channel ?? 'OTHER',
    contact: (lead, _args, { loaders }) => loaders.contactOfClickLead.load(lead),
  },
};
