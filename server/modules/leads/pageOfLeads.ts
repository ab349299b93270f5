import { type LeadFilter, type QueryLeadsArgs, type QueryQuarantineArgs } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import {
  type BoundedCount,
  boundedCount,
  connection,
  cursorMoment,
  MOST_COUNTED,
  pageArgs,
  type Connection,
} from '../../platform/pages';
import { nicheTree, regionTree, type Tree } from '../catalog';
import { Leads, type Lead } from './model';

type Where = Record<string, unknown>;

/** A node of a tree with everything under it, as ids. */
export function withChildren<T extends { _id: string; parentId: string | null }>(tree: Tree<T>, id: string): string[] {
  const [from, to] = tree.rangeOf(id);
  return tree
    .list()
    .slice(from, to + 1)
    .map(({ _id }) => _id);
}

/** What the filter means in the database. Facts only: there is no way to ask by contact (S16). */
export function whereOf(filter: LeadFilter | null | undefined): Where {
  const where: Where = {};
  if (!filter) return where;
  if (filter.states && filter.states.length > 0) where.state = { $in: filter.states };
  if (filter.nicheId) where.nicheId = { $in: withChildren(nicheTree(), filter.nicheId) };
  if (filter.regionId) Object.assign(where, whereIn(filter.regionId));
  for (const key of ['batchId', 'temperature', 'contactKind', 'channel', 'isVerified'] as const) {
    const value = filter[key];
    if (value !== null && value !== undefined) where[key] = value;
  }
  return where;
}

/** A country by its code, since it has thousands of cities; anything smaller by what lies in it. */
function whereIn(regionId: string): Where {
  const region = regionTree().byId(regionId);
  return region?.kind === 'COUNTRY'
    ? { countryCode: region.countryCode }
    : { regionId: { $in: withChildren(regionTree(), regionId) } };
}

/** A page of leads by (submittedAt, _id) in one direction; the cursor is that pair, so nothing shifts a page. */
async function page(
  where: Where,
  direction: 1 | -1,
  args: Pick<QueryLeadsArgs, 'first' | 'after'>,
): Promise<Connection<Lead>> {
  const { limit, after } = pageArgs(args);
  const beyond = direction === 1 ? '$gt' : '$lt';
  const from = after && cursorMoment(after[0]);
  const rest = from
    ? { $or: [{ submittedAt: { [beyond]: from } }, { submittedAt: from, _id: { [beyond]: String(after[1]) } }] }
    : {};
  const rows = await Leads.find({ ...where, ...rest })
    .sort({ submittedAt: direction, _id: direction })
    .limit(limit + 1)
    .lean<Lead[]>();
  return connection(rows, limit, ({ submittedAt, _id }) => [submittedAt.getTime(), _id]);
}

/** The viewer agency's own leads, newest first. */
export const leadsOfAgency = (
  viewer: Viewer,
  { filter, ...args }: Partial<QueryLeadsArgs>,
): Promise<Connection<Lead>> => page({ agencyId: viewer.organisationId, ...whereOf(filter) }, -1, args);

/** What waits for a moderator, the longest waiting first. */
export const quarantined = (args: Partial<QueryQuarantineArgs>): Promise<Connection<Lead>> =>
  page({ state: 'QUARANTINED' }, 1, args);

/** How many wait for a moderator. That each has a moment is said so that the index of the queue is used. */
export async function countQuarantined(): Promise<BoundedCount> {
  const where: Where = { state: 'QUARANTINED', submittedAt: { $gte: new Date(0) } };
  return boundedCount(await Leads.countDocuments(where, { limit: MOST_COUNTED + 1 }));
}
