import { takeOne } from '../../../platform/limits';
import { now } from '../../../platform/clock';
import { LeadContacts, Leads, type Lead, type LeadContactRow } from '../model';
import { HASH_OF, writtenTo } from '../vault/furtherContacts';
import { questionOf } from './askToConfirm';
import { tokenHashOf } from './link';
import { type ConfirmationRow, Confirmations } from './model';
import { CONFIRM_LIMIT } from './rules';

/** What a link is about, for whoever holds it; null for one that is none of ours. Reading it changes nothing. */
export async function readConfirmation(token: string, ip: string): Promise<ConfirmationRow | null> {
  const tokenHash = tokenHashOf(token);
  await takeOne(CONFIRM_LIMIT.perIp, ip);
  return tokenHash === null ? null : Confirmations.findOne({ tokenHash }).lean<ConfirmationRow>();
}

/** What the page of a link shows. Who the person is is no part of it: a link may be forwarded. */
export async function factsOf(row: ConfirmationRow) {
  const lead = await Leads.findById(row.leadId).lean<Lead>();
  const contact = await LeadContacts.findById(row.leadId).lean<LeadContactRow>();
  if (!lead) throw new Error('a question is about a lead that does not exist');
  const { agency, niche, askedFor } = await questionOf(lead, row.language ?? 'en');
  return { agency, niche, askedFor, to: contact && maskedOf(contact, row) };
}

/** Whether what was asked is not the lead's own phone or e-mail: one that its person gave later, or had given before. */
export async function isOfFurther({ leadId, channel, contactHash }: ConfirmationRow): Promise<boolean> {
  const field = HASH_OF[channel];
  const contact = await LeadContacts.findById(leadId, { [field]: 1 }).lean<Pick<LeadContactRow, typeof field>>();
  return contact !== null && contact[field] !== contactHash;
}

/** Enough for its owner to know it by: "w•••@example.com", "•••111"; null where it is no longer kept. */
function maskedOf(contact: LeadContactRow, { channel, contactHash }: ConfirmationRow): string | null {
  const to = writtenTo(contact, channel, contactHash);
  if (to === null || channel === 'PHONE') return to && `•••${to.slice(-3)}`;
  const [local = '', domain = ''] = to.split('@');
  return `${[...local][0] ?? ''}•••@${domain}`;
}

/** Where a question stands for whoever looks at its page. */
export const shownState = ({ state, expiresAt }: ConfirmationRow): ConfirmationRow['state'] | 'EXPIRED' =>
  state === 'OPEN' && expiresAt <= now() ? 'EXPIRED' : state;

/** What may still be answered now. */
export const isOpenTo = ({ state, expiresAt }: ConfirmationRow, ...states: ConfirmationRow['state'][]): boolean =>
  expiresAt > now() && states.includes(state);
