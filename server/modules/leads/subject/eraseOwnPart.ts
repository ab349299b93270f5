import { emit } from '../../../platform/outbox';
import { moveByPerson } from '../confirm/answer';
import { closeOthers } from '../confirm/closeQuestions';
import { LeadContacts, Leads, type Lead, type LeadContactRow, type TouchRow } from '../model';
import { dropFurther, HASH_OF } from '../vault/furtherContacts';
import { namesOfTouches } from '../vault/namesGiven';
import { openIfSound } from '../vault/sealContact';
import { takeBack } from '../vault/takeBack';
import { forgetInOthers } from './eraseLead';
import { forgetFirst } from './givePlaceToRival';
import { type ProvenContact } from './leadsOfPerson';
import { noteWord } from './noteWord';

const REASON = 'The person of a contact that came first had it erased; the request came again by another.';

/**
 * Erases of a lead what came with the contact that was proven, where repeats came by the other one alone: the request ends,
 * its agency and its buyers are told to erase it, and it stands for nobody who asks again. What the repeats brought stays
 * under the contact by which they came, for its holder to see and to erase. In the open transaction; false where the contact
 * does not open.
 */
export async function eraseOwnPart(
  lead: Lead,
  row: LeadContactRow,
  proven: readonly ProvenContact[],
  ofOthers: readonly TouchRow[],
): Promise<boolean> {
  if (!openIfSound(row._id, row.sealed, 'is erased whole')) return false;
  const { _id: leadId, agencyId, batchId } = lead;
  const told = { leadId, agencyId, agencyIds: [agencyId], repeats: [], because: 'PERSON' as const };
  await emit('lead.erased', leadId, told);
  if (batchId !== null) await emit('batch.holdsErased', batchId, { batchId });
  await closeOthers({ leadId, contactHash: null }, 'withdrawConsent');
  await noteWord(leadId, 'ERASED');
  await moveByPerson(lead, 'withdrawConsent', REASON);
  await forgetInOthers(row);
  // What another agency's repeat said is told to its person alone.
  const own = ofOthers.filter((touch) => touch.agencyId === agencyId).map(({ _id }) => ({ touchId: _id }));
  await forgetFirst(lead, namesOfTouches(row, own).at(-1) ?? null);
  for (const { channel, hash } of proven) {
    const now = await LeadContacts.findById(leadId).lean<LeadContactRow>();
    if (now?.[HASH_OF[channel]] === hash) await takeBack(now, channel);
    if (now) await dropFurther(now, channel, hash);
  }
  await LeadContacts.updateOne(
    { _id: leadId },
    { $set: { isStanding: false }, $pullAll: { furtherHashes: proven.map(({ hash }) => hash) } },
  );
  await Leads.updateOne({ _id: leadId }, { $set: { externalId: null, likeness: null } });
  return true;
}
