import { now } from '../../../platform/clock';
import { emit } from '../../../platform/outbox';
import { inTransaction } from '../../../platform/transaction';
import { type EventTopics } from '../../events';
import { type Lead, Leads } from '../model';
import { isVerified } from '../rules';

/**
 * Notes on the lead what a dispute found of it, for the figures of the rules: that it was none, or, where the claim was
 * refused, that it was sound: what was found before weighs against a proof no longer. Outcomes that say nothing of the lead
 * itself are not noted.
 */
export async function noteVerdict({ leadId, outcome, isLeadCondemned }: EventTopics['dispute.decided']): Promise<void> {
  const isPseudo = isLeadCondemned ? true : outcome === 'REJECTED' ? false : null;
  if (isPseudo === null || leadId === null) return;
  await inTransaction(async () => {
    const lead = await Leads.findById(leadId).lean<Lead>();
    if (!lead) return;
    const verdict = { isPseudo, by: 'DISPUTE' as const, at: now() };
    const verified = isVerified(lead.signals, { ...lead, verdict });
    if (verified !== lead.isVerified) await emit('lead.proven', leadId, { leadId, agencyId: lead.agencyId });
    await Leads.updateOne({ _id: leadId }, { $set: { verdict, isVerified: verified } });
  });
}
