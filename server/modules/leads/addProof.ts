import { emit } from '../../platform/outbox';
import { type Lead, Leads } from './model';
import { isVerified, type Proof } from './rules';

/**
 * Adds a proof to a lead in the open transaction, once: with it the lead may be verified. What is on sale of it follows by
 * the event.
 */
export async function addProof(leadId: string, proof: Proof): Promise<void> {
  const fields = { agencyId: 1, proofs: 1, signals: 1 } as const;
  const lead = await Leads.findById(leadId, fields).lean<Pick<Lead, 'agencyId' | 'proofs' | 'signals'>>();
  if (!lead) return;
  const isKnown = lead.proofs.some(
    ({ channel, method, at }) =>
      channel === proof.channel && method === proof.method && at.getTime() === proof.at.getTime(),
  );
  if (isKnown) return;
  const proofs = [...lead.proofs, proof];
  await emit('lead.proven', leadId, { leadId, agencyId: lead.agencyId });
  await Leads.updateOne({ _id: leadId }, { $set: { proofs, isVerified: isVerified(proofs, lead.signals) } });
}
