import { type LeadFilter } from '../../generated/graphql';
import { acceptedLeads } from '../leads';
import { Listings } from './model';

interface Part {
  limit: number;
  /** The lead behind which to begin. */
  after?: string | null | undefined;
}

/** The agency's accepted leads that a filter names and that no listing holds, at most `limit`, the oldest first. */
export async function findUnlisted(
  agencyId: string,
  filter: LeadFilter,
  { limit, after }: Part,
): Promise<{ leadIds: string[]; hasMore: boolean }> {
  const leadIds: string[] = [];
  for await (const batch of acceptedLeads(agencyId, filter, after)) {
    const held = await heldAmong(batch);
    leadIds.push(...batch.filter((id) => !held.has(id)));
    if (leadIds.length > limit) break;
  }
  return { leadIds: leadIds.slice(0, limit), hasMore: leadIds.length > limit };
}

async function heldAmong(leadIds: readonly string[]): Promise<Set<string>> {
  const rows = await Listings.find({ leadIds: { $in: [...leadIds] }, holdsLeads: true }, { leadIds: 1 }).lean();
  return new Set(rows.flatMap((row) => row.leadIds));
}
