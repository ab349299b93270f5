import { lettersMeant } from './emailLookalikes';
import { PROVIDERS } from './emailProviders';

/** Providers that give boxes with letters of other scripts in the name too; all others that are known take plain ones alone. */
const TAKES_ANY_LETTERS: ReadonlySet<string> = new Set(['rediffmail', 'qq', '163', '126', 'sina']);

const PLAIN_ONLY: ReadonlySet<string> = new Set(
  PROVIDERS.filter(({ label }) => !TAKES_ANY_LETTERS.has(label)).flatMap(({ label, suffixes }) =>
    suffixes.map((suffix) => `${label}.${suffix}`),
  ),
);

const ASCII = /^[\x20-\x7e]*$/;

/**
 * Why the letters before the @ cannot be those of an address there, in words; null where they can. No box of a known provider
 * has an accent or a Greek letter, and none anywhere a Cyrillic letter in a Latin name: whoever sees it takes it for another.
 */
export function whyNotLetters(local: string, domain: string): string | null {
  if (ASCII.test(local)) return null;
  if (lettersMeant(local) !== null) return 'a letter that only looks Latin stands before the @';
  return PLAIN_ONLY.has(domain) ? 'its provider has no addresses with such letters' : null;
}

/** Of letters that Latin ones are written for in German. */
const IN_GERMAN: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
/** Of letters that are no Latin one with a mark. */
const BARE: Readonly<Record<string, string>> = { ß: 'ss', ı: 'i', ł: 'l', ø: 'o', đ: 'd' };

/**
 * The name before the @ in plain letters: those that were meant by look-alikes, and accents left out as their owners leave
 * them out. Null where another script leaves several ways to write it.
 */
export function plainLocal(written: string, country: string): string | null {
  const local = written.normalize('NFC').toLowerCase();
  if (ASCII.test(local)) return written;
  const letters = lettersMeant(local) ?? local;
  const plain = [...letters]
    .map((letter) => (country === 'DE' ? IN_GERMAN[letter] : undefined) ?? BARE[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  return ASCII.test(plain) ? plain : null;
}
