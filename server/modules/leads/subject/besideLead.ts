import { after, now } from '../../../platform/clock';
import { emit } from '../../../platform/outbox';
import { closeSame } from '../confirm/closeQuestions';
import { OLD_MS } from '../checks/captured';
import { LeadContacts, type Lead, type LeadContactRow, type TouchRow, Touches } from '../model';
import { PROOF_CHANNELS, type ProofChannel } from '../rules';
import { soldAmong } from '../shelf';
import { suppress } from '../suppress/suppressions';
import { dropFurther, FIELD_OF, type FurtherContact, HASH_OF } from '../vault/furtherContacts';
import { firstContacts } from '../vault/replaceOwn';
import { takeBack } from '../vault/takeBack';
import { contestedOn } from './contested';
import { givePlaceToRival } from './givePlaceToRival';
import { type ProvenContact } from './leadsOfPerson';

/**
 * Whoever knows somebody's phone can send a form with it and an address of their own, which then stands beside the lead's
 * own, or takes the place of what was written wrongly. So a proof there shows and reaches what came with that contact, and
 * nothing else of the lead.
 */

type Kept = Pick<LeadContactRow, '_id' | 'phoneHash' | 'emailHash' | 'further'>;

/** Whether the whole lead is theirs who have proven these: not while a repeat gave another contact in the place of theirs. */
export const holdsOwn = (proven: readonly ProvenContact[], row: Kept, lead: Pick<Lead, 'mended' | 'proofs'>): boolean =>
  holdsFirst(proven, row, lead) && contestedOn(proven, row, lead) === null;

/**
 * Whether one of the contacts is the lead's own phone or e-mail as it was given first, so that the whole lead is its
 * holder's. Where none that came first can be proven any more, it is whose all the contacts are that it has.
 */
export function holdsFirst(
  proven: readonly ProvenContact[],
  row: Kept,
  { mended = [] }: Pick<Lead, 'mended'>,
): boolean {
  const isMended = (channel: ProofChannel): boolean => mended.some((one) => one.channel === channel);
  const own = PROOF_CHANNELS.filter((channel) => row[HASH_OF[channel]] !== null);
  const first = [
    ...own.filter((channel) => !isMended(channel)).map((channel) => row[HASH_OF[channel]]),
    ...firstContacts(row).flatMap(({ phoneHash, emailHash }) => [phoneHash, emailHash]),
  ].filter((hash) => hash !== null);
  const isProven = (hash: string | null): boolean => proven.some((one) => one.hash === hash);
  if (first.length > 0) return first.some(isProven);
  return own.length > 0 && own.every((channel) => isProven(row[HASH_OF[channel]]));
}

/**
 * Whether a lead ends by the word of whoever has proven the first of two contacts that contest it: where it is sold it
 * cannot go on as the other request, for its buyers have what came with the first, and hear by its end to let go of it.
 */
export const endsForBuyers = async (
  proven: readonly ProvenContact[],
  row: Kept,
  lead: Pick<Lead, 'mended'> | undefined,
): Promise<boolean> => lead !== undefined && holdsFirst(proven, row, lead) && (await soldAmong([row._id])).has(row._id);

/** What of these contacts was given beside the lead's own. */
export const givenBeside = (
  proven: readonly ProvenContact[],
  { further = [] }: Pick<LeadContactRow, 'further'>,
): FurtherContact[] => further.filter((one) => proven.some(({ channel, hash }) => one[HASH_OF[channel]] === hash));

/**
 * The facts of a lead for whoever holds a contact beside it alone: those of the repeat that brought it, and nothing of what
 * was asked for first, by whomever; what became of that is not theirs to know either.
 */
export const factsBeside = (lead: Lead, given: readonly FurtherContact[], touches: readonly TouchRow[]): Lead => {
  const { source: _source, wordsOfPerson: _words, verdict: _verdict, ...kept } = lead;
  const isOf = (at: Date | undefined): boolean => given.some((one) => one.at.getTime() === at?.getTime());
  const at = given[0]?.at ?? lead.mended?.at(-1)?.at ?? lead.submittedAt;
  return {
    ...kept,
    nicheId: nicheOf(lead, given, touches),
    state: 'ACCEPTED',
    submittedAt: at,
    capturedAt: null,
    preview: '',
    answers: [],
    signals: [],
    decision: null,
    proofs: lead.proofs.filter(({ alsoGivenAt }) => isOf(alsoGivenAt)),
  };
};

/** What the repeat asked for; of what stood in the same fields as the lead's own the lead's, else nothing where it is not kept. */
function nicheOf(lead: Lead, given: readonly FurtherContact[], touches: readonly TouchRow[]): string {
  const brought =
    given.length > 0 ? touches.filter(({ _id }) => given.some(({ touchId }) => touchId === _id)) : touches;
  const isOfFirst = given.length > 0 && brought.length === 0;
  return isOfFirst ? lead.nicheId : (brought.at(-1)?.nicheId ?? '');
}

/**
 * Takes these contacts out of a lead that is another's, in the open transaction: the questions to them are closed, and
 * whoever has seen them is told. The lead and its own contacts stay.
 */
export async function forgetBeside(
  lead: Pick<Lead, '_id' | 'agencyId'>,
  proven: readonly ProvenContact[],
  because: 'WITHDRAWN' | 'ERASED',
): Promise<void> {
  await givePlaceToRival(lead._id, proven, because);
  for (const { channel, hash } of proven) {
    const row = await LeadContacts.findById(lead._id).lean<LeadContactRow>();
    const given = row ? givenBeside([{ channel, hash }], row) : [];
    const isNow = row?.[HASH_OF[channel]] === hash;
    if (!row || (given.length === 0 && !isNow)) continue;
    const fields = [FIELD_OF[channel]];
    await emit('contact.corrected', lead._id, { leadId: lead._id, agencyId: lead.agencyId, fields });
    if (because === 'ERASED') await forgetUploads(given);
    else await suppress(hash, 'WITHDRAWN', after(now(), OLD_MS));
    await closeSame({ leadId: lead._id, contactHash: hash }, 'withdrawConsent');
    if (isNow) await takeBack(row, channel);
    await dropFurther(row, channel, hash);
  }
  // One that no longer stands there finds the lead no more.
  await LeadContacts.updateOne({ _id: lead._id }, { $pullAll: { furtherHashes: proven.map(({ hash }) => hash) } });
}

/** The uploads hold the rows of the repeats as they were sent. */
async function forgetUploads(given: readonly FurtherContact[]): Promise<void> {
  const touches = await Touches.find({ _id: { $in: given.map(({ touchId }) => touchId) } }).lean();
  for (const batchId of new Set(touches.map((touch) => touch.batchId)))
    if (batchId) await emit('batch.holdsErased', batchId, { batchId });
}
