import { type WithdrawConsentInput } from '../../../generated/graphql';
import { after, now } from '../../../platform/clock';
import { emit } from '../../../platform/outbox';
import { OLD_MS } from '../checks/captured';
import { known } from '../known';
import { type Lead, LeadContacts, type LeadContactRow } from '../model';
import { noteWord } from '../subject/noteWord';
import { type ProvenContact } from '../subject/leadsOfPerson';
import { suppress } from '../suppress/suppressions';
import { giveAnswer, moveByPerson, questionBehind } from './answer';
import { closeOthers } from './closeQuestions';
import { endsForBuyers, forgetBeside, holdsOwn } from '../subject/besideLead';
import { type ConfirmationRow } from './model';
import { CONFIRM } from './rules';

export const WITHDRAWN_BY_PERSON = 'The person withdrew the consent.';

/**
 * A person takes back the consent under which a lead is sold: it is sold no more, and its buyers are told by the event.
 * Who was asked by a contact given beside the lead's own takes that contact alone out of it: the lead may be another's.
 * Errors: LinkNotOpen, Conflict, TooManyRequests.
 */
export async function withdrawConsent(
  { token }: WithdrawConsentInput,
  ip: string,
): Promise<{ confirmation: ConfirmationRow }> {
  const row = await questionBehind(token, ip);
  const confirmation = await giveAnswer('withdrawConsent', row, async (asked, lead) => {
    const { channel, contactHash } = asked;
    const asker = [{ channel, hash: contactHash }];
    const contact = await LeadContacts.findById(lead._id).lean<LeadContactRow>();
    return contact && !holdsOwn(asker, contact, lead)
      ? endConsentOfPart(lead, asker, contactHash)
      : endConsent(lead, asker, contactHash);
  });
  return { confirmation };
}

/** The same by a contact of which the whole lead is not surely: it ends where it is sold, else that contact goes alone. */
export async function endConsentOfPart(
  lead: Lead,
  proven: readonly ProvenContact[],
  contactHash: string | null = null,
): Promise<void> {
  const row = await LeadContacts.findById(lead._id).lean<LeadContactRow>();
  if (!row || !(await endsForBuyers(proven, row, lead))) return forgetBeside(lead, proven, 'WITHDRAWN');
  if (lead.state !== 'WITHDRAWN') await endConsent(lead, proven, contactHash);
}

/**
 * The same for whoever has proven otherwise to be the person, in the open transaction. What was agreed to before comes in no
 * more with what was proven; what stood beside it may be somebody else's, and is only looked at when it comes again. Who asks
 * again later is a new lead: the old one stands for nobody.
 */
export async function endConsent(
  lead: Lead,
  proven: readonly ProvenContact[],
  contactHash: string | null = null,
): Promise<void> {
  await emit('consent.withdrawn', lead._id, { leadId: lead._id, agencyId: lead.agencyId });
  await closeOthers({ leadId: lead._id, contactHash }, 'withdrawConsent');
  await noteWord(lead._id, 'WITHDRAWN');
  await moveByPerson(lead, 'withdrawConsent', WITHDRAWN_BY_PERSON);
  const fields = { phoneHash: 1, emailHash: 1, furtherHashes: 1 } as const;
  const contact = await LeadContacts.findByIdAndUpdate(
    lead._id,
    { $set: { isStanding: false } },
    { projection: fields },
  ).lean<Pick<LeadContactRow, keyof typeof fields>>();
  const { phoneHash = null, emailHash = null, furtherHashes = [] } = contact ?? {};
  for (const hash of known([phoneHash, emailHash, ...furtherHashes]))
    if (proven.some((one) => one.hash === hash)) await suppress(hash, 'WITHDRAWN', after(now(), OLD_MS));
    else await suppress(hash, 'BESIDE_WITHDRAWN', after(now(), CONFIRM.deniedMs));
}
