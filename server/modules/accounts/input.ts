import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { invalidInput } from '../../platform/errors';
import { wrongTradeName } from './tradeNameRules';

export { readInput as read } from '../../platform/inputs';

/** Control characters, and the marks that turn the reading direction around and so let a name show as another. */
const CONTROL = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u;

/** Text of one line in any script, trimmed and in one Unicode form; `rule` says how long it is to be. */
export const line = (minimum: number, maximum: number, rule = `Give ${minimum} to ${maximum} characters.`) =>
  z
    .string(rule)
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => value.length >= minimum && value.length <= maximum, rule)
    .refine((value) => !CONTROL.test(value), 'Control characters and line breaks are not allowed here.');

/** The name that an organisation is known by here, and that messages to people bear. */
export const tradeName = line(2, 100).superRefine((name, { addIssue }) => {
  const message = wrongTradeName(name);
  if (message !== null) addIssue({ code: 'custom', message });
});

/** Lower case with the domain in ASCII: two spellings of one address are one login. */
export function normaliseEmail(value: string): string {
  const [local, domain, ...rest] = value.trim().toLowerCase().split('@');
  return rest.length === 0 && domain ? `${local}@${domainToASCII(domain)}` : value;
}

export const email = z
  .string()
  .max(254, 'An e-mail address has at most 254 characters.')
  .transform(normaliseEmail)
  .refine((value) => z.email().safeParse(value).success, 'This is not an e-mail address.');

/** Long enough, but first in every list of guesses. */
const COMMON = new Set(
  (
    '1234567890 12345678910 0123456789 0987654321 1q2w3e4r5t qwertyuiop qwerty12345 password12 password123 password1234 ' +
    'passw0rd123 iloveyou12 abcdefghij abcd123456 letmein123 welcome123 administrator changeme123 1111111111 aaaaaaaaaa'
  ).split(' '),
);

const LEAST_PASSWORD = 'A password has at least 10 characters.';

export const newPassword = z
  .string(LEAST_PASSWORD)
  .min(10, LEAST_PASSWORD)
  .max(128, 'A password has at most 128 characters.')
  .refine((value) => !COMMON.has(value.toLowerCase()), 'This password is among the first that others would try.')
  .refine((value) => new Set(value).size > 3, 'Use more than three different characters.');

const OWN_ADDRESS = 'Your own e-mail address is among the first that others would try. Choose another password.';

/**
 * Refuses the login's own address as its new password, whole or what stands before the @, in any case: whoever knows the
 * login knows that already.
 */
export function refuseOwnAddress(wanted: string, address: string, field: 'password' | 'newPassword'): void {
  const typed = normaliseEmail(wanted);
  const local = address.slice(0, address.lastIndexOf('@'));
  if ([address, local].includes(typed.trim().toLowerCase())) throw invalidInput(OWN_ADDRESS, [field]);
}

/** A password as typed to be compared: only its size is looked at. */
export const password = z.string().max(1000, 'A password has at most 128 characters.');

export const token = z.string().max(200, 'This is not a token.');

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

export const country = z
  .string()
  .transform((value) => value.trim().toUpperCase())
  .refine(
    (value) => /^[A-Z]{2}$/.test(value) && value !== 'ZZ' && countries.of(value) !== undefined,
    'Give the two letters of a country, such as KE.',
  );
