import { parse } from 'tldts';
import { isTakenFor } from '../matching/closeness';
import { soundOf } from '../matching/latin';
import { plainDomainMeant } from './emailLookalikes';
import {
  COMMON_ENDINGS,
  ONE_ENDING,
  type Provider,
  PROVIDER_DOMAINS,
  PROVIDERS,
  SLIPS_OF_COM,
  SLIPS_OF_NET,
} from './emailProviders';
import { areNeighbours } from './keyboard';

/**
 * The provider's domain that was probably meant by this (lower-case, ASCII) domain; null when the domain may well be
 * its own. Of all that are near enough the likeliest slip wins. A sound ending of a name that no provider has is never
 * questioned, so firms and national providers are left alone.
 */
export function suggestDomain(domain: string, country: string): string | null {
  if (PROVIDER_DOMAINS.has(domain)) return null;
  const plain = plainDomainMeant(domain) ?? domainBehindWww(domain);
  if (plain !== null) {
    const meant = PROVIDER_DOMAINS.has(plain) ? plain : suggestNear(plain, country);
    return meant ?? (domain.includes('xn--') ? plain : null);
  }
  return suggestNear(domain, country);
}

/** What stands behind a www of a site that provides mail boxes (www.gmail.com); what a firm's is called nobody knows. */
function domainBehindWww(domain: string): string | null {
  const behind = /^w{2,4}\.(.+\..+)$/.exec(domain)?.[1];
  if (behind !== undefined) return behind;
  const glued = domain.startsWith('www') ? domain.slice(3) : '';
  return PROVIDER_DOMAINS.has(glued) && glued.indexOf('.') >= SHORTEST_NEAR ? glued : null;
}

function suggestNear(domain: string, country: string): string | null {
  const written = split(domain);
  let best: string | null = null;
  let least = Infinity;
  for (const provider of PROVIDERS) {
    const isLocal = !provider.countries || provider.countries.includes(country);
    const name = nameSlip(written, provider, isLocal);
    if (name === null) continue;
    const ending = endingMeant(provider, written, name, country);
    // A provider of the lead's own country is likelier than one of another.
    const slip = ending && name + ending.slip + (isLocal ? 0 : 0.05);
    if (ending && slip !== null && slip < least) [best, least] = [`${provider.label}.${ending.suffix}`, slip];
  }
  return best ?? (domain.includes('.') ? movedDot(domain, country) : (lostDot(domain) ?? lostEnding(domain, country)));
}

/**
 * The provider's domain that was probably meant where commas, spaces or too many dots leave none (`gmail,com`,
 * `gmail..com`, `gmail.com.`); null where what is left by taking them off is nobody's that we know.
 */
export function suggestMended(address: string, country: string): string | null {
  const written = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const mended = written
    .replace(/\s*[,;:]\s*|\s+/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/^\.|\.$/g, '');
  if (!address.includes('@') || mended === written || !/^[a-z0-9.-]{4,60}$/.test(mended)) return null;
  return PROVIDER_DOMAINS.has(mended) ? mended : suggestDomain(mended, country);
}

interface Written {
  label: string;
  suffix: string;
  /** Whether the ending is one that a registry has; behind several names it is someone's own sub-domain. */
  isSound: boolean;
  hasSubdomain: boolean;
}

/** Name and ending; an ending that no registry has is what stands behind the first dot. */
function split(domain: string): Written {
  const { isIcann, publicSuffix, domainWithoutSuffix, subdomain } = parse(domain);
  if (isIcann && publicSuffix && domainWithoutSuffix && !subdomain) {
    return { isSound: true, hasSubdomain: false, label: domainWithoutSuffix, suffix: publicSuffix };
  }
  const dot = domain.indexOf('.');
  const [label, suffix] = dot < 0 ? [domain, ''] : [domain.slice(0, dot), domain.slice(dot + 1)];
  return { isSound: isIcann === true && Boolean(domainWithoutSuffix), hasSubdomain: Boolean(subdomain), label, suffix };
}

/** Shorter names have too many real neighbours. */
const SHORTEST_NEAR = 5;

/** How far a name is from a provider's: 0 for itself, null for too far. */
function nameSlip({ label, suffix }: Written, provider: Provider, isLocal: boolean): number | null {
  const { label: known, kind, suffixes, isBig } = provider;
  if (label === known) return 0;
  if (kind === 'SHORT') return suffixes.includes(suffix) ? slipOfFingers(label, known) : null;
  if (kind === 'FAR') return sureSlip(label, known);
  if (kind === 'WORD' || known.length < SHORTEST_NEAR || label.length < SHORTEST_NEAR - 1) return null;
  if (!isLocal && !(isBig && suffixes.includes(suffix))) return null;
  return (isLikely(label, known) ? slipBetween(label, known) : null) ?? slipInLong(label, known);
}

/** Letters swapped or doubled, which make no other word. */
function sureSlip(written: string, meant: string): number | null {
  const slip = written[0] === meant[0] && written.length >= meant.length ? slipBetween(written, meant) : null;
  return slip !== null && (slip === SWAPPED || letterMore(written, meant)?.isDoubled) ? slip : null;
}

/** The letter that is one too many, and whether it is said twice; null where none is. */
function letterMore(written: string, meant: string): { at: number; isDoubled: boolean } | null {
  if (written.length !== meant.length + 1) return null;
  const at = [...written].findIndex((letter, place) => letter !== meant[place]);
  return { at, isDoubled: at > 0 && written[at] === written[at - 1] };
}

/**
 * Whether hands or ears make of a name what is written one slip from it: a letter more lies beside the ones around it or is
 * another of the name's own, another letter is one that is taken for the right one. Smail, outbook and zoutlook are words of
 * somebody else.
 */
function isLikely(written: string, meant: string): boolean {
  const more = letterMore(written, meant);
  if (more) {
    const letter = written[more.at]!;
    const around = [written[more.at - 1], written[more.at + 1]];
    return meant.includes(letter) || around.some((beside) => beside !== undefined && areNeighbours(beside, letter));
  }
  const other = [...written].flatMap((letter, place) => (letter === meant[place] ? [] : [place]));
  const [place = 0] = other;
  return (
    written.length !== meant.length ||
    other.length !== 1 ||
    (place === 0 ? areNeighbours : isTakenFor)(written[place]!, meant[place]!)
  );
}

/** Names of so many letters are told through slips that make another word of a shorter one. */
const LONG = 6;

/** A letter that moved by two places (icould), or a name written as it is heard (yandeks). */
function slipInLong(label: string, known: string): number | null {
  if (known.length < LONG || label.length < LONG) return null;
  return hasMovedLetter(label, known) || soundOf(label) === soundOf(known) ? ANY : null;
}

function hasMovedLetter(written: string, meant: string): boolean {
  const places = [...meant].flatMap((letter, place) => (letter === written[place] ? [] : [place]));
  const [first = 0] = places;
  const [a, b] = [written.slice(first, first + 3), meant.slice(first, first + 3)];
  const isNear = written.length === meant.length && places.length > 1 && places.at(-1)! - first < 3;
  return isNear && (a === b.slice(1) + b[0]! || b === a.slice(1) + a[0]!);
}

/** A slip that fingers make in a word they know: behind its first letter, and no letter left out. */
function slipOfFingers(written: string, meant: string): number | null {
  const slip = written[0] === meant[0] && written.length >= meant.length ? slipBetween(written, meant) : null;
  if (slip === null || slip === ANY) return null;
  return written.length === meant.length || /(.)\1/.test(written) ? slip : null;
}

/** The ending meant behind a provider's name, and how far the written one is from it. */
function endingMeant(
  { label, suffixes, kind }: Provider,
  written: Written,
  nameSlip: number,
  leadCountry: string,
): { suffix: string; slip: number } | null {
  const { suffix, isSound, hasSubdomain } = written;
  const isNameSlipped = nameSlip > 0;
  const first = suffixes[0]!;
  if (suffixes.includes(suffix)) return isNameSlipped ? { suffix, slip: 0 } : null;
  if (kind !== 'WORD' && first === 'com' && SLIPS_OF_COM.has(suffix)) return { suffix: first, slip: 0.5 };
  if (kind !== 'SHORT' && first === 'net' && SLIPS_OF_NET.has(suffix)) return { suffix: first, slip: 0.5 };
  // Of the slips of such a name only swapped letters are told behind any ending: gmial.hu, but not gomail.in.
  const isTold = nameSlip <= SWAPPED;
  if (isTold && ONE_ENDING.has(label) && isSound && /^(?:com?\.)?[a-z]{2}$/.test(suffix))
    return { suffix: first, slip: 0.6 };
  // co.gr, which is no ending, where a provider has gr.
  const [, country] = /^com?\.([a-z]{2})$/.exec(suffix) ?? [];
  if (kind !== 'WORD' && kind !== 'SHORT' && !isNameSlipped && hasSubdomain && country && suffixes.includes(country))
    return { suffix: country, slip: 0.6 };
  if (kind === 'SHORT') return null;
  if (hasSubdomain && isSound) return isNameSlipped ? null : nearest(suffixes.filter(hasDot), suffix);
  if (isSound) {
    const own = suffixes.find((one) => one === (ENDING_IN[leadCountry] ?? leadCountry.toLowerCase()));
    // otenet.gt: beside the ending that it has in the person's country lies one of another.
    if (!isNameSlipped && kind !== 'WORD' && label.length >= SHORTEST_NEAR && own && isBesideKey(suffix, own))
      return { suffix: own, slip: 1 };
    const isConfused = kind === 'BRAND' && !isNameSlipped && (COMMON_ENDINGS.has(suffix) || /^com?\./.test(suffix));
    return isConfused ? { suffix: first, slip: 1 } : null;
  }
  const near = nearest(suffixes, suffix);
  if (near || isNameSlipped || kind === 'WORD' || (suffix === '' && label === ANY_MAIL)) return near;
  return { suffix: first, slip: 2 };
}

/** Whether an ending of two letters is another one with a key beside the right one. */
function isBesideKey(written: string, meant: string): boolean {
  const slip = written.length === 2 && meant.length === 2 ? slipBetween(written, meant) : null;
  return slip !== null && slip <= NEIGHBOUR + AT_START && slip >= NEIGHBOUR;
}

/** Without an ending a word for mail of any kind. */
const ANY_MAIL = 'mail';

const hasDot = (suffix: string): boolean => suffix.includes('.');

/** The ending that is one slip away; of several the likeliest slip's. */
function nearest(suffixes: readonly string[], written: string): { suffix: string; slip: number } | null {
  let best: { suffix: string; slip: number } | null = null;
  for (const suffix of suffixes) {
    const slip = written === suffix.replace('.', '') ? 0.5 : slipBetween(written, suffix);
    if (slip !== null && (!best || slip < best.slip)) best = { suffix, slip };
  }
  return best;
}

/** `gmailc.om`, `gmailcom`, `gmailcom.com`: the letters are right, the dot is not. */
function movedDot(domain: string, country: string): string | null {
  const letters = domain.replaceAll('.', '');
  for (const { label, suffixes, kind, countries } of PROVIDERS) {
    if (
      kind === 'WORD' ||
      kind === 'SHORT' ||
      label.length < SHORTEST_NEAR ||
      (countries && !countries.includes(country))
    )
      continue;
    const meant = suffixes.find((suffix) => {
      const whole = `${label}${suffix}`.replaceAll('.', '');
      return letters === whole || domain === `${whole}.${suffix}`;
    });
    if (meant && !domain.startsWith(`${label}.`)) return `${label}.${meant}`;
  }
  return null;
}

/** `mailru`, `gmxde`: without a dot no domain at all, so that short names are told too. */
function lostDot(domain: string): string | null {
  const all = PROVIDERS.flatMap(({ label, suffixes }) => suffixes.map((suffix) => `${label}.${suffix}`));
  return all.find((known) => known.replaceAll('.', '') === domain) ?? null;
}

/** `gmx`, `web`: the ending that the provider has in the person's country; of a name that is no word its first one elsewhere. */
function lostEnding(label: string, country: string): string | null {
  const provider = PROVIDERS.find((one) => one.label === label && one.label.length >= SHORTEST_ALONE);
  const own = provider?.suffixes.find((suffix) => suffix === ENDING_IN[country] || suffix === country.toLowerCase());
  const ending = own ?? (NO_WORDS.has(label) ? provider?.suffixes[0] : undefined);
  return ending === undefined ? null : `${label}.${ending}`;
}

const SHORTEST_ALONE = 3;
/** Providers that are told by their last ending alone, for their names are short, but are no word of any language. */
const NO_WORDS: ReadonlySet<string> = new Set(['gmx', 'ymail']);
/** Where the ending is not the country's code; Russian providers are those of their neighbours too. */
const ENDING_IN: Readonly<Record<string, string>> = { GB: 'co.uk', US: 'com', AM: 'ru', UZ: 'ru' };

/** Of one slip: how unlikely it is, from keys next to each other to any letter; the first letter is seldom wrong. */
const SWAPPED = 0.8;
const DOUBLED_OR_LOST = 0.9;
const NEIGHBOUR = 1;
const ANY = 1.2;
const AT_START = 0.1;

/**
 * How unlikely it is that `meant` became `written` by one slip (Damerau's distance of 1): one letter too many, too few,
 * another one, or two neighbours swapped. Null for more than one slip or none.
 */
export function slipBetween(written: string, meant: string): number | null {
  if (written === meant || Math.abs(written.length - meant.length) > 1) return null;
  let start = 0;
  while (start < written.length && written[start] === meant[start]) start++;
  let endA = written.length;
  let endB = meant.length;
  while (endA > start && endB > start && written[endA - 1] === meant[endB - 1]) {
    endA--;
    endB--;
  }
  const [a, b] = [written.slice(start, endA), meant.slice(start, endB)];
  const kind = slipKind(a, b);
  return kind === null ? null : kind + (start === 0 ? AT_START : 0);
}

function slipKind(a: string, b: string): number | null {
  if (a.length === 2 && b.length === 2) return a[0] === b[1] && a[1] === b[0] ? SWAPPED : null;
  if (a.length > 1 || b.length > 1) return null;
  if (a.length !== b.length) return DOUBLED_OR_LOST;
  return areNeighbours(a, b) ? NEIGHBOUR : ANY;
}
