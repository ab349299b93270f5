import { type Viewer } from '../../graphql/viewer';
import { UserError } from '../../platform/errors';
import { contactOfSale } from '../desk';
import { CONSENT_IP, type Contact, isErased, leadsById, readContact, WHOLE_TEXT } from '../leads';
import { type SealedPart, signedPart } from './document';
import { type CertificateRow, Certificates } from './model';
import { mayOpen } from './policy';

/** A certificate that the viewer may open; null for any other id. */
export async function readCertificate(viewer: Viewer, id: string): Promise<CertificateRow | null> {
  const row = await Certificates.findById(id).lean<CertificateRow>();
  return row && (await mayOpen(viewer, row)) ? row : null;
}

const REASON = 'certificate of consent';

/**
 * What of the consent is sealed with the contact, signed by the market: for the lead's agency and for the buyer while
 * the sale is not refunded. The look is recorded first. Null for all others; staff ask for the contact with a reason.
 */
export async function sealedPartOf(
  viewer: Viewer,
  certificate: CertificateRow,
): Promise<(SealedPart & { signature: string }) | null> {
  const contact = await contactFor(viewer, certificate);
  if (!contact) return null;
  const detail = (name: string): string | null => contact.details.find(({ label }) => label === name)?.value ?? null;
  return signedPart({ certificateId: certificate._id, ip: detail(CONSENT_IP), wholeText: detail(WHOLE_TEXT) });
}

async function contactFor(viewer: Viewer, { leadId, saleId }: CertificateRow): Promise<Contact | null> {
  if (viewer.organisationKind === 'PLATFORM') return null;
  const lead = (await leadsById([leadId])).get(leadId);
  if (!lead || isErased(lead)) return null;
  if (viewer.organisationKind === 'BUSINESS') return contactOfSale(viewer, saleId, REASON);
  try {
    return await readContact(viewer, leadId, { reason: REASON });
  } catch (error) {
    if (error instanceof UserError && error.typename === 'NotFound') return null;
    throw error;
  }
}
