import { takeOne } from '../../../platform/limits';
import { now } from '../../../platform/clock';
import { sha256 } from '../../../platform/seal';
import { ConsentTexts, LeadContacts, Leads, type Lead, type LeadContactRow } from '../model';
import { type ConsentOfLead } from '../reads';
import { HASH_OF, writtenTo } from '../vault/furtherContacts';
import { contactAskedApart } from './apart';
import { tokenHashOf } from './link';
import { type ConfirmationRow, Confirmations } from './model';
import { CONFIRM_LIMIT } from './rules';
import { factsOfQuestion, questionOf } from './sendQuestion';

/** What a link is about, for whoever holds it; null for one that is none of ours. Reading it changes nothing. */
export async function readConfirmation(token: string, ip: string): Promise<ConfirmationRow | null> {
  const tokenHash = tokenHashOf(token);
  await takeOne(CONFIRM_LIMIT.perIp, ip);
  return tokenHash === null ? null : Confirmations.findOne({ tokenHash }).lean<ConfirmationRow>();
}

/** What the page of a link shows. Who the person is is no part of it: a link may be forwarded. */
export async function factsOf(row: ConfirmationRow) {
  const lead = row.about ? null : await Leads.findById(row.leadId).lean<Lead>();
  const facts = row.about ?? (lead && factsOfQuestion(lead, undefined));
  if (!facts) throw new Error('a question is about a lead that does not exist');
  const { agency, niche, askedFor } = await questionOf({ agencyId: row.agencyId, ...facts }, row.language ?? 'en');
  const to = await contactAsked(row);
  return { agency, niche, askedFor, to: to && masked(to, row) };
}

/** What was agreed to with what a question is about, where that is not what its lead was stored with. */
export async function consentAbout({ about, agencyId }: ConfirmationRow): Promise<ConsentOfLead | null> {
  if (!about?.consent) return null;
  const { textHash } = about.consent;
  const text = (await ConsentTexts.findById(textHash).lean())?.text ?? '';
  const isAsSealed = sha256(text) === textHash;
  return { ...about.consent, text, isAsSealed, lead: { agencyId, nicheId: about.nicheId } };
}

/** The phone or the address that was asked; null where it is no longer kept. */
export async function contactAsked(row: ConfirmationRow): Promise<string | null> {
  if (row.standsFor !== undefined) return contactAskedApart(row);
  const contact = await LeadContacts.findById(row.leadId).lean<LeadContactRow>();
  return contact && writtenTo(contact, row.channel, row.contactHash);
}

/** Whether what was asked is not the lead's own phone or e-mail: one that its person gave later, or had given before. */
export async function isOfFurther({ leadId, channel, contactHash }: ConfirmationRow): Promise<boolean> {
  const field = HASH_OF[channel];
  const contact = await LeadContacts.findById(leadId, { [field]: 1 }).lean<Pick<LeadContactRow, typeof field>>();
  return contact !== null && contact[field] !== contactHash;
}

/** Enough for its owner to know it by: "w•••@example.com", "•••111". */
function masked(to: string, { channel }: ConfirmationRow): string {
  if (channel === 'PHONE') return `•••${to.slice(-3)}`;
  const [local = '', domain = ''] = to.split('@');
  return `${[...local][0] ?? ''}•••@${domain}`;
}

/** Where a question stands for whoever looks at its page. */
export const shownState = ({ state, expiresAt }: ConfirmationRow): ConfirmationRow['state'] | 'EXPIRED' =>
  state === 'OPEN' && expiresAt <= now() ? 'EXPIRED' : state;

/** What may still be answered now. */
export const isOpenTo = ({ state, expiresAt }: ConfirmationRow, ...states: ConfirmationRow['state'][]): boolean =>
  expiresAt > now() && states.includes(state);
