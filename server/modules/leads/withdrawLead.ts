import { type WithdrawLeadInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { requireReason } from '../../platform/reasons';
import { type Lead } from './model';
import { moveLead } from './moveLead';
import { mayWithdraw } from './policy';

/** Takes an own lead off the market; listings of it are withdrawn by the event. It still stands for its person. */
export async function withdrawLead(viewer: Viewer, { leadId, reason }: WithdrawLeadInput): Promise<{ lead: Lead }> {
  const words = requireReason(reason);
  return { lead: await moveLead(viewer, leadId, 'withdrawLead', words, (lead) => mayWithdraw(viewer, lead)) };
}
