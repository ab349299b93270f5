import { type QueryCampaignApplicationsArgs } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { idFrom } from '../../../platform/ids';
import { type Connection, connection, olderThan, pageArgs } from '../../../platform/pages';
import { type Application, applicationFrom, type ApplicationRow, Applications } from '../model';
import { ownTrade } from '../policy';

/** Applications to a business's campaigns, or those of an agency, all to staff; newest first. */
export async function readApplications(
  viewer: Viewer,
  { campaignId, state, first, after: cursor }: QueryCampaignApplicationsArgs,
): Promise<Connection<Application>> {
  const { limit, after } = pageArgs({ first, after: cursor });
  const match = {
    ...ownTrade(viewer),
    ...(campaignId ? { campaignId } : {}),
    ...(state ? { state } : {}),
  };
  const rows = await Applications.find({ $and: [match, olderThan('appliedAt', after)] })
    .sort({ appliedAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<ApplicationRow[]>();
  return connection(rows.map(applicationFrom), limit, ({ appliedAt, _id }) => [appliedAt.toISOString(), _id]);
}

/** The applications of an agency to these campaigns, by campaign. */
export async function applicationsOf(
  agencyId: string,
  campaignIds: readonly string[],
): Promise<Map<string, Application>> {
  const ids = campaignIds.map((campaignId) => idFrom('application', campaignId, agencyId));
  const rows = await Applications.find({ _id: { $in: ids } }).lean<ApplicationRow[]>();
  return new Map(rows.map((row) => [row.campaignId, applicationFrom(row)]));
}

/** What an agency asked of a campaign; null where it never did. */
export const applicationOf = async (agencyId: string, campaignId: string): Promise<Application | null> =>
  (await applicationsOf(agencyId, [campaignId])).get(campaignId) ?? null;
