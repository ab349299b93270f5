import { createHash, randomBytes } from 'node:crypto';
import { now } from './clock';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** 26 characters: 48 bits of time, 80 random bits, so that ids of one kind sort by when they were made (as ULID does). */
function timeSortable(): string {
  let time = now().getTime();
  let head = '';
  for (let i = 0; i < 10; i++) {
    head = ALPHABET[time % 32]! + head;
    time = Math.floor(time / 32);
  }
  const random = randomBytes(16);
  let tail = '';
  for (const byte of random) tail += ALPHABET[byte & 31]!;
  return head + tail;
}

/** A new opaque id such as `lead_01jd…`; what is stored as `_id` is what the API shows. */
export const newId = (prefix: string): string => `${prefix}_${timeSortable()}`;

/** The id that the same parts always give: a repeated request meets its own first effect. 160 bits of SHA-256. */
export function idFrom(prefix: string, ...parts: readonly (string | number)[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  let text = '';
  for (let i = 0; i < 32; i++) text += ALPHABET[digest[i]! & 31]!;
  return `${prefix}_${text}`;
}

/** True for a well-formed id of that kind; says nothing of whether it exists. */
export const isIdOf = (prefix: string, value: string): boolean =>
  value.startsWith(`${prefix}_`) && value.length <= 80 && /^[a-z0-9_-]+$/i.test(value);
