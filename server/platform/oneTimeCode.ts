import { randomInt, timingSafeEqual } from 'node:crypto';
import { invalidInput, UserError } from './errors';
import { keyedHash } from './seal';

/** Codes that a person reads from a message and types: good for minutes and a few tries. */
const DIGITS = 6;

/** Digits that nobody can foresee: six, or as many as are asked for. */
export const newCode = (digits = DIGITS): string => String(randomInt(10 ** digits)).padStart(digits, '0');

/** What is kept of a code: a keyed hash of it and of what it is for, since six digits are soon gone through. */
export const hashOfCode = (forId: string, code: string): string => keyedHash('code', `${forId}:${code}`);

/** Compares in a time that tells nothing of how much was right. Blanks between digits do not count. */
export function isCode(forId: string, code: string, hash: string): boolean {
  const given = Buffer.from(hashOfCode(forId, code.replace(/\s/g, '')));
  const kept = Buffer.from(hash);
  return given.length === kept.length && timingSafeEqual(given, kept);
}

/** Refuses at `code` what cannot be one, before it costs a try. */
export function requireCodeForm(code: string): void {
  if (!/^[\d\s]{1,12}$/.test(code)) throw invalidInput('Give the digits of the message.', ['code']);
}

export const wrongCode = (triesLeft: number): UserError =>
  new UserError('WrongCode', wordsOfTries(triesLeft), { triesLeft }, ['code']);

function wordsOfTries(left: number): string {
  if (left === 0) return 'This code is no longer good. Ask for another one.';
  if (left === 1) return 'This is not the code that was sent. Look at it again: one try is left.';
  return `This is not the code that was sent. Look at it again: ${left} tries are left.`;
}
