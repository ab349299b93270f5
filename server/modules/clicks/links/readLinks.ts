import { type QueryTrackedLinksArgs } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { type Connection, connection, olderThan, pageArgs } from '../../../platform/pages';
import { type TrackedLink, TrackedLinks } from '../model';

/** The links of the viewer's agency, newest first; only those to one campaign where one is given. */
export async function readLinks(
  { organisationId }: Viewer,
  { campaignId, first, after: cursor }: QueryTrackedLinksArgs,
): Promise<Connection<TrackedLink>> {
  const { limit, after } = pageArgs({ first, after: cursor });
  const where = { ...olderThan('createdAt', after), agencyId: organisationId, ...(campaignId ? { campaignId } : {}) };
  const rows = await TrackedLinks.find(where)
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<TrackedLink[]>();
  return connection(rows, limit, ({ createdAt, _id }) => [createdAt.toISOString(), _id]);
}

/** The links of these ids, whoever's. */
export async function linksById(ids: readonly string[]): Promise<(TrackedLink | null)[]> {
  const rows = await TrackedLinks.find({ _id: { $in: [...ids] } }).lean<TrackedLink[]>();
  const found = new Map(rows.map((row) => [row._id, row]));
  return ids.map((id) => found.get(id) ?? null);
}
