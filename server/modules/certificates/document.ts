import { sha256, signDocument, documentKey, isDocumentSigned } from '../../platform/seal';

/** What a certificate says. Plain JSON of texts, so that its one spelling is easily made anywhere. */
export interface CertificateDocument {
  kind: 'leadbourse-consent-certificate';
  version: 1;
  id: string;
  saleId: string;
  leadId: string;
  niche: string;
  /** What was agreed to, with the person left out; and its SHA-256. */
  text: string;
  textHash: string;
  page: string | null;
  givenAt: string;
  method: string;
  userAgent: string | null;
  hasIp: boolean;
  recipients: string[];
  /** Whether the market itself saw the consent given, by a form of its own, or was told of it; left out of older ones. */
  seenBy?: 'MARKET' | 'AGENCY';
  /** Whom the form named to the person; left out where it named nobody. */
  namedRecipients?: string[];
  issuedAt: string;
  /** The market's address. */
  issuer: string;
}

/** What only those see who may see the contact: a part of its own, so that the rest can be shown without it. */
export interface SealedPart {
  certificateId: string;
  ip: string | null;
  /** The whole text, where the one above leaves the person out. */
  wholeText: string | null;
}

/** A certificate as its holder keeps it. */
export interface CertificateFile {
  certificate: CertificateDocument;
  /** SHA-256 of the certificate's canonical JSON. */
  seal: string;
  /** Ed25519 by the market over the same bytes, and the key to check it by. */
  signature: string;
  publicKey: string;
  contact?: SealedPart & { signature: string };
}

/** One spelling for one content: keys in the order of their letters, no blanks (RFC 8785 for such plain values). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(',')}}`;
}

export interface Signed {
  seal: string;
  signature: string;
  publicKey: string;
}

export function signed(document: CertificateDocument): Signed {
  const text = canonical(document);
  return { seal: sha256(text), signature: signDocument(text), publicKey: documentKey() };
}

/** Whether a key signed exactly this. Whose key that is, the caller must know. */
export const isSigned = (content: object, signature: string, publicKey: string): boolean =>
  isDocumentSigned(canonical(content), signature, publicKey);

export const sealOf = (document: object): string => sha256(canonical(document));

/** The part for those who may see the contact, signed by itself. */
export const signedPart = (part: SealedPart): SealedPart & { signature: string } => ({
  ...part,
  signature: signDocument(canonical(part)),
});

/** The parts of two certificates that are not the same. */
export function differingParts(one: object, other: object): string[] {
  const [a, b] = [one, other] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => canonical(a[key]) !== canonical(b[key]));
}
