import { parse } from 'tldts';
import { readEmail } from './emailSyntax';
import { suggestDomain, suggestMended } from './emailTypos';

/** Longer ones are no address with a slip. */
const LONGEST_CHARS = 254;

/** "(at)", "[at]", " at ", and a dot in the same words, as people write who fear that their address is collected. */
const AT_IN_WORDS = /\s*[([{<]\s*(?:at|ät|@)\s*[)\]}>]\s*|\s+(?:at|@)\s+/i;
const DOT_IN_WORDS = /\s*[([{<]\s*(?:dot|punkt|pont|\.)\s*[)\]}>]\s*|\s+(?:dot|punkt|pont)\s+/gi;

/**
 * The address that was probably meant: without blanks, with a dot where a comma stands, without dots too many, with the @
 * that was written in words, at the provider whose name is a slip away. Null where none can be told, or what was written is
 * one. It is proposed to whoever has the person, never taken.
 */
export function addressMeantBy(written: string, country: string): string | null {
  if (written.length > LONGEST_CHARS) return null;
  const plain = written.replace(DOT_IN_WORDS, '.');
  const text = plain.includes('@') && !AT_IN_WORDS.test(plain) ? plain : plain.replace(AT_IN_WORDS, '@');
  const [, before = '', after = ''] = /^([^@]+)@+([^@]+)$/.exec(text.trim()) ?? [];
  const local = withoutDots(before.replace(/\s+/g, '').replace(/,/g, '.'));
  const domain = suggestMended(`x@${after}`, country) ?? domainMeant(after, country);
  if (local === '' || domain === null) return null;
  const read = readEmail(`${local}@${domain}`);
  return read.why === undefined && read.normalised !== written.toLowerCase() ? `${local}@${domain}` : null;
}

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
