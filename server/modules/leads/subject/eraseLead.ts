import { systemViewer } from '../../../graphql/viewer';
import { emit, emitAll } from '../../../platform/outbox';
import { forgetApart } from '../confirm/apart';
import { Confirmations } from '../confirm/model';
import { standsForLead } from '../confirm/standsFor';
import { LeadContacts, Leads, type Lead, type LeadContactRow, Touches } from '../model';
import { moveLead } from '../moveLead';
import { KeptConsents } from './keptConsents';
import { noteWord } from './noteWord';

/** By whose will a contact goes: its person's, or the calendar's. */
export type ErasedBecause = 'PERSON' | 'RETENTION';

export const ERASED_REASONS: Readonly<Record<ErasedBecause, string>> = {
  PERSON: 'The person had their data erased.',
  RETENTION: 'The time was over for which contacts of this niche are kept.',
};

/**
 * Erases who the person of a lead is, in the open transaction: the contact with its key, every hash and candidate key, the
 * sealed parts of consent and answers, the touches, what others were compared with, questions that were asked, the masked
 * name, the answers and the tags of a form. What stays says nothing of anybody: facts, signals, the record of consent,
 * sales and the journal. Uploads that hold the person, and recorded calls, go by the events. False where there is no
 * contact any more.
 */
export async function eraseLead(leadId: string, because: ErasedBecause): Promise<boolean> {
  const lead = await Leads.findById(leadId).lean<Lead>();
  const contact = await LeadContacts.findById(leadId).lean<LeadContactRow>();
  if (!lead || !contact) return false;
  const touches = await Touches.find({ leadId }).lean();
  const agencyIds = [...new Set([lead.agencyId, ...touches.map(({ agencyId }) => agencyId)])];
  const repeats = touches.map(({ agencyId, at }) => ({ agencyId, at: at.toISOString() }));
  await emit('lead.erased', leadId, { leadId, agencyId: lead.agencyId, agencyIds, repeats, because });
  const batchIds = new Set([lead.batchId, ...touches.map(({ batchId }) => batchId)].filter((id) => id !== null));
  await emitAll(
    [...batchIds].map((batchId) => ({ topic: 'batch.holdsErased', aggregate: batchId, payload: { batchId } })),
  );
  await KeptConsents.updateOne(
    { _id: leadId },
    { $setOnInsert: { agencyId: contact.agencyId, consent: contact.consent } },
    { upsert: true },
  );
  await forgetInOthers(contact);
  await LeadContacts.deleteOne({ _id: leadId });
  await Touches.deleteMany({ leadId });
  await Confirmations.deleteMany({ leadId });
  await forgetApart({ standsFor: agencyIds.map((agencyId) => standsForLead(agencyId, leadId)) });
  await Leads.updateOne(
    { _id: leadId },
    { $set: { answers: [], preview: '', externalId: null, likeness: null }, $unset: { source: 1 } },
  );
  if (because === 'PERSON') await noteWord(leadId, 'ERASED');
  await moveLead(systemViewer, { leadId, act: 'eraseLead', reason: ERASED_REASONS[because] }, () => true);
  return true;
}

/** Verdicts on other leads name this person by the hash of its details. */
export async function forgetInOthers({ personHash }: LeadContactRow): Promise<void> {
  if (personHash === undefined) return;
  for (const field of ['sameAs', 'differentFrom'] as const)
    await LeadContacts.updateMany({ [field]: personHash }, { $pull: { [field]: personHash } });
}
