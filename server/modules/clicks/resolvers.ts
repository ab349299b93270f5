import { type Resolvers } from '../../generated/graphql';
import { access, subscription } from '../../graphql/access';
import { type Context } from '../../graphql/context';
import { outcome } from '../../graphql/outcome';
import { MARKET_CURRENCY, money } from '../../platform/money';
import { connection } from '../../platform/pages';
import { countryOf } from '../../platform/visitor/countries';
import { nicheTree, regionTree } from '../catalog';
import { type JournalEntry } from '../ledger';
import { closesAt } from './billing/rules';
import { type BatchPart } from './disputes/chosenClicks';
import { whyOf } from './judge/verdicts';
import { addressOf } from './links/addressOf';
import { createTrackedLink } from './links/createTrackedLink';
import { pauseTrackedLink, resumeTrackedLink } from './links/moveTrackedLink';
import { readLinks } from './links/readLinks';
import { type Click } from './model';
import { readBatch, readBatches, readClaimedClicks, readClicks } from './readClicks';
import { clickReport } from './reports/clickReport';
import { campaignActivity } from './subscriptions';

const sellers = access.agency('OWNER', 'MANAGER');
const amount = (minor: bigint) => money(minor, MARKET_CURRENCY);

const partShown = ({ minor, ...part }: BatchPart) => ({ ...part, amount: amount(minor) });

const clickBatchOfRefs = ({ batchId }: JournalEntry['refs'], { loaders }: Context) =>
  batchId === undefined ? null : loaders.clickBatchById.load(batchId);

export const resolvers: Resolvers = {
  Query: {
    trackedLinks: access.agency()((_parent, args, { viewer }) => readLinks(viewer, args)),
    clicks: access.signedIn((_parent, args, { viewer }) => readClicks(viewer, args)),
    clickBatch: access.signedIn((_parent, { id }, { viewer }) => readBatch(viewer, id)),
    clickBatches: access.signedIn((_parent, args, { viewer }) => readBatches(viewer, args)),
    clickReport: access.signedIn((_parent, args, { viewer }) => clickReport(viewer, args)),
  },
  Mutation: {
    createTrackedLink: sellers(
      outcome('CreateTrackedLinkPayload', (_parent, { input }, { viewer }) => createTrackedLink(viewer, input)),
    ),
    pauseTrackedLink: sellers(
      outcome('PauseTrackedLinkPayload', (_parent, { input }, { viewer }) => pauseTrackedLink(viewer, input)),
    ),
    resumeTrackedLink: sellers(
      outcome('ResumeTrackedLinkPayload', (_parent, { input }, { viewer }) => resumeTrackedLink(viewer, input)),
    ),
  },
  Subscription: {
    campaignActivity: subscription(access.signedIn, (_parent, { campaignId }, { viewer }) =>
      campaignActivity(viewer, campaignId),
    ),
  },
  Campaign: {
    clicksToday: (campaign, _args, { loaders }) =>
      campaign.model === 'CLICK' ? loaders.clicksToday.load(campaign) : null,
  },
  TrackedLink: {
    id: ({ _id }) => _id,
    address: ({ _id }, { subId }) => addressOf(_id, subId ?? ''),
    channel: ({ channel }) => channel ?? 'OTHER',
    campaign: ({ campaignId }, _args, { loaders }) =>
      campaignId === null ? null : loaders.campaignById.load(campaignId),
    agency: async ({ agencyId }, _args, { loaders }) => (await loaders.organisationById.load(agencyId))!,
    niche: ({ nicheId }) => nicheTree().byId(nicheId)!,
    region: ({ regionId }) => regionTree().byId(regionId)!,
  },
  Click: {
    id: ({ _id }) => _id,
    campaign: ({ campaignId }, _args, { loaders }) =>
      campaignId === null ? null : loaders.campaignById.load(campaignId),
    agency: async ({ agencyId }, _args, { loaders }) => (await loaders.organisationById.load(agencyId))!,
    link: async ({ linkId }, _args, { loaders }) => (await loaders.linkById.load(linkId))!,
    country: ({ net }) => countryOf(net),
    userAgent: ({ agent }) => agent,
    why: (click) => whyOf(click),
    price: ({ priceMinor }) => (priceMinor > 0n ? amount(priceMinor) : null),
    conversions: ({ _id, conversions = 0 }, _args, { loaders }) =>
      conversions > 0 ? loaders.conversionsOfClick.load(_id) : [],
  },
  ClickBatch: {
    id: ({ _id }) => _id,
    campaign: async ({ campaignId }, _args, { loaders }) => (await loaders.campaignById.load(campaignId))!,
    business: async ({ businessId }, _args, { loaders }) => (await loaders.organisationById.load(businessId))!,
    agency: async ({ agencyId }, _args, { loaders }) => (await loaders.organisationById.load(agencyId))!,
    verdicts: ({ verdicts }) =>
      Object.entries(verdicts).map(([verdict, count]) => ({ verdict: verdict as keyof typeof verdicts, count })),
    parts: async ({ _id }, _args, { loaders }) => (await loaders.partsOfBatch.load(_id)).map(partShown),
    gross: ({ grossMinor }) => amount(grossMinor),
    refunded: ({ refundedMinor }) => amount(refundedMinor),
    fee: ({ feeMinor }) => amount(feeMinor),
    net: ({ netMinor }) => amount(netMinor),
    windowOpensAt: (batch) => (batch.state === 'OPEN' ? closesAt(batch) : batch.heldAt),
    dispute: ({ _id }, _args, { loaders }) => loaders.disputeOf.load(_id),
  },
  DisputedPart: {
    clicks: ({ named }) => named ?? null,
    refundedClicks: ({ refundedNamed }) => refundedNamed ?? null,
  },
  ClickChoice: {
    subIds: ({ subIds = [] }) => [...subIds],
    links: async ({ linkIds = [] }, _args, { loaders }) =>
      (await loaders.linkById.loadMany(linkIds)).flatMap((link) => (link && !(link instanceof Error) ? [link] : [])),
    regions: ({ regionIds = [] }) => regionIds.flatMap((id) => regionTree().byId(id) ?? []),
    clickIds: ({ clickIds = [] }) => [...clickIds],
  },
  WalletEntry: { clickBatch: ({ refs }, _args, context) => clickBatchOfRefs(refs, context) },
  EarningEntry: { clickBatch: ({ entry }, _args, context) => clickBatchOfRefs(entry.refs, context) },
  Dispute: {
    clickBatch: ({ kind, subjectId }, _args, { loaders }) =>
      kind === 'CLICK_BATCH' ? loaders.clickBatchById.load(subjectId) : null,
    claimedParts: async ({ kind, subjectId: batchId, part }, _args, { loaders }) =>
      kind === 'CLICK_BATCH' ? (await loaders.claimedParts.load({ batchId, named: part?.named })).map(partShown) : [],
    claimedClicks: ({ kind, subjectId: batchId, part }, args) =>
      kind === 'CLICK_BATCH'
        ? readClaimedClicks({ batchId, named: part?.named }, args)
        : connection<Click>([], 1, () => []),
  },
};
