import { z } from 'zod';
import { type CertificateFile } from './document';

const text = z.string();

/** Whatever values somebody wrote into it: which of them fit is the seal's matter. Fields more than these are kept. */
const shape = z.looseObject({
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
    seenBy: text.optional(),
    namedRecipients: z.array(text).optional(),
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
  /** Parts that the text says otherwise than it is read: what stands in it twice or beside the parts of a certificate. */
  spelledOtherwise: string[];
}

/** A certificate as it was dropped: the JSON, or the page that has it inside. Null for what is none. */
export function readCertificateFile(dropped: string): ReadFile | null {
  // Marks and line ends change on the way through mail and editors, and mean nothing.
  const whole = dropped.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const inside = DATA.exec(whole);
  try {
    const text = inside ? inside[1]! : whole;
    const content: unknown = JSON.parse(text);
    if (!shape.safeParse(content).success) return null;
    const file = content as CertificateFile;
    // A page is compared with what its data makes, letter by letter.
    return { file, page: inside ? whole : null, spelledOtherwise: inside ? [] : otherwise(text, file) };
  } catch {
    return null;
  }
}

const TOP: ReadonlySet<string> = new Set(Object.keys(shape.shape));

/** A string of JSON and what may follow it if it is a key; or blanks between tokens; or a bracket. */
const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|\s+|[{}]/g;

/**
 * JSON lets a key stand twice and counts the last, and people read the first. So the text must be what its own content is
 * written as, whatever the blanks between its tokens are.
 */
function otherwise(text: string, file: CertificateFile): string[] {
  const more = Object.keys(file).filter((key) => !TOP.has(key));
  const twice = repeatedKeys(text);
  if (more.length + twice.length > 0) return [...twice, ...more];
  const bare = text.replace(TOKEN, (token, string?: string, colon?: string) =>
    string === undefined ? token.trim() : string + (colon?.trim() ?? ''),
  );
  return bare === JSON.stringify(file) ? [] : ['other'];
}

function repeatedKeys(text: string): string[] {
  const seen: Set<string>[] = [];
  const repeated: string[] = [];
  for (const [token, string, colon] of text.matchAll(TOKEN)) {
    if (token === '{') seen.push(new Set());
    if (token === '}') seen.pop();
    if (string === undefined || colon === undefined) continue;
    const key = JSON.parse(string) as string;
    if (seen.at(-1)?.has(key)) repeated.push(key);
    seen.at(-1)?.add(key);
  }
  return repeated;
}
