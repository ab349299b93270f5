import { systemViewer } from '../../graphql/viewer';
import { emit } from '../../platform/outbox';
import { type Lead, Leads } from './model';
import { moveLead } from './moveLead';
import { isAnsweredHere, isHeldNoMore, isVerified, type Proof } from './rules';

const REASON = 'The person answered on the contact that was in doubt.';

/**
 * Adds a proof to a lead in the open transaction, once: with it the lead may be verified, and leave quarantine where the
 * person's own answer refutes what held it. What is on sale of it follows by the event.
 */
export async function addProof(leadId: string, proof: Proof): Promise<void> {
  const lead = await Leads.findById(leadId).lean<Lead>();
  if (!lead) return;
  const isKnown = lead.proofs.some(
    ({ channel, method, at }) =>
      channel === proof.channel && method === proof.method && at.getTime() === proof.at.getTime(),
  );
  if (isKnown) return;
  const proofs = [...lead.proofs, proof];
  await emit('lead.proven', leadId, { leadId, agencyId: lead.agencyId });
  const proven = { ...lead, proofs };
  await Leads.updateOne({ _id: leadId }, { $set: { proofs, isVerified: isVerified(lead.signals, proven) } });
  if (isAnsweredHere(proof)) await releaseAnswered(proven);
}

/** Lets a lead pass that nothing holds any more since its person has answered. In the open transaction. */
export async function releaseAnswered(lead: Lead): Promise<void> {
  if (isHeldNoMore(lead))
    await moveLead(systemViewer, { leadId: lead._id, act: 'confirmRequest', reason: REASON }, () => true);
}
