import { type RejectLeadInput } from '../../generated/graphql';
import { type Viewer } from '../../graphql/viewer';
import { requireReason } from '../../platform/reasons';
import { type Lead } from './model';
import { moveLead } from './moveLead';
import { mayModerate } from './policy';

/**
 * A moderator finds that a lead is none. What was on sale of it is withdrawn by the event, and it no longer stands for
 * its person: a corrected one may be sent. Who names the state that was decided on overturns nobody's decision since.
 */
export async function rejectLead(
  viewer: Viewer,
  { leadId, reason, expectedState }: RejectLeadInput,
): Promise<{ lead: Lead }> {
  const words = requireReason(reason);
  const move = { leadId, act: 'rejectLead', reason: words, expectedState } as const;
  return { lead: await moveLead(viewer, move, () => mayModerate(viewer)) };
}
