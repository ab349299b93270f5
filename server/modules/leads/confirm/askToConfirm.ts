import { type AskToConfirmInput } from '../../../generated/graphql';
import { type Viewer } from '../../../graphql/viewer';
import { conflict, invalidInput } from '../../../platform/errors';
import { hadOne, takeOne } from '../../../platform/limits';
import { canSend } from '../../messages';
import { LeadContacts, Leads, type Lead, type LeadContactRow } from '../model';
import { requireApproval } from '../policy';
import { isAnsweredHere, type Proof, unsureSince } from '../rules';
import { readIdentity } from '../subject/identity';
import { alsoGivenAt, HASH_OF, writtenTo } from '../vault/furtherContacts';
import { openContact } from '../vault/sealContact';
import { known } from '../known';
import { languageFor } from './languageFor';
import { aboutRepeat } from './aboutRepeat';
import { Confirmations, type QuestionAbout } from './model';
import { CONFIRM, CONFIRM_LIMIT } from './rules';
import { factsOfQuestion, sendQuestion } from './sendQuestion';

type Channel = Proof['channel'];

/** What became of asking the person of one lead. */
export type AskOutcome = 'ASKED' | 'ALREADY_PROVEN' | 'NO_CHANNEL' | 'LEFT_MARKET' | 'TOO_OFTEN' | 'NOT_FOUND';

export interface AskedLead {
  leadId: string;
  outcome: AskOutcome;
}

/** An agency asks the persons of its leads whether the requests are theirs. Throws Conflict, InvalidInput. */
export async function askToConfirm(
  viewer: Viewer,
  { leadIds, channel, contacts }: AskToConfirmInput,
): Promise<{ asked: AskedLead[] }> {
  requireApproval(viewer, 'confirmed');
  if (leadIds.length === 0 || leadIds.length > CONFIRM.mostLeads)
    throw invalidInput(`Name 1 to ${CONFIRM.mostLeads} leads.`, ['leadIds']);
  await takeOne(CONFIRM_LIMIT.perAgency, viewer.organisationId);
  return { asked: await askPersonsOf(viewer.organisationId, leadIds, channel, { contacts: contacts ?? 'LATEST' }) };
}

/**
 * The same for whoever took the leads in, such as a form. To be called outside of transactions. Which address or phone is
 * asked is opened for the message alone; nobody sees it, so it is no look.
 */
export async function askPersonsOf(
  agencyId: string,
  leadIds: readonly string[],
  channel: Channel,
  wanted: Wanted,
): Promise<AskedLead[]> {
  if (!canSend(channel === 'EMAIL' ? 'EMAIL' : 'SMS')) {
    throw conflict(
      channel === 'EMAIL'
        ? 'This market sends no e-mails. Nobody was asked.'
        : 'This market sends no text messages. Nobody was asked.',
    );
  }
  const ids = [...new Set(leadIds)];
  const leads = await Leads.find({ _id: { $in: ids }, agencyId }).lean<Lead[]>();
  const contacts = await LeadContacts.find({ _id: { $in: ids } }).lean<LeadContactRow[]>();
  const asked: AskedLead[] = [];
  for (const leadId of ids) {
    const lead = leads.find(({ _id }) => _id === leadId);
    const contact = contacts.find(({ _id }) => _id === leadId);
    asked.push({ leadId, outcome: lead ? await askPersonOf(lead, contact, channel, wanted) : 'NOT_FOUND' });
  }
  return asked;
}

/** Which of the phones or e-mails that a person gave: the lead's own, the last that can be asked, each that can, or a certain one. */
export type Wanted = ({ contacts: 'OWN' | 'LATEST' | 'EACH' } | { contactHash: string }) & {
  /** What they were given with, where that is a repeat of the lead. */
  about?: QuestionAbout;
};

async function askPersonOf(
  lead: Lead,
  contact: LeadContactRow | undefined,
  channel: Channel,
  wanted: Wanted,
): Promise<AskOutcome> {
  if (lead.state !== 'ACCEPTED' && lead.state !== 'QUARANTINED') return 'LEFT_MARKET';
  const reached = (contact ? hashesOf(lead, contact, channel, wanted) : []).flatMap((contactHash) => {
    const to = reachedBy(lead, contact!, channel, contactHash);
    return to === null ? [] : [{ contactHash, to }];
  });
  const isLatest = 'contacts' in wanted && wanted.contacts === 'LATEST';
  const outcomes: AskOutcome[] = [];
  for (const one of isLatest ? reached.slice(0, 1) : reached)
    outcomes.push(await askContact(lead, contact!, channel, one, wanted.about));
  return OUTCOMES.find((outcome) => outcomes.includes(outcome)) ?? 'NO_CHANNEL';
}

/** Of several contacts of one lead that counts which comes first. */
const OUTCOMES: readonly AskOutcome[] = ['ASKED', 'TOO_OFTEN', 'ALREADY_PROVEN'];

/** The phones or e-mails that are wanted, the last given first: who sends a request again gives the right one. */
function hashesOf(lead: Lead, contact: LeadContactRow, channel: Channel, wanted: Wanted): string[] {
  if ('contactHash' in wanted) return [wanted.contactHash];
  const own = contact[HASH_OF[channel]];
  if (wanted.contacts === 'OWN') return known([own]);
  const mendedAt = lead.mended?.findLast((one) => one.channel === channel)?.at;
  const given = (contact.further ?? []).map((one) => ({ hash: one[HASH_OF[channel]], at: one.at }));
  const all = [{ hash: own, at: mendedAt ?? contact.at }, ...given.filter(({ hash }) => hash !== own)];
  return [...new Set(known(all.sort((a, b) => b.at.getTime() - a.at.getTime()).map(({ hash }) => hash)))];
}

async function askContact(
  lead: Lead,
  contact: LeadContactRow,
  channel: Channel,
  { contactHash, to }: { contactHash: string; to: string },
  about: QuestionAbout | undefined,
): Promise<AskOutcome> {
  // Who has answered before something took the place of the other channel is asked once more: that counts with it alone.
  const since = unsureSince(lead, channel === 'PHONE' ? 'EMAIL' : 'PHONE');
  if (isAnswered(lead, channel, alsoGivenAt(contact, channel, contactHash), since)) return 'ALREADY_PROVEN';
  const others = await Confirmations.distinct('contactHash', { leadId: lead._id, channel });
  if (!others.includes(contactHash) && others.length >= CONFIRM.mostContacts) return 'TOO_OFTEN';
  if (!(await hadOne(CONFIRM_LIMIT.perLead, `${lead._id} ${channel}`))) return 'TOO_OFTEN';
  // Whoever was asked often enough, by whomever, is left alone; that it was often would tell that others have the contact.
  if (!(await hadOne(CONFIRM_LIMIT.perContact, contactHash))) return 'ASKED';
  const { phone } = openContact(contact._id, contact.sealed);
  const language = await languageFor(lead, phone);
  const told = about ?? (await aboutRepeat(lead, contact, channel, contactHash));
  const { _id: leadId, agencyId } = lead;
  const asked = { leadId, agencyId, channel, contactHash, to, language, ...(told ? { about: told } : {}) };
  await sendQuestion(asked, factsOfQuestion(lead, told));
  return 'ASKED';
}

/** What is written to; null where no message arrives: nothing there, a dead address, a landline. */
function reachedBy(lead: Lead, contact: LeadContactRow, channel: Channel, hash: string): string | null {
  const to = writtenTo(contact, channel, hash);
  if (to === null) return null;
  const isOwn = hash === contact[HASH_OF[channel]];
  if (channel === 'EMAIL') return !isOwn || lead.reach.email === 'LIVE' ? to : null;
  const line = isOwn ? lead.line : readIdentity(to)?.line;
  return (!isOwn || lead.reach.phone === 'LIVE') && line === 'MOBILE' ? to : null;
}

/** Whether somebody has answered this market on the lead's own contact, or on the one that was given later. */
const isAnswered = ({ proofs }: Lead, channel: Channel, givenAt: Date | null, since: Date | null): boolean =>
  proofs.some(
    (proof) =>
      proof.channel === channel &&
      (since === null || proof.at >= since) &&
      isAnsweredHere(proof) &&
      (proof.alsoGivenAt?.getTime() ?? null) === (givenAt?.getTime() ?? null),
  );
