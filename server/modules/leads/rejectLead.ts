import { type RejectLeadInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { requireReason } from '../../platform/reasons';
import { type Lead } from './model';
import { moveLead } from './moveLead';
import { mayModerate } from './policy';

/**
 * A moderator finds that a lead is none. What was on sale of it is withdrawn by the event, and it no longer stands for
 * its person: a corrected one may be sent.
 */
export async function rejectLead(viewer: Viewer, { leadId, reason }: RejectLeadInput): Promise<{ lead: Lead }> {
  const words = requireReason(reason);
  return { lead: await moveLead(viewer, leadId, 'rejectLead', words, () => mayModerate(viewer)) };
}
