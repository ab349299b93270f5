import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';

/** Letters of other scripts that look like Latin ones, by what they look like: nobody sees them in gmаil.com. */
const LOOK_LIKE: Readonly<Record<string, string>> = {
  a: 'αа',
  b: 'ьƅ',
  c: 'ϲс',
  d: 'ԁ',
  e: 'εеѐё',
  g: 'ցɡ',
  h: 'һհн',
  i: 'ιіїı',
  j: 'јյ',
  k: 'κк',
  l: 'ӏ',
  m: 'м',
  n: 'ηոп',
  o: 'οоօσ',
  p: 'ρр',
  q: 'ԛզ',
  r: 'гɾ',
  s: 'ѕ',
  t: 'τт',
  u: 'υսц',
  v: 'νѵ',
  w: 'ωѡԝա',
  x: 'χх',
  y: 'γу',
};

const LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOK_LIKE).flatMap(([latin, letters]) => [...letters].map((letter) => [letter, latin] as const)),
);

const ASCII = /^[\x21-\x7e]*$/;
const isMixed = (label: string): boolean => /[a-z]/.test(label) && !ASCII.test(label);
const inLatin = (label: string): string => [...label].map((letter) => LATIN.get(letter) ?? letter).join('');

/** A name in whose Latin letters others stand that look like them, in Latin ones alone; null of all others. */
export function lettersMeant(name: string): string | null {
  const plain = inLatin(name);
  return isMixed(name) && plain !== name && ASCII.test(plain) ? plain : null;
}

/**
 * The plain domain that was meant by one (in its ASCII form) in whose Latin words letters of another script stand; null for
 * others. Names in one script (почта.рф, münchen.de) are their own.
 */
export function plainDomainMeant(domain: string): string | null {
  if (!domain.includes('xn--')) return null;
  const labels = domainToUnicode(domain).normalize('NFC').split('.');
  const plain = labels.map((label) => (isMixed(label) ? inLatin(label) : label)).join('.');
  const { isIcann, domain: registered } = parse(plain);
  return ASCII.test(plain) && isIcann && registered ? plain : null;
}
