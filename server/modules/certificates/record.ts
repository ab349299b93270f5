import { type ConsentRead, consentsOf, isSeenByMarket } from '../leads';
import { canonical, differingParts, isSigned, sealOf } from './document';
import { type CertificateRow } from './model';

/**
 * What of a certificate is not as it was issued in what the market keeps: parts of the certificate itself, and of the
 * consent record that it was made of. Empty when nothing changed. A consent that was erased is no change: the
 * certificate outlives it.
 */
export async function changesOfRecords(rows: readonly CertificateRow[]): Promise<Map<string, string[]>> {
  const consents = await consentsOf(rows.map(({ leadId }) => leadId));
  return new Map(rows.map((row) => [row._id, changesOf(row, consents.get(row.leadId))]));
}

function changesOf(row: CertificateRow, consent: ConsentRead | undefined): string[] {
  const changes = new Set(consent ? changesOfConsent(row, consent) : []);
  const { document } = row;
  if (document.id !== row._id || document.saleId !== row.saleId || document.leadId !== row.leadId) changes.add('id');
  if (row.seal !== sealOf(document)) changes.add('seal');
  if (!isSigned(document, row.signature, row.publicKey)) changes.add('signature');
  return [...changes];
}

function changesOfConsent({ document }: CertificateRow, consent: ConsentRead): string[] {
  const { text, textHash, page, givenAt, method, userAgent, hasIp, namedRecipients, seenBy } = document;
  const issued = { text, textHash, page, givenAt, method, userAgent, hasIp, namedRecipients, seenBy };
  const kept: typeof issued = {
    text: consent.text,
    textHash: consent.textHash,
    page: consent.page,
    givenAt: consent.at.toISOString(),
    method: consent.method,
    userAgent: consent.userAgent ?? null,
    hasIp: consent.hasIp,
    namedRecipients: consent.namedRecipients,
    // Certificates that were issued before they said it say nothing of it.
    seenBy: seenBy && (isSeenByMarket(consent) ? 'MARKET' : 'AGENCY'),
  };
  const differing = differingParts(issued, kept);
  // Both may have been changed alike: then only its own seal tells.
  return differing.length === 0 && !consent.isAsSealed ? ['consent'] : differing;
}

/** True when two contents are the same, however they are spelt. */
export const isSameContent = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
