import { now } from '../../../platform/clock';
import { emit } from '../../../platform/outbox';
import { holdUnanswered } from '../confirm/holdUnanswered';
import { LeadContacts, Leads, type Lead, type LeadContactRow } from '../model';
import { nameOfFurther } from '../vault/furtherContacts';
import { isOtherAnswered, promote } from '../vault/promoteFurther';
import { openIfSound } from '../vault/sealContact';
import { contestedOn, rivalsOn } from './contested';
import { previewOf } from './correctContact';
import { type ProvenContact } from './leadsOfPerson';
import { sealedAnew } from '../vault/sealedAnew';

const REASON = 'Whoever has the contact given first took it back; the person had given another.';

/**
 * Of two requests with one contact in common: takes what came with the first out of the lead, by the will of who has it, and
 * has the lead go on as the other request, held until its person has answered. What was first stands beside it then. In the
 * open transaction.
 */
export async function givePlaceToRival(
  leadId: string,
  proven: readonly ProvenContact[],
  because: 'WITHDRAWN' | 'ERASED',
): Promise<void> {
  const lead = await Leads.findById(leadId).lean<Lead>();
  const row = await LeadContacts.findById(leadId).lean<LeadContactRow>();
  const channel = lead && row && contestedOn(proven, row, lead);
  const next = channel && rivalsOn(row, channel).at(-1);
  if (!channel || !next) return;
  const unsure = (await isOtherAnswered(row, channel, next.at)) ? [] : [channel];
  const promoted = await promote(lead, row, channel, next, {
    act: 'withdrawConsent',
    reason: REASON,
    at: now(),
    unsure,
  });
  if (!promoted) return;
  if (because === 'ERASED' && lead.batchId !== null)
    await emit('batch.holdsErased', lead.batchId, { batchId: lead.batchId });
  await forgetFirst(promoted, nameOfFurther(leadId, next));
  if (unsure.length > 0) await holdUnanswered(promoted, 'AFTER_WITHDRAWAL');
}

/** What was told with the contact that goes: its name where the other request gave one, and every answer. */
export async function forgetFirst(lead: Lead, name: string | null): Promise<void> {
  const row = await LeadContacts.findById(lead._id).lean<LeadContactRow>();
  const opened = row && openIfSound(row._id, row.sealed, 'is left as it is');
  if (!row || !opened) return;
  const { consentIp: _ip, ...before } = opened;
  const contact = { ...before, name: name ?? before.name, details: [] };
  await LeadContacts.updateOne(
    { _id: row._id },
    { $set: sealedAnew(row, contact, null) },
    { overwriteImmutable: true },
  );
  const change = { answers: [], preview: previewOf(lead, contact) };
  await Leads.updateOne({ _id: lead._id }, { $set: change, $unset: { source: 1 } });
}
