import { type QueryTrackedNumbersArgs } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { type Connection, connection, olderThan, pageArgs } from '../../../platform/pages';
import { type TrackedNumber, TrackedNumbers } from '../model';

/** The numbers of the viewer's agency that it has or had, newest first; only those of one campaign where one is given. */
export async function readNumbers(
  { organisationId }: Viewer,
  { campaignId, first, after: cursor }: QueryTrackedNumbersArgs,
): Promise<Connection<TrackedNumber>> {
  const { limit, after } = pageArgs({ first, after: cursor });
  const own = { agencyId: organisationId, state: { $ne: 'WANTED' as const }, ...(campaignId ? { campaignId } : {}) };
  const rows = await TrackedNumbers.find({ $and: [own, olderThan('createdAt', after)] })
    .sort({ createdAt: -1, _id: -1 })
    .limit(limit + 1)
    .lean<TrackedNumber[]>();
  return connection(rows, limit, ({ createdAt, _id }) => [createdAt.toISOString(), _id]);
}

/** The numbers of these ids, whoever's. */
export async function numbersById(ids: readonly string[]): Promise<(TrackedNumber | null)[]> {
  const rows = await TrackedNumbers.find({ _id: { $in: [...ids] } }).lean<TrackedNumber[]>();
  const found = new Map(rows.map((row) => [row._id, row]));
  return ids.map((id) => found.get(id) ?? null);
}
