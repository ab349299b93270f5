import { inTransaction } from '../../../platform/transaction';
import { forgetApart } from '../confirm/apart';
import { type Lead, LeadContacts, type LeadContactRow, Leads, Touches, type TouchRow } from '../model';
import { takeFences } from '../personFence';
import { suppress } from '../suppress/suppressions';
import { answeredHashes } from './answeredHashes';
import { endsForBuyers, forgetBeside, holdsOwn } from './besideLead';
import { touchesOfOthers } from './contested';
import { eraseLead } from './eraseLead';
import { eraseOwnPart } from './eraseOwnPart';
import { type ProvenContact, whereProven } from './leadsOfPerson';

/** As many leads as one transaction erases at ease. */
const AT_ONCE = 25;

/**
 * Erases all leads of a person, of those of others the contacts alone that were given beside them, and keeps the phones and
 * addresses that were proven out for good. Whoever brings one of them at the same moment is first, and erased with the
 * rest, or refused: both take the fences of the hashes. `work` joins the last transaction, with the leads that were erased.
 */
export async function erasePerson<T>(
  proven: readonly ProvenContact[],
  work: (leadIds: readonly string[]) => Promise<T>,
): Promise<T> {
  const erased: string[] = [];
  for (;;) {
    const part = await inTransaction(async () => {
      await takeFences(proven.map(hashesOf));
      for (const { hash } of proven) await suppress(hash, 'ERASED', null);
      await forgetApart({ contactHash: proven.map(({ hash }) => hash) });
      const rows = await LeadContacts.find(whereProven(proven)).limit(AT_ONCE).lean<LeadContactRow[]>();
      const leadIds = rows.map(({ _id }) => _id);
      const leads = await Leads.find({ _id: { $in: leadIds } }).lean<Lead[]>();
      const facts = new Map(leads.map((lead) => [lead._id, lead]));
      const touches = await Touches.find({ leadId: { $in: leadIds } }).lean();
      for (const row of rows) {
        const ofLead = touches.filter(({ leadId }) => leadId === row._id);
        await eraseOf(row, facts.get(row._id), proven, ofLead);
      }
      const isLast = rows.length < AT_ONCE;
      return { leadIds, isLast, result: isLast ? await work([...erased, ...leadIds]) : null };
    });
    erased.push(...part.leadIds);
    if (part.isLast) return part.result as T;
  }
}

/** Of one lead what is theirs: all of it, what came with the contact that was proven, or that contact alone. */
async function eraseOf(
  row: LeadContactRow,
  lead: Lead | undefined,
  proven: readonly ProvenContact[],
  touches: readonly TouchRow[],
): Promise<void> {
  const isOwn = holdsOwn(proven, row, lead ?? { proofs: [] });
  if (!isOwn && !(await endsForBuyers(proven, row, lead))) return forgetBeside(row, proven, 'ERASED');
  // Of one from before it was kept by what it came nobody can tell whose it is.
  const told = isOwn ? touches.filter(({ sharedOn }) => sharedOn !== undefined) : touches;
  const ofOthers = lead ? touchesOfOthers(proven, row, lead, told) : [];
  const own = touches.filter((touch) => touch.sharedOn !== undefined && !ofOthers.includes(touch));
  if (lead && (ofOthers.length > 0 || !isOwn) && (await eraseOwnPart(lead, row, proven, { own, ofOthers }))) return;
  if (lead) await keepAnsweredOut(row, lead);
  await eraseLead(row._id, 'PERSON');
}

/** What its person has answered on is kept out with the lead. */
async function keepAnsweredOut(row: LeadContactRow, lead: Lead): Promise<void> {
  const hashes = answeredHashes(row, lead);
  await takeFences([...hashes].map((hash) => ({ phoneHash: hash, emailHash: null, domainHash: null })));
  for (const hash of hashes) await suppress(hash, 'ERASED', null);
}

const hashesOf = ({ channel, hash }: ProvenContact) => ({
  phoneHash: channel === 'PHONE' ? hash : null,
  emailHash: channel === 'EMAIL' ? hash : null,
  domainHash: null,
});
