import { type WithdrawLeadInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { requireReason } from '../../platform/reasons';
import { type Lead } from './model';
import { moveLead } from './moveLead';
import { mayWithdraw } from './policy';

/** Takes an own lead off the market; listings of it are withdrawn by the event. It still stands for its person. */
export async function withdrawLead(viewer: Viewer, { leadId, reason }: WithdrawLeadInput): Promise<{ lead: Lead }> {
  const move = { leadId, act: 'withdrawLead', reason: requireReason(reason) } as const;
  return { lead: await moveLead(viewer, move, (lead) => mayWithdraw(viewer, lead)) };
}
