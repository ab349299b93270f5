import { type Resolvers } from '../../generated/graphql';
import { access } from '../../graphql/access';
import { outcome } from '../../graphql/outcome';
import { now } from '../../platform/clock';
import { MARKET_CURRENCY, money } from '../../platform/money';
import { nicheTree, regionTree } from '../catalog';
import { savedFilter } from '../market';
import { readPings, whyOf, stateOf } from './readPings';
import { boughtOn } from './rules';
import { changeBuyingWish } from './wishes/changeBuyingWish';
import { deleteBuyingWish } from './wishes/deleteBuyingWish';
import { makeBuyingWish } from './wishes/makeBuyingWish';
import { pauseBuyingWish } from './wishes/pauseBuyingWish';
import { readWishes } from './wishes/readWishes';
import { resumeBuyingWish } from './wishes/resumeBuyingWish';

const buyers = access.business('OWNER', 'MANAGER');
const amount = (minor: bigint) => money(minor, MARKET_CURRENCY);

export const resolvers: Resolvers = {
  Query: {
    buyingWishes: buyers((_parent, _args, { viewer }) => readWishes(viewer)),
    pings: access.agency()((_parent, page, { viewer }) => readPings(viewer, page)),
  },
  Mutation: {
    makeBuyingWish: buyers(
      outcome('MakeBuyingWishPayload', async (_parent, { input }, { viewer }) => ({
        buyingWish: await makeBuyingWish(viewer, input),
      })),
    ),
    changeBuyingWish: buyers(
      outcome('ChangeBuyingWishPayload', async (_parent, { input }, { viewer }) => ({
        buyingWish: await changeBuyingWish(viewer, input),
      })),
    ),
    pauseBuyingWish: buyers(
      outcome('PauseBuyingWishPayload', async (_parent, { input }, { viewer }) => ({
        buyingWish: await pauseBuyingWish(viewer, input),
      })),
    ),
    resumeBuyingWish: buyers(
      outcome('ResumeBuyingWishPayload', async (_parent, { input }, { viewer }) => ({
        buyingWish: await resumeBuyingWish(viewer, input),
      })),
    ),
    deleteBuyingWish: buyers(
      outcome('DeleteBuyingWishPayload', async (_parent, { input }, { viewer }) => ({
        deletedId: await deleteBuyingWish(viewer, input),
      })),
    ),
  },
  BuyingWish: {
    id: ({ _id }) => _id,
    filter: ({ filter }) => savedFilter(filter),
    maxPrice: ({ maxPriceMinor }) => amount(maxPriceMinor),
    dailyBudget: ({ dailyMinor }) => amount(dailyMinor),
    boughtToday: (wish) => boughtOn(wish, now()).count,
    spentToday: (wish) => amount(boughtOn(wish, now()).spentMinor),
  },
  Ping: {
    id: ({ _id }) => _id,
    niche: ({ nicheId }) => nicheTree().byId(nicheId)!,
    region: ({ regionId }) => regionTree().byId(regionId)!,
    floor: ({ floorMinor }) => (floorMinor > 0n ? amount(floorMinor) : null),
    bid: ({ bid }) => bid && amount(bid.priceMinor),
    buyerCount: ({ wishIds }) => wishIds.length,
    state: (ping) => stateOf(ping),
    why: (ping) => whyOf(ping),
    leadId: ({ result }) => result?.leadId ?? null,
    soldCount: ({ result }) => result?.sales.length ?? 0,
  },
  Sale: {
    wishId: ({ wishId, buyerId }, _args, { viewer }) => (viewer?.organisationId === buyerId ? (wishId ?? null) : null),
  },
};
