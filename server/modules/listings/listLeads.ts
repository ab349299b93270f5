import { type ListLeadsInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { invalidInput } from '../../platform/errors';
import { findListable, type RefusedLead, refusedLead } from './listable';
import { type Listing, Listings } from './model';
import { newSingle } from './newListing';
import { requireActiveAgency } from './policy';
import { readTerms } from './terms';
import { findUnlisted } from './findUnlisted';
import { withdrawUnfit } from './withdrawUnfit';

const MOST_AT_ONCE = 1000;

export interface ListedLeads {
  listings: Listing[];
  refused: RefusedLead[];
  /** True when the filter has further leads. */
  hasMore: boolean;
  /** The last lead of the filter that was looked at: where the next call begins. */
  lastLeadId: string | null;
}

/**
 * Puts the agency's accepted leads on sale one by one, by id or by filter. Each stands for itself: one that cannot be
 * listed is told with its reason. Listing the same lead twice, also at the same moment, lists it once. Throws
 * AgencyNotActive, InvalidInput.
 */
export async function listLeads(viewer: Viewer, input: ListLeadsInput): Promise<ListedLeads> {
  await requireActiveAgency(viewer);
  const terms = readTerms(input.terms);
  const { leadIds, hasMore, lastLeadId } = await chosenLeads(viewer, input);
  const { listable, refused } = await findListable(viewer.organisationId, leadIds, terms.maxSales);
  const at = now();
  const rows = listable.map((found) => newSingle(found, terms, at));
  const { inserted, late } = await insertApart(rows);
  const unfit = await withdrawUnfit(inserted);
  return {
    listings: inserted.filter(({ leadIds: [leadId] }) => !unfit.has(leadId!)),
    refused: [
      ...refused,
      ...late.map((leadId) => refusedLead(leadId, 'ALREADY_LISTED')),
      ...[...unfit].map((leadId) => refusedLead(leadId, 'NOT_ACCEPTED')),
    ],
    hasMore,
    lastLeadId,
  };
}

async function chosenLeads(
  { organisationId }: Viewer,
  { leadIds, filter, first, afterLeadId }: ListLeadsInput,
): Promise<{ leadIds: string[]; hasMore: boolean; lastLeadId: string | null }> {
  if (Boolean(leadIds) === Boolean(filter)) throw invalidInput('Give ids or a filter, one of the two.', ['leadIds']);
  const limit = first ?? MOST_AT_ONCE;
  if (limit < 1 || limit > MOST_AT_ONCE) throw invalidInput(`Give 1 to ${MOST_AT_ONCE}.`, ['first']);
  if (filter) {
    const found = await findUnlisted(organisationId, filter, { limit, after: afterLeadId });
    return { ...found, lastLeadId: found.leadIds.at(-1) ?? null };
  }
  const ids = leadIds ?? [];
  if (ids.length === 0 || ids.length > MOST_AT_ONCE) {
    throw invalidInput(`Give 1 to ${MOST_AT_ONCE} leads.`, ['leadIds']);
  }
  return { leadIds: ids, hasMore: false, lastLeadId: null };
}

/** Inserts each row by itself; the unique index refuses those whose lead was listed meanwhile. */
async function insertApart(rows: readonly Listing[]): Promise<{ inserted: Listing[]; late: string[] }> {
  if (rows.length === 0) return { inserted: [], late: [] };
  const refusedAt = new Set<number>();
  try {
    await Listings.insertMany(rows, { lean: true, ordered: false });
  } catch (error) {
    const { writeErrors } = error as { writeErrors?: { code?: number; index: number }[] };
    if (!writeErrors || writeErrors.some(({ code }) => code !== 11000)) throw error;
    for (const { index } of writeErrors) refusedAt.add(index);
  }
  return {
    inserted: rows.filter((_row, index) => !refusedAt.has(index)),
    late: rows.filter((_row, index) => refusedAt.has(index)).flatMap(({ leadIds }) => leadIds),
  };
}
