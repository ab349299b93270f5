import { parse } from 'tldts';
import { PROVIDERS, REAL_LOOKALIKES, SLIPS_OF_COM } from './emailProviders';

/**
 * The provider's domain that was probably meant by this (lower-case, ASCII) domain; null when the domain may well be
 * its own. Suggests only where one slip leads to a provider's name with an ending it really has; a sound ending of a
 * name that no provider has is never questioned, so firms and national providers are left alone.
 */
export function suggestDomain(domain: string, country: string): string | null {
  if (REAL_LOOKALIKES.has(domain)) return null;
  const providers = PROVIDERS.filter(({ countries }) => !countries || countries.includes(country));
  if (providers.some((provider) => provider.suffixes.some((suffix) => domain === `${provider.label}.${suffix}`)))
    return null;
  const { isSound, label, suffix } = split(domain);
  for (const allowed of [0, 1]) {
    for (const provider of providers) {
      if (!isNear(label, provider.label, allowed)) continue;
      const ending = endingMeant(provider.suffixes, suffix, isSound, allowed);
      if (ending) return `${provider.label}.${ending}`;
    }
  }
  return movedDot(domain, providers);
}

/** Name and ending; an ending that no registry has is what stands behind the first dot. */
function split(domain: string): { isSound: boolean; label: string; suffix: string } {
  const { isIcann, publicSuffix, domainWithoutSuffix, subdomain } = parse(domain);
  if (isIcann && publicSuffix && domainWithoutSuffix && !subdomain) {
    return { isSound: true, label: domainWithoutSuffix, suffix: publicSuffix };
  }
  const dot = domain.indexOf('.');
  if (dot < 0) return { isSound: false, label: domain, suffix: '' };
  // A sound ending behind several names is someone's own sub-domain (mail.firm.com).
  return {
    isSound: isIcann === true && Boolean(domainWithoutSuffix),
    label: domain.slice(0, dot),
    suffix: domain.slice(dot + 1),
  };
}

/** Short names (aol, live, msn) have too many real neighbours: only the name itself counts there. */
function isNear(label: string, provider: string, allowed: number): boolean {
  if (allowed === 0) return label === provider;
  return provider.length >= 5 && label.length >= 4 && differsByOneSlip(label, provider);
}

function endingMeant(suffixes: readonly string[], suffix: string, isSound: boolean, slips: number): string | null {
  const first = suffixes[0]!;
  if (suffixes.includes(suffix)) return slips === 0 ? null : suffix;
  if (first === 'com' && SLIPS_OF_COM.has(suffix)) return first;
  if (isSound) return null;
  return (
    suffixes.find((known) => differsByOneSlip(suffix, known) || suffix === known.replace('.', '')) ??
    (slips === 0 ? first : null)
  );
}

/** `gmailc.om`, `gmailcom`: the letters are right, the dot is not. */
function movedDot(domain: string, providers: typeof PROVIDERS): string | null {
  const letters = domain.replaceAll('.', '');
  for (const { label, suffixes } of providers) {
    if (label.length < 5) continue;
    const meant = suffixes.find((suffix) => `${label}${suffix}`.replaceAll('.', '') === letters);
    if (meant && !domain.startsWith(`${label}.`)) return `${label}.${meant}`;
  }
  return null;
}

/** One letter too many, too few, another one, or two neighbours swapped (Damerau's distance of 1). */
export function differsByOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [leftA, leftB] = [endA - start, endB - start];
  if (leftA <= 1 && leftB <= 1) return true;
  return leftA === 2 && leftB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
}
