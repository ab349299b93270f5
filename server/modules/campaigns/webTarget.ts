import ipaddr from 'ipaddr.js';
import { getDomain } from 'tldts';

const LONGEST_CHARS = 2000;

/** Names that lead into a house, not to the web. */
const INSIDE = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|test|example|invalid|onion|arpa)$/i;

/**
 * A text as the address of a public page of the web, or why it is none. Only http and https, a public name or a public
 * address of the network, and nothing that names a login: whoever is sent there is never sent inside.
 */
export function webTarget(text: string, ownHost: string): { url: string } | { fault: string } {
  const given = text.trim();
  if (given.length > LONGEST_CHARS) return { fault: 'At most 2,000 characters.' };
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given))
    return { fault: 'Give the address of a page, beginning with https:// (or http://).' };
  const url = new URL(given);
  if (url.username || url.password) return { fault: 'The address may not hold a user name or password.' };
  if (bare(url.hostname).toLowerCase() === ownHost.toLowerCase())
    return { fault: 'The address is one of the market itself. Give a page of your own.' };
  if (!isPublicHost(url.hostname)) return { fault: 'The address leads to no public page of the web.' };
  return { url: url.href };
}

/** A host of an address without the brackets of IPv6 and the dot of the root. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** Whether a host, as an address bears it, lies in the web and not within a machine or house. */
export function isPublicHost(hostname: string): boolean {
  const host = bare(hostname);
  if (ipaddr.isValid(host)) return ipaddr.process(host).range() === 'unicast';
  return !INSIDE.test(host) && getDomain(host) !== null;
}
