import { parse } from 'tldts';
import { plainLocal, whyNotLetters } from './emailLetters';
import { readEmail } from './emailSyntax';
import { PROVIDER_DOMAINS, PROVIDERS } from './emailProviders';
import { suggestDomain, suggestMended } from './emailTypos';

/** Longer ones are no address with a slip. */
const LONGEST_CHARS = 254;

/** What the @ is called by those who spell it: a worm, a dog, a duckling, a monkey. */
const AT_NAMES = 'kukacz?|kuchukcha|кучукча|собачка|собака|sobaka|παπάκι|παπακι|papaki|շնիկ|arroba|klammeraffe';
const DOT_NAMES = 'dot|punkt|pont|точка|τελεία|τελεια|telia|կետ|nuqta|нуқта|нукта|nukta|punto|tochka';

/** "(at)", "[at]", " at ", and a dot in the same words, as people write who fear that their address is collected. */
const AT_IN_WORDS = new RegExp(
  String.raw`\s*[([{<]\s*(?:at|ät|@|${AT_NAMES})\s*[)\]}>]\s*|\s+(?:at|@|${AT_NAMES})\s+`,
  'iu',
);
const DOT_IN_WORDS = new RegExp(String.raw`\s*[([{<]\s*(?:${DOT_NAMES}|\.)\s*[)\]}>]\s*|\s+(?:${DOT_NAMES})\s+`, 'giu');
/** The same without gaps: johnkukacgmail.com. */
const GLUED_AT = new RegExp(`(?:${AT_NAMES})$`, 'iu');

/**
 * The address that was probably meant: without blanks, with a dot where a comma stands, without dots too many, with the @
 * that was written in words, at the provider whose name is a slip away. Null where none can be told, or what was written is
 * one. It is proposed to whoever has the person, never taken.
 */
export function addressMeantBy(written: string, country: string): string | null {
  if (written.length > LONGEST_CHARS) return null;
  const plain = written.replace(DOT_IN_WORDS, '.');
  if (!plain.includes('@') && !AT_IN_WORDS.test(plain)) return addressWithoutAt(plain, country);
  const text = plain.includes('@') && !AT_IN_WORDS.test(plain) ? plain : plain.replace(AT_IN_WORDS, '@');
  const [, before = '', after = ''] = /^([^@]+)@+([^@]+)$/.exec(text.trim()) ?? [];
  const local = withoutDots(before.replace(/\s+/g, '').replace(/,/g, '.'));
  const domain = suggestMended(`x@${after}`, country) ?? domainMeant(after, country);
  return domain === null ? null : addressOf(local, domain, written, country);
}

/** The two as an address, in the letters that its domain takes; null where that is none, or what was written. */
function addressOf(local: string, domain: string, written: string, country: string): string | null {
  const read = local === '' ? null : readEmail(`${local}@${domain}`);
  if (!read || read.why !== undefined) return null;
  const letters = whyNotLetters(read.local, read.domain) === null ? local : plainLocal(local, country);
  const address = `${letters}@${domain}`;
  return letters === null || address.toLowerCase() === written.toLowerCase() ? null : address;
}

/** What may stand where the @ is lost: a blank, a dot, a sign of a key beside it, or nothing. */
const IN_PLACE_OF_AT = /[\s.,;:#&!$%*()[\]"'`~^|<>=?+_\\-]+$/;
/** Shorter ones before a provider's name are a word with it: olive.com. */
const LEAST_GLUED = 3;

/** The address of which only the @ is missing: what ends in a provider's domain, or in one that is a slip away. */
function addressWithoutAt(written: string, country: string): string | null {
  const text = written
    .trim()
    .toLowerCase()
    .replace(/\s*,\s*/g, '.')
    .replace(/[.;]+$/, '');
  if (/^(?:https?:|w{3}\.)|\//.test(text)) return null;
  const addresses = [behindGap(text, country), behindLetters(text)].map((parts) => {
    const before = parts?.local.replace(IN_PLACE_OF_AT, '').replace(GLUED_AT, '').replace(/\s+/g, '') ?? '';
    return parts && /\p{L}/u.test(before) ? addressOf(before, parts.domain, written, country) : null;
  });
  return addresses.find((address) => address !== null) ?? null;
}

interface Parts {
  local: string;
  domain: string;
}

/** A provider's domain, or a slip of one, that begins behind a blank, a dot or a sign; the longest. */
function behindGap(text: string, country: string): Parts | null {
  for (const { index, 0: gap } of text.matchAll(/[\s.#&!$%*()[\]"'`~^|<>=?+_\\-]+/g)) {
    const domain = text.slice(index + gap.length).replace(/\s*\.\s*|\s+/g, '.');
    const local = text.slice(0, index);
    if (!/^[\p{L}\p{N}-]+(?:\.[a-z]{2,})*$/u.test(domain)) continue;
    if (PROVIDER_DOMAINS.has(domain)) return { local, domain };
    const meant = domain.includes('.') || domain.startsWith('gmail') ? suggestDomain(domain, country) : null;
    if (meant) return { local, domain: meant };
  }
  return null;
}

/** A provider's domain right behind the name: ashagmail.com; the longest, for gmail.com ends in mail.com. */
function behindLetters(text: string): Parts | null {
  const ends = GLUED.filter((domain) => text.endsWith(domain) && text.length - domain.length >= LEAST_GLUED);
  const domain = ends.reduce((longest, end) => (end.length > longest.length ? end : longest), '');
  return domain === '' ? null : { local: text.slice(0, -domain.length), domain };
}

/** Words of a language end other domains too (maxweb.de). */
const GLUED: readonly string[] = PROVIDERS.flatMap(({ label, suffixes, kind }) =>
  kind === 'WORD' ? [] : suffixes.map((suffix) => `${label}.${suffix}`),
);

const withoutDots = (text: string): string => text.replace(/\.{2,}/g, '.').replace(/^\.|\.$/g, '');

/** A domain with what certainly belongs to none taken off; words behind a comma make none. */
function domainMeant(written: string, country: string): string | null {
  const mended = withoutDots(
    written
      .trim()
      .replace(/[.,;:]+$/, '')
      .replace(/\s*\.\s*/g, '.')
      .replace(/,(?=\S)/g, '.'),
  );
  const read = readEmail(`x@${mended}`);
  if (read.why !== undefined) return null;
  const { isIcann, domain } = parse(read.domain);
  return suggestDomain(read.domain, country) ?? (isIcann && domain ? mended : null);
}
