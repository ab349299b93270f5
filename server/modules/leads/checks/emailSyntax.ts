import { domainToASCII } from 'node:url';

export type EmailReading =
  | {
      /** Lower-case, the domain in its ASCII (IDNA) form: what is hashed and compared. */
      normalised: string;
      local: string;
      domain: string;
      why?: never;
    }
  | { why: string };

const ATOM = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
/** A quoted local part of printable ASCII and letters of any script (RFC 5321, RFC 6531); rare, but legal. */
const QUOTED = /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e\p{L}\p{M}\p{N}]|\\[\x20-\x7e])*"$/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/**
 * Reads one address by RFC 5321 with internationalised names (RFC 6531, IDNA). Comments, folding white space and
 * address literals, which RFC 5322 knows, are refused: no person leaves them on a form. Says in words what is wrong.
 */
export function readEmail(text: string): EmailReading {
  const at = text.lastIndexOf('@');
  if (at < 0) return { why: 'there is no @' };
  const local = text.slice(0, at);
  if (local === '') return { why: 'nothing stands before the @' };
  if (bytes(local) > 64) return { why: 'the part before the @ is too long' };
  if (!ATOM.test(local) && !QUOTED.test(local)) return { why: whyNotLocal(local) };
  const domain = readDomain(text.slice(at + 1));
  if (typeof domain !== 'string') return domain;
  if (bytes(local) + 1 + domain.length > 254) return { why: 'it is too long' };
  // A capital sigma becomes one of two letters by its place: of the same address written otherwise, the other one.
  const lower = local.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
  return { normalised: `${lower}@${domain}`, local: lower, domain };
}

function whyNotLocal(local: string): string {
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return 'a dot stands in a wrong place';
  if (/\s/.test(local)) return 'there is a space in it';
  if (local.includes('@')) return 'there is more than one @';
  return 'there is a character that addresses do not have';
}

function readDomain(text: string): string | { why: string } {
  if (text === '') return { why: 'nothing stands after the @' };
  if (text.startsWith('[')) return { why: 'a number stands in place of a domain' };
  if (/\s/.test(text)) return { why: 'there is a space in it' };
  if (text.includes(',')) return { why: 'a comma stands in place of a dot' };
  const domain = /^[\x21-\x7e]*$/.test(text) ? text.toLowerCase() : domainToASCII(text);
  if (domain === '') return { why: 'the domain is not well formed' };
  const labels = domain.split('.');
  if (labels.some((label) => label === '')) return { why: 'a dot stands in a wrong place' };
  if (domain.length > 253 || labels.some((label) => label.length > 63)) return { why: 'the domain is too long' };
  if (!labels.every((label) => LABEL.test(label)))
    return { why: 'the domain has a character that domains do not have' };
  if (/^\d+$/.test(labels.at(-1)!)) return { why: 'a number stands in place of a domain' };
  return domain;
}
