import { parse } from 'tldts';
import { keyedHash, openFields, sealFields, sha256, type SealedFields } from '../../../platform/seal';
import { log } from '../../../platform/log';
import { PROVIDER_DOMAINS } from '../checks/emailProviders';
import { type ConsentTold } from '../checks/consent';
import { mailboxOf } from '../checks/mailbox';
import { type Contact, type JudgedRow } from '../judgeRow';
import { type ConsentRecord } from '../model';
import { sealOfConsent } from './consentSeal';

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
    emailHash: email === null ? null : keyedHash('email', mailboxOf(email)),
    domainHash: domain === undefined || PROVIDER_DOMAINS.has(domain) ? null : hashDomain(domain),
  };
}

/** The hash under which an e-mail domain is compared; `domain` in lower case, IDNA form. */
export const hashDomain = (domain: string): string => keyedHash('domain', domain);

/**
 * The hashes under which the owner of an address's domain may be known: its own, and that of the registered domain that it
 * is a part of (mail.firm.co.ke is firm.co.ke's). None of public providers.
 */
export function hashDomainsOf(email: string | null): string[] {
  const domain = email?.slice(email.lastIndexOf('@') + 1);
  if (!domain || PROVIDER_DOMAINS.has(domain)) return [];
  const registered = parse(domain, { allowPrivateDomains: true }).domain;
  const both = registered === null || PROVIDER_DOMAINS.has(registered) ? [domain] : [domain, registered];
  return [...new Set(both)].map(hashDomain);
}

/** What is sealed as one field: each field costs a cipher of its own. */
interface Rest {
  details: Contact['details'];
  consentIp: string | null;
}

/** Seals who the person is, and the IP address of the consent, under a key of this record alone. */
export function sealContact(leadId: string, contact: Contact, consent: Pick<ConsentTold, 'ip'>): SealedFields {
  const fields: Record<string, string> = { name: contact.name };
  if (contact.phone !== null) fields.phone = contact.phone;
  if (contact.email !== null) fields.email = contact.email;
  const rest: Rest = { details: contact.details, consentIp: consent.ip };
  if (rest.details.length > 0 || rest.consentIp !== null) fields.rest = JSON.stringify(rest);
  return sealFields(COLLECTION, leadId, fields);
}

/** Opens a sealed contact. Called only after the look was recorded (readContact.ts), or to seal it anew. */
export function openContact(leadId: string, sealed: SealedFields): Contact & Rest {
  const { name, phone, email, rest } = openFields(COLLECTION, leadId, sealed);
  const further = rest === undefined ? { details: [], consentIp: null } : (JSON.parse(rest) as Rest);
  return { name: name ?? '', phone: phone ?? null, email: email ?? null, ...further };
}

/** The same of one that may have been damaged: null where it does not open, with what comes of that in the log. */
export function openIfSound(leadId: string, sealed: SealedFields, so: string): (Contact & Rest) | null {
  try {
    return openContact(leadId, sealed);
  } catch (error) {
    log.error({ error, leadId }, `a contact does not open and ${so}`);
    return null;
  }
}

/** The text is the same for the rows of a file, so the last hash is kept. */
let lastText = { text: '', hash: sha256('') };

function hashOfText(text: string): string {
  if (lastText.text !== text) lastText = { text, hash: sha256(text) };
  return lastText.hash;
}

/** The record that is kept of a consent that may lie open (openConsent.ts); its text lies once for all leads under its hash. */
export function consentRecord(
  { text, page, at, ip, method, userAgent, isSeen, namedRecipients }: ConsentTold,
  of: { leadId: string; agencyId: string },
): ConsentRecord {
  const record: ConsentRecord = {
    textHash: hashOfText(text),
    page,
    at,
    method,
    hasIp: ip !== null,
    ...(isSeen ? { isSeen } : {}),
    ...(userAgent ? { userAgent } : {}),
    recipients: ['AGENCY', 'BUYERS'],
    ...(namedRecipients && namedRecipients.length > 0 ? { namedRecipients: [...namedRecipients] } : {}),
  };
  return { ...record, seal: sealOfConsent(record, of) };
}
