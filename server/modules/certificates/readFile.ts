import { z } from 'zod';
import { type CertificateFile } from './document';

const text = z.string();

/** Whatever values somebody wrote into it: which of them fit is the seal's matter. Fields more than these are kept. */
const shape = z.object({
  certificate: z.looseObject({
    kind: z.literal('leadbourse-consent-certificate'),
    version: z.literal(1),
    id: text,
    saleId: text,
    leadId: text,
    niche: text,
    text,
    textHash: text,
    page: text.nullable(),
    givenAt: text,
    method: text,
    userAgent: text.nullable(),
    hasIp: z.boolean(),
    recipients: z.array(text),
    issuedAt: text,
    issuer: text,
  }),
  seal: text,
  signature: text,
  publicKey: text,
  contact: z
    .looseObject({ certificateId: text, ip: text.nullable(), wholeText: text.nullable(), signature: text })
    .optional(),
});

const DATA = /<script type="application\/json" id="certificate">([\s\S]*?)<\/script>/;

export interface ReadFile {
  file: CertificateFile;
  /** The whole page, where the file is one. */
  page: string | null;
}

/** A certificate as it was dropped: the JSON, or the page that has it inside. Null for what is none. */
export function readCertificateFile(dropped: string): ReadFile | null {
  // Marks and line ends change on the way through mail and editors, and mean nothing.
  const whole = dropped.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const inside = DATA.exec(whole);
  try {
    const read = shape.safeParse(JSON.parse(inside ? inside[1]! : whole));
    return read.success ? { file: read.data as CertificateFile, page: inside ? whole : null } : null;
  } catch {
    return null;
  }
}
