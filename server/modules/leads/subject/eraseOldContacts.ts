import { after, DAY } from '../../../platform/clock';
import { type PeriodicJob } from '../../../platform/manifest';
import { inTransaction } from '../../../platform/transaction';
import { nicheTree } from '../../catalog';
import { LeadContacts, Leads, type Lead } from '../model';
import { eraseLead } from './eraseLead';

const PAGE = 200;

/**
 * Erases the contacts of leads that are older than their niche keeps them, sold ones too; what they were sold for stays.
 * Goes through what is older than the shortest of these times.
 */
export const eraseOldContacts: PeriodicJob = {
  name: 'leads.eraseOldContacts',
  everySeconds: 6 * 60 * 60,
  async run(now) {
    const kept = nicheTree().list();
    const shortest = Math.min(...kept.map(({ retentionDays }) => retentionDays));
    if (!Number.isFinite(shortest)) return 0;
    const daysOf = new Map(kept.map(({ _id, retentionDays }) => [_id, retentionDays]));
    let erased = 0;
    let last = '';
    for (;;) {
      const rows = await LeadContacts.find({ _id: { $gt: last }, at: { $lt: after(now, -shortest * DAY) } }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(PAGE)
        .lean<{ _id: string }[]>();
      for (const lead of await leadsOf(rows)) {
        const days = daysOf.get(lead.nicheId) ?? shortest;
        if (lead.submittedAt >= after(now, -days * DAY)) continue;
        if (await inTransaction(() => eraseLead(lead._id, 'RETENTION'), 'bulk')) erased++;
      }
      if (rows.length < PAGE) return erased;
      last = rows.at(-1)!._id;
    }
  },
};

const leadsOf = (rows: readonly { _id: string }[]): Promise<Pick<Lead, '_id' | 'nicheId' | 'submittedAt'>[]> =>
  Leads.find({ _id: { $in: rows.map(({ _id }) => _id) } }, { nicheId: 1, submittedAt: 1 }).lean<
    Pick<Lead, '_id' | 'nicheId' | 'submittedAt'>[]
  >();
