import { type LeadFilter } from '../../generated/graphql';
import { Leads, type Lead } from './model';
import { whereOf } from './pageOfLeads';

const BATCH = 1000;

type Place = Pick<Lead, '_id' | 'submittedAt'>;

/**
 * Ids of an agency's accepted leads that a filter names (its states are not looked at), the oldest first, in batches.
 * Begins behind `afterId`, a lead of the agency; an id that is none of them begins with the first.
 */
export async function* acceptedLeads(
  agencyId: string,
  filter: LeadFilter,
  afterId: string | null = null,
): AsyncGenerator<string[]> {
  const where = { ...whereOf(filter), agencyId, state: 'ACCEPTED' as const };
  let last = afterId === null ? null : await placeOf(agencyId, afterId);
  for (;;) {
    const rows = await Leads.find({ ...where, ...behind(last) }, { submittedAt: 1 })
      .sort({ submittedAt: 1, _id: 1 })
      .limit(BATCH)
      .lean<Place[]>();
    if (rows.length > 0) yield rows.map((row) => row._id);
    if (rows.length < BATCH) return;
    last = rows.at(-1) ?? null;
  }
}

const placeOf = (agencyId: string, leadId: string): Promise<Place | null> =>
  Leads.findOne({ _id: leadId, agencyId }, { submittedAt: 1 }).lean<Place>();

const behind = (last: Place | null): object =>
  last
    ? { $or: [{ submittedAt: { $gt: last.submittedAt } }, { submittedAt: last.submittedAt, _id: { $gt: last._id } }] }
    : {};
