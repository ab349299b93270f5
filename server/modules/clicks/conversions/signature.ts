import { createHmac, timingSafeEqual } from 'node:crypto';
import { SECOND } from '../../../platform/clock';
import { CONVERSION } from './rules';

/** The header that a business's server signs by: `key=…,t=<Unix seconds>,v1=<hex>`. */
export const SIGNATURE_HEADER = 'leadbourse-signature';

export interface Signature {
  keyId: string;
  /** Unix time in seconds, as it was signed. */
  time: string;
  hex: string;
}

/** What the header says; null where it says it in another way. */
export function readSignature(header: string | undefined): Signature | null {
  if (!header || header.length > 300) return null;
  const parts = new Map(
    header.split(',').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
    }),
  );
  const [keyId, time, hex] = [parts.get('key'), parts.get('t'), parts.get('v1')?.toLowerCase()];
  if (!keyId || !time || !hex || !/^\d{1,12}$/.test(time) || !/^[0-9a-f]{64}$/.test(hex)) return null;
  return { keyId, time, hex };
}

/** HMAC-SHA-256 over the time, a point and the body as it is. */
export const signatureOf = (secret: string, time: string, body: Buffer | string): string =>
  createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex');

export const isSignedBy = (secret: string, { time, hex }: Signature, body: Buffer): boolean =>
  timingSafeEqual(Buffer.from(signatureOf(secret, time, body), 'hex'), Buffer.from(hex, 'hex'));

/** Whether a signature was made about now: an old one may have been listened to. */
export const isTimely = ({ time }: Signature, at: Date): boolean =>
  Math.abs(at.getTime() - Number(time) * SECOND) <= CONVERSION.skewMs;
