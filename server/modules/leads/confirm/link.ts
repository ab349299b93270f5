import { randomInt, timingSafeEqual } from 'node:crypto';
import { config } from '../../../config';
import { isSignatureOf, keyedHash, newSecret, sha256, signText } from '../../../platform/seal';
import { CONFIRM } from './rules';

const PURPOSE = 'confirmation';

/** What is sent, and what of it is kept. */
interface NewLink {
  url: string;
  tokenHash: string;
}

/** A new link. It is a secret, signed: one that was made up is told without asking the database. */
export function newLink(): NewLink {
  const secret = newSecret();
  const token = `${secret}.${signText(PURPOSE, secret)}`;
  return { url: `${config.publicUrl}/v/${token}`, tokenHash: sha256(token) };
}

/** Under what a token's question is kept; null for one that is none of ours. */
export function tokenHashOf(token: string): string | null {
  const [secret = '', signature = '', ...rest] = token.slice(0, 200).split('.');
  return rest.length === 0 && isSignatureOf(PURPOSE, secret, signature) ? sha256(token) : null;
}

/** Six digits that nobody can foresee. */
export const newCode = (): string => String(randomInt(10 ** CONFIRM.codeDigits)).padStart(CONFIRM.codeDigits, '0');

/** What is kept of a code: a keyed hash of it and of what it is for, since six digits are soon gone through. */
export const hashOfCode = (forId: string, code: string): string => keyedHash('code', `${forId}:${code}`);

/** Compares in a time that tells nothing of how much was right. Blanks between digits do not count. */
export function isCode(forId: string, code: string, hash: string): boolean {
  const given = Buffer.from(hashOfCode(forId, code.replace(/\s/g, '')));
  const kept = Buffer.from(hash);
  return given.length === kept.length && timingSafeEqual(given, kept);
}
