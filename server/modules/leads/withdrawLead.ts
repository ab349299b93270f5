import { type WithdrawLeadInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { requireReason } from '../../platform/reasons';
import { inTransaction } from '../../platform/transaction';
import { type Lead, LeadContacts } from './model';
import { moveLead } from './moveLead';
import { mayWithdraw } from './policy';
import { soldAmong } from './shelf';

/**
 * Takes an own lead off the market; listings of it are withdrawn by the event. It still stands for its person: once it was
 * sold to anybody whoever brings it, else where its own agency does, for nothing becomes new by being taken back. Another
 * agency's request of somebody whom nobody bought is a lead of its own.
 */
export async function withdrawLead(viewer: Viewer, { leadId, reason }: WithdrawLeadInput): Promise<{ lead: Lead }> {
  const move = { leadId, act: 'withdrawLead', reason: requireReason(reason) } as const;
  const lead = await inTransaction(async () => {
    const moved = await moveLead(viewer, move, (lead) => mayWithdraw(viewer, lead));
    if (!(await soldAmong([leadId])).has(leadId))
      await LeadContacts.updateOne({ _id: leadId }, { $set: { standsOnlyFor: moved.agencyId } });
    return moved;
  });
  return { lead };
}
