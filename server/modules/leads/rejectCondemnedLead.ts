import { systemViewer } from '../../graphql/viewer';
import { type EventTopics } from '../events';
import { Leads } from './model';
import { moveLead } from './moveLead';
import { MOVES, type LeadState } from './rules';

const REASON = 'Found in a dispute to be no lead that may be sold.';

/**
 * Rejects the lead that a dispute found to be none, so that no second buyer gets it and it cannot be listed again. What
 * was sold of it before stays as it is. Does nothing where the lead has left the market already: news comes twice.
 */
export async function rejectCondemnedLead({ leadId, isLeadCondemned }: EventTopics['dispute.decided']): Promise<void> {
  if (!isLeadCondemned || leadId === null) return;
  const from: readonly LeadState[] = MOVES.rejectLead.from;
  if (await Leads.exists({ _id: leadId, state: { $in: from } })) {
    await moveLead(systemViewer, { leadId, act: 'rejectLead', reason: REASON }, () => true);
  }
}
