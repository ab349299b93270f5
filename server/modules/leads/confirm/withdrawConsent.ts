import { type WithdrawConsentInput } from '../../../generated/graphql';
import { after, now } from '../../../platform/clock';
import { emit } from '../../../platform/outbox';
import { OLD_MS } from '../checks/captured';
import { known } from '../known';
import { type Lead, LeadContacts, type LeadContactRow } from '../model';
import { noteWord } from '../subject/noteWord';
import { suppress } from '../suppress/suppressions';
import { closeOthers, giveAnswer, moveByPerson, questionBehind } from './answer';
import { forgetBeside, holdsOwn } from '../subject/besideLead';
import { type ConfirmationRow } from './model';

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
    if (contact && !holdsOwn(asker, contact, lead)) return forgetBeside(lead, asker, 'WITHDRAWN');
    return endConsent(lead, contactHash);
  });
  return { confirmation };
}

/**
 * The same for whoever has proven otherwise to be the person, in the open transaction. What was agreed to before comes in no
 * more with that phone or e-mail, and who asks again later is a new lead: the old one stands for nobody.
 */
export async function endConsent(lead: Lead, contactHash: string | null = null): Promise<void> {
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
    await suppress(hash, 'WITHDRAWN', after(now(), OLD_MS));
}
