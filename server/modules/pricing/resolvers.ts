import { type Resolvers } from '../../generated/graphql';
import { access } from '../../graphql/access';
import { outcome } from '../../graphql/outcome';
import { MARKET_CURRENCY, money } from '../../platform/money';
import { nicheTree } from '../catalog';
import { guideEntry, priceGuide, priceLines, type PriceQuestion } from './readGuide';
import { readQuality } from './readQuality';
import { setBasePrice } from './setBasePrice';
import { setFactor } from './setFactor';

export const resolvers: Resolvers = {
  Query: {
    agencyQuality: access.agency()((_parent, _args, { viewer }) => readQuality(viewer.organisationId)),
    priceGuide: access.anyone(() => priceGuide()),
    priceLines: access.signedIn((_parent, { input }, { viewer }) => priceLines(viewer, input as PriceQuestion)),
  },
  Mutation: {
    setBasePrice: access.admin('MODERATOR')(
      outcome('SetBasePricePayload', async (_parent, { input }, { viewer }) => {
        const { nicheId, model } = await setBasePrice(viewer, input);
        return { basePrice: nicheId === null ? null : guideEntry(nicheId, model) };
      }),
    ),
    setFactor: access.admin('MODERATOR')(
      outcome('SetFactorPayload', async (_parent, { input }, { viewer }) => {
        await setFactor(viewer, input);
        return { priceGuide: priceGuide() };
      }),
    ),
  },
  BasePrice: {
    niche: ({ nicheId }) => nicheTree().byId(nicheId)!,
    from: ({ fromNicheId }) => (fromNicheId && nicheTree().byId(fromNicheId)) || null,
  },
  Quote: {
    id: ({ _id }) => _id,
    total: ({ totalMinor, currency }) => money(totalMinor, currency),
  },
  QuoteItem: {
    price: ({ priceMinor }) => money(priceMinor, MARKET_CURRENCY),
    charged: ({ chargedMinor }) => money(chargedMinor, MARKET_CURRENCY),
  },
};
