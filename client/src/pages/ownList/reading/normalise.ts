import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** The forms that the market compares contacts in: what is hashed here must be what it hashes there. */

/** Prefixes that people still write though their country has given them up: 8 for long distance. */
const OLD_TRUNK_PREFIX: Readonly<Record<string, string>> = { AM: '8', UZ: '8' };

/** Days have as many digits as some phones. */
const DATE = /^(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})(?!\d)/;

/** A phone number in international form, such as +254712345678; null for what is none. */
export function phoneOf(text: string, country: string): string | null {
  const written = text.trim().replace(/^(?:p|tel|phone):\s*/i, '');
  const digits = written.replace(/[^\d+]/g, '');
  if (digits.length < 6 || digits.length > 20 || /[a-z]{3}/i.test(written) || DATE.test(written)) return null;
  const readings = [written.replace(/\.0$/, '')];
  if (digits.startsWith('00')) readings.push(`+${digits.slice(2)}`);
  const trunk = OLD_TRUNK_PREFIX[country];
  if (trunk && digits.startsWith(trunk)) readings.push(digits.slice(trunk.length));
  for (const reading of readings) {
    const number = parsePhoneNumberFromString(reading, country as CountryCode);
    if (number?.getType()) return number.number;
  }
  return null;
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** An e-mail address in lower case with its domain in ASCII; null for what is none. */
export function emailOf(text: string): string | null {
  const written = /<\s*([^<>]+@[^<>]+?)\s*>/.exec(text)?.[1] ?? text.trim().replace(/^mailto:/i, '');
  const at = written.lastIndexOf('@');
  if (at < 1 || /[\s,;]/.test(written)) return null;
  const domain = asciiOf(written.slice(at + 1));
  if (!domain?.includes('.') || !domain.split('.').every((label) => LABEL.test(label))) return null;
  // A capital sigma becomes one of two letters by its place: of the same address written otherwise, the other one.
  return `${written.slice(0, at).normalize('NFC').toLowerCase().replaceAll('ς', 'σ')}@${domain}`;
}

function asciiOf(domain: string): string | null {
  if (/^[\x21-\x7e]*$/.test(domain)) return domain.toLowerCase();
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return null;
  }
}
