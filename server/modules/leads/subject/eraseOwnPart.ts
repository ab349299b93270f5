import { emit, emitAll } from '../../../platform/outbox';
import { moveByPerson } from '../confirm/answer';
import { closeOthers } from '../confirm/closeQuestions';
import { LeadContacts, Leads, type Lead, type LeadContactRow, type TouchRow, Touches } from '../model';
import { dropFurther, HASH_OF, keepAlone, nameOfFurther } from '../vault/furtherContacts';
import { formerOf, namesOfTouches } from '../vault/namesGiven';
import { openIfSound } from '../vault/sealContact';
import { takeBack } from '../vault/takeBack';
import { forgetInOthers } from './eraseLead';
import { forgetFirst } from './givePlaceToRival';
import { type ProvenContact } from './leadsOfPerson';
import { noteWord } from './noteWord';

const REASON = 'The person of a contact that came first had it erased; the request came again by another.';

/**
 * Erases of a lead what came with the contact that was proven, where repeats came by the other one alone: the request ends,
 * all who brought or bought it are told to erase it, its buyers have it no more, and it stands for nobody who asks again.
 * What those repeats brought stays under the contact by which they came, for its holder to see and to erase. In the open
 * transaction; false where the contact does not open.
 */
export async function eraseOwnPart(
  lead: Lead,
  row: LeadContactRow,
  proven: readonly ProvenContact[],
  { own, ofOthers }: { own: readonly TouchRow[]; ofOthers: readonly TouchRow[] },
): Promise<boolean> {
  if (!openIfSound(row._id, row.sealed, 'is erased whole')) return false;
  const { _id: leadId, agencyId } = lead;
  await tellOf(lead, own);
  await closeOthers({ leadId, contactHash: null }, 'withdrawConsent');
  await noteWord(leadId, 'ERASED');
  await moveByPerson(lead, 'withdrawConsent', REASON);
  await forgetInOthers(row);
  await Touches.deleteMany({ _id: { $in: own.map(({ _id }) => _id) } });
  // What another agency's repeat said is told to its person alone.
  await forgetFirst(
    lead,
    nameLeft(
      lead,
      row,
      ofOthers.filter((touch) => touch.agencyId === agencyId),
    ),
  );
  for (const { channel, hash } of proven) {
    const now = await LeadContacts.findById(leadId).lean<LeadContactRow>();
    if (now?.[HASH_OF[channel]] === hash) await takeBack(now, channel);
    if (now) await dropFurther(now, channel, hash);
  }
  const left = await LeadContacts.findById(leadId).lean<LeadContactRow>();
  if (left) await keepAlone(left, new Set(ofOthers.map(({ _id }) => _id)));
  await LeadContacts.updateOne(
    { _id: leadId },
    { $set: { isStanding: false }, $pullAll: { furtherHashes: proven.map(({ hash }) => hash) } },
  );
  await Leads.updateOne({ _id: leadId }, { $set: { externalId: null, likeness: null, preview: '' } });
  return true;
}

/** Whoever brought it, with the uploads, and whoever bought it. */
async function tellOf({ _id: leadId, agencyId, batchId }: Lead, own: readonly TouchRow[]): Promise<void> {
  const agencyIds = [...new Set([agencyId, ...own.map((touch) => touch.agencyId)])];
  const repeats = own.map((touch) => ({ agencyId: touch.agencyId, at: touch.at.toISOString() }));
  await emit('lead.erased', leadId, { leadId, agencyId, agencyIds, repeats, because: 'PERSON' });
  const batchIds = new Set([batchId, ...own.map((touch) => touch.batchId)].filter((id) => id !== null));
  await emitAll([...batchIds].map((id) => ({ topic: 'batch.holdsErased', aggregate: id, payload: { batchId: id } })));
}

/**
 * The name that stays: what the repeats gave; the lead's own where they gave no other (null); none where that was put right
 * since, for then it is the word of who is erased.
 */
function nameLeft({ renamedAt }: Lead, row: LeadContactRow, repeats: readonly TouchRow[]): string | null {
  const ids = repeats.map(({ _id }) => _id);
  const beside = (row.further ?? []).filter(({ touchId }) => ids.includes(touchId));
  const given = [
    ...beside.flatMap((one) => nameOfFurther(row._id, one) ?? []),
    ...namesOfTouches(
      row,
      ids.map((touchId) => ({ touchId })),
    ),
  ].at(-1);
  if (given !== undefined) return given;
  const isOfRepeat = row.alsoNamed?.some(({ touchId }) => ids.some((id) => touchId === formerOf(id)));
  return renamedAt && !isOfRepeat ? '' : null;
}
