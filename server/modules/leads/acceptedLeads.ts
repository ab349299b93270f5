import { type LeadFilter } from '../../generated/graphql';
import { Leads, type Lead } from './model';
import { whereOf } from './pageOfLeads';

const BATCH = 1000;

type Place = Pick<Lead, '_id' | 'submittedAt'>;

/** Ids of an agency's accepted leads that a filter names (its states are not looked at), the oldest first, in batches. */
export async function* acceptedLeads(agencyId: string, filter: LeadFilter): AsyncGenerator<string[]> {
  const where = { ...whereOf(filter), agencyId, state: 'ACCEPTED' as const };
  let last: Place | undefined;
  for (;;) {
    const rows = await Leads.find({ ...where, ...behind(last) }, { submittedAt: 1 })
      .sort({ submittedAt: 1, _id: 1 })
      .limit(BATCH)
      .lean<Place[]>();
    if (rows.length > 0) yield rows.map((row) => row._id);
    if (rows.length < BATCH) return;
    last = rows.at(-1);
  }
}

const behind = (last: Place | undefined): object =>
  last
    ? { $or: [{ submittedAt: { $gt: last.submittedAt } }, { submittedAt: last.submittedAt, _id: { $gt: last._id } }] }
    : {};
