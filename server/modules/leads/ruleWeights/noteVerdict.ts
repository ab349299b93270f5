import { now } from '../../../platform/clock';
import { type EventTopics } from '../../events';
import { Leads } from '../model';

/**
 * Notes on the lead what a dispute found of it, for the figures of the rules: that it was none, or, where the claim was
 * refused, that it was sound. Outcomes that say nothing of the lead itself are not noted.
 */
export async function noteVerdict({ leadId, outcome, isLeadCondemned }: EventTopics['dispute.decided']): Promise<void> {
  const isPseudo = isLeadCondemned ? true : outcome === 'REJECTED' ? false : null;
  if (isPseudo === null) return;
  await Leads.updateOne({ _id: leadId }, { $set: { verdict: { isPseudo, by: 'DISPUTE', at: now() } } });
}
