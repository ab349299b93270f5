import { type LeadFilter } from '../../generated/graphql';
import { Leads, type Lead } from './model';
import { whereOf } from './pageOfLeads';

const BATCH = 1000;

/** Ids of an agency's accepted leads that a filter names (its states are not looked at), the oldest first, in batches. */
export async function* acceptedLeads(agencyId: string, filter: LeadFilter): AsyncGenerator<string[]> {
  const where = { ...whereOf(filter), agencyId, state: 'ACCEPTED' as const };
  let last: Pick<Lead, '_id' | 'submittedAt'> | undefined;
  for (;;) {
    const { submittedAt, _id } = last ?? {};
    const rest = last ? { $or: [{ submittedAt: { $gt: submittedAt } }, { submittedAt, _id: { $gt: _id } }] } : {};
    const rows = await Leads.find({ ...where, ...rest }, { submittedAt: 1 })
      .sort({ submittedAt: 1, _id: 1 })
      .limit(BATCH)
      .lean<Pick<Lead, '_id' | 'submittedAt'>[]>();
    if (rows.length > 0) yield rows.map((row) => row._id);
    if (rows.length < BATCH) return;
    last = rows.at(-1);
  }
}
