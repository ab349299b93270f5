import { type DenyRequestInput } from '../../../generated/graphql';
import { after, now } from '../../../platform/clock';
import { emit } from '../../../platform/outbox';
import { finding, RULE_VERSION } from '../checks/signals';
import { known } from '../known';
import { LeadContacts, Leads, type Lead, type LeadContactRow, type Signal } from '../model';
import { noteWord } from '../subject/noteWord';
import { suppress } from '../suppress/suppressions';
import { dropFurther, FIELD_OF } from '../vault/furtherContacts';
import { giveAnswer, moveByPerson, questionBehind } from './answer';
import { closeOthers, closeSame } from './closeQuestions';
import { giveBack, givePlace } from './givePlace';
import { type ConfirmationRow, Confirmations } from './model';
import { isOfFurther } from './readConfirmation';
import { CONFIRM } from './rules';

const REASON = 'The person answered that it was not them.';

/**
 * A person says that the request is none of theirs. Where whoever sent it has given another phone or address in the place of
 * the one that was asked, that alone goes. Else the lead bears the signal of a prank and is sold no more; its buyers are told
 * by the event; the address or phone that was asked is left alone for a while, and what stood beside it is looked at when it
 * comes again. Errors: LinkNotOpen, Conflict, TooManyRequests.
 */
export async function denyRequest({ token }: DenyRequestInput, ip: string): Promise<{ confirmation: ConfirmationRow }> {
  const row = await questionBehind(token, ip);
  const confirmation = await giveAnswer('denyRequest', row, async (asked, lead) => {
    const { leadId, agencyId, contactHash } = asked;
    if ((await isOfFurther(asked)) || (await givePlace(asked, lead)) || (await giveBack(asked, lead)))
      return takeOut(asked);
    await emit('lead.denied', leadId, { leadId, agencyId });
    await suppress(contactHash, 'DENIED', after(now(), CONFIRM.deniedMs));
    await doubtBeside(leadId, contactHash);
    await closeOthers(asked, 'denyRequest');
    await note(lead);
    await noteWord(leadId, 'DENIED');
    await moveByPerson(lead, 'denyRequest', REASON);
  });
  return { confirmation };
}

/**
 * Of a phone or an e-mail that stands beside the lead's own: the request is not its owner's, and may well be that of who is
 * asked by the other. So it goes from the lead, and whoever has seen it is told.
 */
async function takeOut(asked: ConfirmationRow): Promise<void> {
  const { leadId, agencyId, channel, contactHash } = asked;
  await emit('contact.corrected', leadId, { leadId, agencyId, fields: [FIELD_OF[channel]] });
  await suppress(contactHash, 'DENIED', after(now(), CONFIRM.deniedMs));
  await closeSame(asked, 'denyRequest');
  const contact = await LeadContacts.findById(leadId).lean<LeadContactRow>();
  if (contact) await dropFurther(contact, channel, contactHash);
}

/** The other channel of the lead may be that of whoever was named, or of who named them, where nobody has answered there. */
async function doubtBeside(leadId: string, askedHash: string): Promise<void> {
  const fields = { phoneHash: 1, emailHash: 1, furtherHashes: 1 } as const;
  const contact = await LeadContacts.findById(leadId, fields).lean<LeadContactRow>();
  const { phoneHash = null, emailHash = null, furtherHashes = [] } = contact ?? {};
  const answered: string[] = await Confirmations.distinct('contactHash', { leadId, state: 'CONFIRMED' });
  for (const hash of known([phoneHash, emailHash, ...furtherHashes]))
    if (hash !== askedHash && !answered.includes(hash))
      await suppress(hash, 'BESIDE_DENIED', after(now(), CONFIRM.deniedMs));
}

/** The signal is evidence of a dispute, also of a lead that left the market before; it stands for nobody any more. */
async function note(lead: Lead): Promise<void> {
  const { code, weight, evidence } = finding('DENIED_BY_PERSON');
  const signal: Signal = { code, weight, evidence, ruleVersion: RULE_VERSION, at: now() };
  await Leads.updateOne({ _id: lead._id }, { $push: { signals: signal }, $set: { isVerified: false } });
  await LeadContacts.updateOne({ _id: lead._id }, { $set: { isStanding: false } });
}
