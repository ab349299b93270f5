import { createHmac, timingSafeEqual } from 'node:crypto';

/** The fields of a form that the provider sends: each by its name, all values of one that comes several times. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

/**
 * What the provider signs: the whole address that it was told, then each field by its name in order, with nothing between
 * (X-Twilio-Signature: base64 of HMAC-SHA1 by the account's token).
 */
export function signatureOf(token: string, address: string, fields: Fields): string {
  const signed = Object.keys(fields)
    .sort()
    .map((name) => name + valueOf(fields[name]!))
    .join('');
  return createHmac('sha1', token)
    .update(Buffer.from(address + signed, 'utf8'))
    .digest('base64');
}

/** Values of one name, each once, in order: as the provider's own libraries put them. */
const valueOf = (value: string | readonly string[]): string =>
  typeof value === 'string' ? value : [...new Set(value)].sort().join('');

/** Compared in constant time, so that nobody finds a signature letter by letter. */
export function isSigned(token: string, address: string, fields: Fields, signature: string): boolean {
  const [expected, given] = [Buffer.from(signatureOf(token, address, fields)), Buffer.from(signature)];
  return expected.length === given.length && timingSafeEqual(expected, given);
}
