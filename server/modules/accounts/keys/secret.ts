import { randomBytes } from 'node:crypto';
import { config } from '../../../config';
import { keyedHash, sha256 } from '../../../platform/seal';

/** Letters and digits of which none looks like another, and of which a double click takes all. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 260 random bits, then a sum by which a slip of copying is told without asking the database. */
const RANDOM_LETTERS = 52;
const SUM_LETTERS = 6;
const SHAPE = new RegExp(`^lb_(?:live|test)_[${ALPHABET}]{${RANDOM_LETTERS + SUM_LETTERS}}$`);

/** As many letters of the random part as are shown later. */
const SHOWN_LETTERS = 6;

/**
 * What every secret begins with, so that people, logs and scanners of source code know it for what it is: a market that
 * is only tried out gives others than one in production.
 */
const head = (): string => (config.isProduction ? 'lb_live_' : 'lb_test_');

const lettersOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => ALPHABET[byte & 31]!).join('');

const sumOf = (text: string): string => lettersOf(Buffer.from(sha256(text), 'hex')).slice(0, SUM_LETTERS);

/** A new secret and the beginning of it that may be shown. */
export function newKeySecret(): { secret: string; prefix: string } {
  const body = head() + lettersOf(randomBytes(RANDOM_LETTERS));
  return { secret: body + sumOf(body), prefix: body.slice(0, head().length + SHOWN_LETTERS) };
}

/** Whether a text can be a secret at all. */
export const isKeySecret = (text: string): boolean =>
  SHAPE.test(text) && text.slice(-SUM_LETTERS) === sumOf(text.slice(0, -SUM_LETTERS));

/** What is stored of a secret: without the market's key for hashes nobody can tell which text it is of. */
export const hashOfSecret = (secret: string): string => keyedHash('api-key', secret);
