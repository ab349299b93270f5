import { type Lead, Leads } from './model';
import { isVerified, type Proof } from './rules';

/** Adds a proof to a lead in the open transaction, once: with it the lead may be verified. */
export async function addProof(leadId: string, proof: Proof): Promise<void> {
  const lead = await Leads.findById(leadId, { proofs: 1, signals: 1 }).lean<Pick<Lead, 'proofs' | 'signals'>>();
  if (!lead) return;
  const isKnown = lead.proofs.some(
    ({ channel, method, at }) =>
      channel === proof.channel && method === proof.method && at.getTime() === proof.at.getTime(),
  );
  if (isKnown) return;
  const proofs = [...lead.proofs, proof];
  await Leads.updateOne({ _id: leadId }, { $set: { proofs, isVerified: isVerified(proofs, lead.signals) } });
}
