import { type LeadFilter } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { badUserInput } from '../../platform/errors';
import {
  type BoundedCount,
  connection,
  type Connection,
  MOST_COUNTED,
  pageArgs,
  type PageArgs,
} from '../../platform/pages';
import { type Lead, leadsById } from '../leads';
import { findUnlisted } from './findUnlisted';

/** A page of the agency's accepted leads that no listing holds, the longest waiting first. */
export async function readUnlisted(
  { organisationId }: Viewer,
  filter: LeadFilter | null | undefined,
  page: PageArgs,
): Promise<Connection<Lead>> {
  const { limit, after } = pageArgs(page);
  const found = await findUnlisted(organisationId, filter ?? {}, { limit: limit + 1, after: leadOf(after) });
  const leads = await leadsById(found.leadIds);
  const rows = found.leadIds.flatMap((id) => leads.get(id) ?? []);
  return connection(rows, limit, ({ _id }) => [_id]);
}

/** How many leads `listLeads` would meet by this filter. */
export async function countUnlisted(
  { organisationId }: Viewer,
  filter: LeadFilter | null | undefined,
): Promise<BoundedCount> {
  const { leadIds, hasMore } = await findUnlisted(organisationId, filter ?? {}, { limit: MOST_COUNTED });
  return { count: leadIds.length, hasMore };
}

function leadOf(after: unknown[] | null): string | null {
  if (!after) return null;
  const [id] = after;
  if (typeof id !== 'string') throw badUserInput('"after" is not a cursor of this list.');
  return id;
}
