import { leadsById } from '../leads';
import { type Listing } from './model';
import { withdrawLeads } from './withdrawLeads';

/**
 * Takes off again what was withdrawn or rejected between the look and the write, and tells which leads those were:
 * whoever takes a lead back after this look finds the listing, so one of the two always sees the other.
 */
export async function withdrawUnfit(listings: readonly Listing[]): Promise<Set<string>> {
  const unfit = await notAccepted(listings.flatMap(({ leadIds }) => leadIds));
  if (unfit.length > 0) await withdrawLeads(unfit);
  return new Set(unfit);
}

/** Those of the leads that may not be sold: they were rejected, quarantined or withdrawn. */
export async function notAccepted(leadIds: readonly string[]): Promise<string[]> {
  if (leadIds.length === 0) return [];
  const leads = await leadsById(leadIds);
  return leadIds.filter((id) => leads.get(id)?.state !== 'ACCEPTED');
}
