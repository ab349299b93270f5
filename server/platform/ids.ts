import { createHash, randomBytes } from 'node:crypto';
import { now } from './clock';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const TIME_LETTERS = 10;
const ID_LETTERS = 26;

/** 26 characters: 48 bits of time, 80 random bits, so that ids of one kind sort by when they were made (as ULID does). */
function timeSortable(): string {
  let time = now().getTime();
  let head = '';
  for (let i = 0; i < TIME_LETTERS; i++) {
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

/** When a new id was made; null for what cannot be one of that kind. */
export function madeAt(prefix: string, id: string): Date | null {
  const letters = id.slice(prefix.length + 1);
  if (!id.startsWith(`${prefix}_`) || letters.length !== ID_LETTERS) return null;
  const places = [...letters].map((letter) => ALPHABET.indexOf(letter));
  if (places.includes(-1)) return null;
  return new Date(places.slice(0, TIME_LETTERS).reduce((time, place) => time * 32 + place, 0));
}

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
