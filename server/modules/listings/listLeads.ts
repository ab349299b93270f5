import { type ListLeadsInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { now } from '../../platform/clock';
import { busy, invalidInput } from '../../platform/errors';
import { together } from '../../platform/inputs';
import { duplicateKeyOf } from '../../platform/transaction';
import { findListable, type RefusedLead, refusedLead } from './listable';
import { type Listing, Listings } from './model';
import { newSingle } from './newListing';
import { onceIfKeyed } from './onceIfKeyed';
import { requireActiveAgency } from './policy';
import { listingsById } from './readListings';
import { readTerms, type SaleTerms } from './terms';
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
 * listed is told with its reason. Answers in the order they were asked for. Listing the same lead twice, also at the
 * same moment, lists it once; the same client key gives the same answer. Throws AgencyNotActive, InvalidInput,
 * Conflict, Busy.
 */
export async function listLeads(viewer: Viewer, input: ListLeadsInput): Promise<ListedLeads> {
  await requireActiveAgency(viewer);
  const [terms] = together(
    () => readTerms(input.terms),
    () => checkChoice(input),
  );
  const { listingIds, ...told } = await listOnce(viewer, input, terms);
  const found = await listingsById(listingIds);
  const made = listingIds.flatMap((id) => found.get(id) ?? []);
  const unfit = await withdrawUnfit(made.filter(({ status }) => status === 'LISTED'));
  return {
    ...told,
    listings: made.filter(({ leadIds: [leadId] }) => !unfit.has(leadId!)),
    refused: [...told.refused, ...[...unfit].map((leadId) => refusedLead(leadId, 'NOT_ACCEPTED'))],
  };
}

/** What was done, as plain data that a repeat under the same client key gets again. */
type Told = Omit<ListedLeads, 'listings'> & { listingIds: string[] };
type Insert = (rows: readonly Listing[]) => Promise<{ inserted: Listing[]; late: string[] }>;

/** How often a keyed call looks anew when others list the same leads at the same moment. */
const MOST_TRIES = 3;

async function listOnce(viewer: Viewer, input: ListLeadsInput, terms: SaleTerms): Promise<Told> {
  if (!input.clientKey) return list(viewer, input, terms, insertApart);
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    try {
      return await onceIfKeyed(viewer, 'listLeads', input, () => list(viewer, input, terms, insertTogether));
    } catch (error) {
      if (duplicateKeyOf(error)?.keyPattern !== 'leadIds') throw error;
    }
  }
  throw busy();
}

async function list(viewer: Viewer, input: ListLeadsInput, terms: SaleTerms, insert: Insert): Promise<Told> {
  const { leadIds, hasMore, lastLeadId } = await chosenLeads(viewer, input);
  const { listable, refused } = await findListable(viewer.organisationId, leadIds, terms.maxSales);
  const at = now();
  const { inserted, late } = await insert(listable.map((found) => newSingle(found, terms, at)));
  return {
    listingIds: inserted.map(({ _id }) => _id),
    refused: [...refused, ...late.map((leadId) => refusedLead(leadId, 'ALREADY_LISTED'))],
    hasMore,
    lastLeadId,
  };
}

/** Leads are chosen by their ids or by a filter, and not too many at once. */
function checkChoice({ leadIds, filter, first }: ListLeadsInput): void {
  if (Boolean(leadIds) === Boolean(filter)) throw invalidInput('Give ids or a filter, one of the two.', ['leadIds']);
  const limit = first ?? MOST_AT_ONCE;
  if (limit < 1 || limit > MOST_AT_ONCE) throw invalidInput(`Give 1 to ${MOST_AT_ONCE}.`, ['first']);
  if (leadIds && (leadIds.length === 0 || leadIds.length > MOST_AT_ONCE)) {
    throw invalidInput(`Give 1 to ${MOST_AT_ONCE} leads.`, ['leadIds']);
  }
}

async function chosenLeads(
  { organisationId }: Viewer,
  { leadIds, filter, first, afterLeadId }: ListLeadsInput,
): Promise<{ leadIds: string[]; hasMore: boolean; lastLeadId: string | null }> {
  if (!filter) return { leadIds: leadIds ?? [], hasMore: false, lastLeadId: null };
  const found = await findUnlisted(organisationId, filter, { limit: first ?? MOST_AT_ONCE, after: afterLeadId });
  return { ...found, lastLeadId: found.leadIds.at(-1) ?? null };
}

/** Inserts all rows in the open transaction; one whose lead was listed meanwhile ends it, as a duplicate key. */
async function insertTogether(rows: readonly Listing[]): Promise<{ inserted: Listing[]; late: string[] }> {
  if (rows.length > 0) await Listings.insertMany(rows, { lean: true });
  return { inserted: [...rows], late: [] };
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
