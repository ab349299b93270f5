import { type QueryOpenCampaignsArgs } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { badUserInput } from '../../platform/errors';
import { type Connection, connection, olderThan, type PageArgs, pageArgs } from '../../platform/pages';
import { nicheTree, regionTree } from '../catalog';
import { ownTrade } from './policy';
import { type Campaign, campaignFrom, type CampaignRow, Campaigns } from './model';

/** A campaign as it is now. Throws where there is none: its id was just made or changed. */
export async function freshCampaign(id: string): Promise<Campaign> {
  const row = await Campaigns.findById(id).readConcern('local').lean<CampaignRow>();
  if (!row) throw new Error(`campaign ${id} is gone`);
  return campaignFrom(row);
}

/** The campaigns of these ids that exist. */
export async function campaignsById(ids: readonly string[]): Promise<Map<string, Campaign>> {
  const rows = await Campaigns.find({ _id: { $in: [...new Set(ids)] } }).lean<CampaignRow[]>();
  return new Map(rows.map((row) => [row._id, campaignFrom(row)]));
}

async function page(match: object, args: PageArgs): Promise<Connection<Campaign>> {
  const { limit, after } = pageArgs(args);
  const rows = await Campaigns.find({ $and: [match, olderThan('createdAt', after)] })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<CampaignRow[]>();
  return connection(rows.map(campaignFrom), limit, ({ createdAt, _id }) => [createdAt.toISOString(), _id]);
}

/** A business's own campaigns, all to staff, newest first. */
export const readCampaigns = (viewer: Viewer, args: PageArgs): Promise<Connection<Campaign>> =>
  page(ownTrade(viewer), args);

const MOST_WISHED = 20;

/** What is left of the whole budget covers a visit at the highest price: else it is over until the business gives more. */
const HAS_BUDGET = {
  $or: [
    { totalMinor: null },
    { $expr: { $gte: [{ $subtract: ['$totalMinor', '$spent.totalMinor'] }, '$maxPriceMinor'] } },
  ],
};

/**
 * Campaigns that run and whose whole budget is not spent, of these niches and regions with all within them and around them,
 * and of one model. One whose budget of the day or the week is spent goes on by itself, and says when.
 */
export function openCampaigns({ nicheIds, regionIds, model, first, after }: QueryOpenCampaignsArgs) {
  if ((nicheIds?.length ?? 0) > MOST_WISHED || (regionIds?.length ?? 0) > MOST_WISHED)
    throw badUserInput(`Ask for at most ${MOST_WISHED} niches and ${MOST_WISHED} regions.`);
  const niches = nicheTree();
  const regions = regionTree();
  // What buys from a whole country buys from its towns, and who has visitors of a country has some of each town.
  const related = (tree: { isWithin(id: string, ancestorId: string): boolean }, wished: readonly string[]) => {
    return (id: string): boolean => wished.some((one) => tree.isWithin(id, one) || tree.isWithin(one, id));
  };
  const wanted: Record<string, unknown> = { state: 'RUNNING', isSuspended: false, ...HAS_BUDGET };
  if (model) wanted.model = model;
  if (nicheIds?.length) wanted.nicheId = { $in: idsOf(niches, related(niches, nicheIds)) };
  if (regionIds?.length) wanted.regionIds = { $in: idsOf(regions, related(regions, regionIds)) };
  return page(wanted, { first: first ?? null, after: after ?? null });
}

const idsOf = (tree: { list(): readonly { _id: string }[] }, isWanted: (id: string) => boolean): string[] =>
  tree
    .list()
    .map(({ _id }) => _id)
    .filter(isWanted);

/** Calls `visit` with every campaign, without holding them all in memory. */
export async function forEachCampaign(visit: (campaign: Campaign) => void): Promise<void> {
  const rows = Campaigns.find().lean<CampaignRow>().cursor() as AsyncIterable<CampaignRow>;
  for await (const row of rows) visit(campaignFrom(row));
}

/** Whether calls of some campaign that is not over are put through to a number. */
export const isCallTarget = async (phone: string): Promise<boolean> =>
  (await Campaigns.exists({ phone, state: { $ne: 'ENDED' } })) !== null;

/** The ids of all campaigns that are a viewer's own. */
export const ownCampaignIds = async (viewer: Viewer): Promise<string[]> =>
  (await Campaigns.find(ownTrade(viewer), { _id: 1 }).lean()).map(({ _id }) => _id);
