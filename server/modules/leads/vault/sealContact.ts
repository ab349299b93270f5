import { keyedHash, openFields, sealFields, sha256, type SealedFields } from '../../../platform/seal';
import { PROVIDER_DOMAINS } from '../checks/emailProviders';
import { type ConsentTold } from '../checks/consent';
import { type Contact, type JudgedRow } from '../judgeRow';
import { type ConsentRecord } from '../model';

/** What AAD binds every sealed field to: a field moved to another record or collection does not open. */
const COLLECTION = 'lead_contacts';

/** Keyed hashes of normalised values: what the same person is found by, and nothing can be read back from. */
export interface ContactHashes {
  phoneHash: string | null;
  emailHash: string | null;
  domainHash: string | null;
}

export function hashIdentity({ phone, email }: JudgedRow['identity']): ContactHashes {
  const domain = email?.slice(email.lastIndexOf('@') + 1);
  return {
    phoneHash: phone === null ? null : keyedHash('phone', phone),
    emailHash: email === null ? null : keyedHash('email', email),
    domainHash: domain === undefined || PROVIDER_DOMAINS.has(domain) ? null : hashDomain(domain),
  };
}

/** The hash under which an e-mail domain is compared; `domain` in lower case, IDNA form. */
export const hashDomain = (domain: string): string => keyedHash('domain', domain);

/** Seals who the person is, and the IP address of the consent, under a key of this record alone. */
export function sealContact(leadId: string, contact: Contact, consent: ConsentTold): SealedFields {
  const fields: Record<string, string> = { name: contact.name };
  if (contact.phone !== null) fields.phone = contact.phone;
  if (contact.email !== null) fields.email = contact.email;
  if (contact.details.length > 0) fields.details = JSON.stringify(contact.details);
  if (consent.ip !== null) fields.consentIp = consent.ip;
  return sealFields(COLLECTION, leadId, fields);
}

/** Opens a sealed contact. Called only after the look was recorded (readContact.ts). */
export function openContact(leadId: string, sealed: SealedFields): Contact & { consentIp: string | null } {
  const { name, phone, email, details, consentIp } = openFields(COLLECTION, leadId, sealed);
  return {
    name: name ?? '',
    phone: phone ?? null,
    email: email ?? null,
    details: details === undefined ? [] : (JSON.parse(details) as Contact['details']),
    consentIp: consentIp ?? null,
  };
}

/** The record that is kept of a consent; its text lies once for all leads under its hash. */
export const consentRecord = ({ text, page, at, ip, method }: ConsentTold): ConsentRecord => ({
  textHash: sha256(text),
  page: page === null ? null : (page.split(/[?#]/)[0] ?? null),
  at,
  method,
  hasIp: ip !== null,
  recipients: ['AGENCY', 'BUYERS'],
});
