import { Resolver } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { bareHost, isPublicAddress } from './visitor/hosts';

/** The addresses that a name leads to: none where the web has no such name, null where nobody could be asked. */
export type HostNames = (host: string) => Promise<readonly string[] | null>;

const LONGEST_MS = 1500;
const NO_SUCH: readonly string[] = ['ENOTFOUND', 'ENODATA'];

/**
 * Asks the name servers themselves: the system's own look-up takes a thread of the few that also write files for as long
 * as somebody's name server keeps silent, and knows names of this machine that nobody else knows.
 */
const askWeb: HostNames = async (host) => {
  const resolver = new Resolver({ timeout: LONGEST_MS, tries: 1 });
  const end = setTimeout(() => resolver.cancel(), LONGEST_MS);
  try {
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    const isAnswered = answers.every(
      (answer) => answer.status === 'fulfilled' || NO_SUCH.includes((answer.reason as { code?: string }).code ?? ''),
    );
    return addresses.length > 0 || isAnswered ? addresses : null;
  } finally {
    clearTimeout(end);
  }
};

let names = askWeb;

/** Who is asked for names instead; null for the web. */
export function setHostNames(told: HostNames | null): void {
  names = told ?? askWeb;
}

/** What the name in an address leads to. */
export interface Lead {
  /** Why nobody is sent there; null where nothing is against it. */
  fault: string | null;
  /** Whether the web has such a name; null where nobody could be asked. */
  isKnown: boolean | null;
}

/** The addresses that the host of an address leads to: itself where it is one; null where nobody could be asked. */
export async function addressesIn(url: string): Promise<readonly string[] | null> {
  const host = bareHost(new URL(url).hostname);
  return ipaddr.isValid(host) ? [host] : names(host);
}

/**
 * Where the name of an address that `webTarget` took leads just now. One that leads inside is a slip or a trap. A name that
 * nobody has is no fault: the page may be on its way. Neither is silence of the name servers.
 */
export async function whereLeads(url: string): Promise<Lead> {
  const addresses = await addressesIn(url);
  if (addresses === null) return { fault: null, isKnown: null };
  const inside = addresses.find((address) => !isPublicAddress(address));
  const fault =
    inside === undefined
      ? null
      : `${bareHost(new URL(url).hostname)} leads to ${inside}, which is within a machine or house and not in the web.`;
  return { fault, isKnown: addresses.length > 0 };
}
