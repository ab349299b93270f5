import { type Lead, type LeadContactRow, Touches, type TouchRow } from '../model';
import { type ProofChannel } from '../rules';
import { HASH_OF, isOfFirstRequest } from '../vault/furtherContacts';
import { Confirmations, type ConfirmationRow, type QuestionAbout } from './model';

/**
 * What a question to a contact is about that a repeat brought: its own time and niche, and what was agreed to with it where
 * a form said so. That there was a request before, for what and when, is not for whoever holds this contact alone: anybody
 * may send a known phone with an address of their own. Undefined of what came with the lead.
 */
export async function aboutRepeat(
  lead: Lead,
  contact: LeadContactRow,
  channel: ProofChannel,
  contactHash: string,
): Promise<QuestionAbout | undefined> {
  const asked = { leadId: lead._id, channel, contactHash, about: { $exists: true } };
  const before = await Confirmations.findOne(asked).sort({ askedAt: -1 }).lean<ConfirmationRow>();
  if (before) return before.about;
  const touch = await touchOf(lead, contact, channel, contactHash);
  return touch && { nicheId: touch.nicheId ?? lead.nicheId, askedFor: touch.at, consent: null };
}

/** The repeat that brought a contact; undefined of one that came with the lead. */
async function touchOf(
  { _id, mended = [] }: Lead,
  { further = [], ...contact }: LeadContactRow,
  channel: ProofChannel,
  contactHash: string,
): Promise<TouchRow | undefined> {
  const given = further.find((one) => one[HASH_OF[channel]] === contactHash);
  if (given && isOfFirstRequest(_id, given)) return undefined;
  const last = mended.findLast((one) => one.channel === channel);
  if (given) return (await Touches.findById(given.touchId).lean<TouchRow>()) ?? undefined;
  if (!last || contact[HASH_OF[channel]] !== contactHash) return undefined;
  const among = { leadId: _id, at: { $lte: last.at } };
  return (await Touches.findOne(among).sort({ at: -1 }).lean<TouchRow>()) ?? undefined;
}
