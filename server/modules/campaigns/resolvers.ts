import { type Resolvers } from '../../generated/graphql';
import { access } from '../../graphql/access';
import { type Context } from '../../graphql/context';
import { outcome } from '../../graphql/outcome';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { MARKET_CURRENCY, money } from '../../platform/money';
import { nicheTree, regionTree } from '../catalog';
import { type JournalEntry } from '../ledger';
import { agencyQuality } from '../pricing';
import { applyToCampaign } from './applications/applyToCampaign';
import { approveApplication, declineApplication } from './applications/decideApplication';
import { readApplications } from './applications/readApplications';
import { spentAt } from './budgets';
import { changeCampaign } from './changeCampaign';
import { type Application, type Campaign, type PriceStep, type RegionPrice } from './model';
import { endCampaign, pauseCampaign, resumeCampaign } from './moveCampaign';
import { seesSpending } from './policy';
import { leastOf } from './prices/leastPriceOf';
import { openCampaigns, readCampaigns } from './readCampaigns';
import { firstWithinMost, freeReserve, goesOnAt, type Hindrance, hindrancesOf, type Standing, stepAt } from './rules';
import { startCampaign } from './startCampaign';
import { timeText, weekdayOf } from './terms';
import { roomOf } from './usage/room';

const buyers = access.business('OWNER', 'MANAGER');
const sellers = access.agency('OWNER', 'MANAGER');
const amount = (minor: bigint) => money(minor, MARKET_CURRENCY);

const isOwn = (viewer: Viewer | null, { businessId }: Campaign): boolean =>
  viewer !== null && seesSpending(viewer, businessId);

const budget = (limitMinor: bigint | null, spentMinor: bigint) => ({
  limit: limitMinor === null ? null : amount(limitMinor),
  spent: amount(spentMinor),
});

const linesOf = ({ lines }: PriceStep) =>
  lines.map(({ amountMinor, ...line }) => ({ ...line, amount: amount(amountMinor) }));

/** The prices of an application as they are shown at a moment: what holds, and what was announced. */
function pricesShown({ prices }: Application) {
  const at = now();
  return prices.map((price: RegionPrice) => {
    const step = stepAt(price, at);
    const next = price.steps.findLast(({ from }) => from > at) ?? null;
    return {
      region: regionTree().byId(price.regionId)!,
      price: amount(step.priceMinor),
      lines: linesOf(step),
      from: step.from,
      next: next && {
        price: amount(next.priceMinor),
        lines: linesOf(next),
        from: next.from,
        announcedAt: next.announcedAt,
      },
    };
  });
}

/**
 * The least price that a campaign pays now, of an agency the least of its own; of one whose price is over the highest in all
 * regions, that.
 */
async function standingOf(campaign: Campaign, { viewer, loaders }: Context, at: Date): Promise<Standing> {
  if (isOwn(viewer, campaign))
    return { priceMinor: (await loaders.leastPrice.load(campaign)) ?? campaign.maxPriceMinor, lowerFrom: null };
  const application = await loaders.ownApplication.load(campaign._id);
  const bought =
    application?.state === 'APPROVED'
      ? application.prices.filter(({ regionId }) => campaign.regionIds.includes(regionId))
      : [];
  const dear = bought.map((price) => stepAt(price, at).priceMinor)[0] ?? campaign.maxPriceMinor;
  return {
    priceMinor: leastOf(campaign, [{ prices: bought }], at) ?? dear,
    lowerFrom: firstWithinMost(campaign, bought, at),
  };
}

/** What keeps a campaign from taking anybody of whoever asks. */
async function hindrancesTo(campaign: Campaign, _args: unknown, context: Context): Promise<Hindrance[]> {
  const at = now();
  return hindrancesOf(campaign, (await standingOf(campaign, context, at)).priceMinor, at);
}

async function seen(id: string, { viewer, loaders }: Context): Promise<Campaign | null> {
  const campaign = await loaders.campaignById.load(id);
  if (!campaign || !viewer) return null;
  if (isOwn(viewer, campaign)) return campaign;
  if (viewer.organisationKind !== 'AGENCY') return null;
  const isOpen = campaign.state === 'RUNNING' && !campaign.isSuspended;
  return isOpen || (await loaders.ownApplication.load(id)) ? campaign : null;
}

/** Whose money an entry moves knows its campaign, whatever became of it since. */
const campaignOfRefs = ({ campaignId }: JournalEntry['refs'], { loaders }: Context) =>
  campaignId === undefined ? null : loaders.campaignById.load(campaignId);

export const resolvers: Resolvers = {
  Query: {
    campaigns: access.kinds('BUSINESS', 'PLATFORM')((_parent, args, { viewer }) => readCampaigns(viewer, args)),
    campaign: access.signedIn((_parent, { id }, context) => seen(id, context)),
    openCampaigns: access.agency()((_parent, args) => openCampaigns(args)),
    campaignApplications: access.signedIn((_parent, args, { viewer }) => readApplications(viewer, args)),
  },
  Mutation: {
    startCampaign: buyers(
      outcome('StartCampaignPayload', (_parent, { input }, { viewer }) => startCampaign(viewer, input)),
    ),
    changeCampaign: buyers(
      outcome('ChangeCampaignPayload', (_parent, { input }, { viewer }) => changeCampaign(viewer, input)),
    ),
    pauseCampaign: buyers(
      outcome('PauseCampaignPayload', (_parent, { input }, { viewer }) => pauseCampaign(viewer, input)),
    ),
    resumeCampaign: buyers(
      outcome('ResumeCampaignPayload', (_parent, { input }, { viewer }) => resumeCampaign(viewer, input)),
    ),
    endCampaign: buyers(outcome('EndCampaignPayload', (_parent, { input }, { viewer }) => endCampaign(viewer, input))),
    applyToCampaign: sellers(
      outcome('ApplyToCampaignPayload', (_parent, { input }, { viewer }) => applyToCampaign(viewer, input)),
    ),
    approveApplication: buyers(
      outcome('ApproveApplicationPayload', (_parent, { input }, { viewer }) => approveApplication(viewer, input)),
    ),
    declineApplication: buyers(
      outcome('DeclineApplicationPayload', (_parent, { input }, { viewer }) => declineApplication(viewer, input)),
    ),
  },
  Campaign: {
    id: ({ _id }) => _id,
    business: async ({ businessId }, _args, { loaders }) => (await loaders.organisationById.load(businessId))!,
    niche: ({ nicheId }) => nicheTree().byId(nicheId)!,
    regions: ({ regionIds }) => regionIds.map((id) => regionTree().byId(id)!),
    phone: (campaign, _args, { viewer }) => (isOwn(viewer, campaign) ? (campaign.phone ?? null) : null),
    minSeconds: ({ minSeconds }) => minSeconds ?? null,
    isRecorded: ({ isRecorded }) => isRecorded ?? null,
    maxPrice: ({ maxPriceMinor }) => amount(maxPriceMinor),
    hours: ({ hours }) =>
      hours.map(({ days, from, to }) => ({ days: days.map(weekdayOf), from: timeText(from), to: timeText(to) })),
    hindrances: hindrancesTo,
    goesOnAt: async (campaign, _args, context) => {
      const at = now();
      const standing = await standingOf(campaign, context, at);
      return goesOnAt(campaign, hindrancesOf(campaign, standing.priceMinor, at), standing, at);
    },
    ranksLower: (campaign, _args, { viewer }) => (isOwn(viewer, campaign) ? campaign.ranksLower === true : null),
    today: (campaign, _args, { viewer }) =>
      isOwn(viewer, campaign) ? budget(campaign.dayMinor, spentAt(campaign, now()).dayMinor) : null,
    thisWeek: (campaign, _args, { viewer }) =>
      isOwn(viewer, campaign) ? budget(campaign.weekMinor, spentAt(campaign, now()).weekMinor) : null,
    total: (campaign, _args, { viewer }) =>
      isOwn(viewer, campaign) ? budget(campaign.totalMinor, campaign.spent.totalMinor) : null,
    reserved: (campaign, _args, { viewer }) => (isOwn(viewer, campaign) ? amount(freeReserve(campaign)) : null),
    application: ({ _id }, _args, { loaders }) => loaders.ownApplication.load(_id),
    room: async (campaign, _args, { loaders }) => {
      const application = await loaders.ownApplication.load(campaign._id);
      // Asked of nobody else: what the wallet of a business covers is its own.
      if (application?.state !== 'APPROVED') return null;
      const room = roomOf(campaign, application, await loaders.walletOf.load(campaign.businessId), now());
      return room && { ...room, price: amount(room.priceMinor) };
    },
    prices: async ({ _id }, _args, { loaders }) => {
      const application = await loaders.ownApplication.load(_id);
      return application?.state === 'APPROVED' ? pricesShown(application) : [];
    },
  },
  WalletEntry: { campaign: ({ refs }, _args, context) => campaignOfRefs(refs, context) },
  EarningEntry: { campaign: ({ entry }, _args, context) => campaignOfRefs(entry.refs, context) },
  CampaignApplication: {
    id: ({ _id }) => _id,
    campaign: async ({ campaignId }, _args, { loaders }) => (await loaders.campaignById.load(campaignId))!,
    agency: async ({ agencyId }, _args, { loaders }) => (await loaders.organisationById.load(agencyId))!,
    agencyGrade: ({ agencyId }) => agencyQuality(agencyId).grade,
    prices: (application) => pricesShown(application),
  },
};
