import { requireLiveSession } from '../../accounts';
import { type Viewer } from '../../../graphql/viewer';
import { now } from '../../../platform/clock';
import { newId } from '../../../platform/ids';
import { isInTransaction } from '../../../platform/transaction';
import { noSuchLead } from '../errors';
import { type Contact } from '../judgeRow';
import { LeadContacts, type LeadContactRow } from '../model';
import { groundOf } from '../policy';
import { furtherDetails } from './furtherContacts';
import { Disclosures, type DisclosureRow } from './model';
import { nameDetails } from './namesGiven';
import { openContact } from './sealContact';

/** Under which name the address of the consent stands with the contact. */
export const CONSENT_IP = 'IP address of the consent';

/** Why a contact is looked at. A buyer names its sale, which the caller has checked to be paid and not refunded. */
export interface Because {
  saleId?: string;
  reason: string;
}

/** One contact to look at, and why. */
export interface Look extends Because {
  leadId: string;
}

/**
 * The contact of a lead: to its own agency, to the buyer of a sale, to staff with a reason. The look is recorded first;
 * where it cannot be recorded nothing is opened (S45). Refuses with NotFound what is another's, and what has no contact.
 */
export async function readContact(viewer: Viewer, leadId: string, because: Because): Promise<Contact> {
  const contacts = await readContacts(viewer, [{ leadId, ...because }]);
  const contact = contacts.get(leadId);
  if (!contact) throw noSuchLead();
  return contact;
}

/**
 * `readContact` for many leads in three commands. All looks must be allowed, or nothing is opened; leads whose contact
 * is no longer kept are missing from the answer.
 */
export async function readContacts(viewer: Viewer, looks: readonly Look[]): Promise<Map<string, Contact>> {
  const rows = await recorded(viewer, looks);
  return new Map(rows.map((row) => [row._id, openedContact(row)]));
}

/**
 * Records a look at something of a person that lies beside the contact, such as a recorded call. Whoever may not see the
 * contact is refused with NotFound, as is everybody once it is no longer kept.
 */
export async function recordLook(viewer: Viewer, look: Look): Promise<void> {
  const rows = await recorded(viewer, [look]);
  if (rows.length === 0) throw noSuchLead();
}

/** The sealed contacts of leads of which some is kept, once each look at them is recorded. */
async function recorded(viewer: Viewer, looks: readonly Look[]): Promise<LeadContactRow[]> {
  // A record that could be rolled back after the contact was seen is none.
  if (isInTransaction()) throw new Error('Contacts are read outside of transactions');
  if (!viewer.isSystem) await requireLiveSession(viewer);
  const rows = await LeadContacts.find({ _id: { $in: looks.map(({ leadId }) => leadId) } }).lean<LeadContactRow[]>();
  const byId = new Map(rows.map((row) => [row._id, row]));
  const kept = looks.filter(({ leadId }) => byId.has(leadId));
  const disclosures = kept.map((look) => disclosureOf(viewer, look, byId.get(look.leadId)!));
  if (disclosures.length > 0) await Disclosures.insertMany(disclosures, { lean: true });
  return kept.map(({ leadId }) => byId.get(leadId)!);
}

function disclosureOf(viewer: Viewer, look: Look, row: LeadContactRow): DisclosureRow {
  const basis = groundOf(viewer, row, look.saleId ?? null);
  const reason = look.reason.trim();
  if (!basis || reason === '') throw noSuchLead();
  return {
    _id: newId('disclosure'),
    leadId: row._id,
    basis,
    saleId: basis === 'SALE' ? look.saleId! : null,
    organisationId: viewer.organisationId,
    personId: viewer.personId,
    reason,
    at: now(),
  };
}

function openedContact(row: LeadContactRow): Contact {
  const { consentIp, ...contact } = openContact(row._id, row.sealed);
  const ip = consentIp === null ? [] : [{ label: CONSENT_IP, value: consentIp }];
  return {
    ...contact,
    details: [...contact.details, ...nameDetails(row, { isOwnOnly: true }), ...furtherDetails(row), ...ip],
  };
}
