import ipaddr from 'ipaddr.js';
import { getDomain } from 'tldts';

/** Names that lead into a house, not to the web. */
const INSIDE =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|home|corp|test|example|invalid|onion|alt|arpa)$/i;

/** A host of an address without the brackets of IPv6 and the dot of the root. */
export const bareHost = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/** Whether a host, as an address bears it, lies in the web and not within a machine or house. */
export function isPublicHost(hostname: string): boolean {
  const host = bareHost(hostname);
  if (ipaddr.isValid(host)) return isPublicAddress(host);
  return !INSIDE.test(host) && getDomain(host) !== null;
}

/** Of IPv6 only what is given out to networks of the web; the rest holds addresses of IPv4 in many disguises. */
const GIVEN_OUT: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** Whether an address of the network, written as such, is one of the web. */
export function isPublicAddress(text: string): boolean {
  const address = ipaddr.process(text);
  if (address.range() === 'rfc6052')
    return isPublicAddress(ipaddr.fromByteArray(address.toByteArray().slice(12)).toString());
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(GIVEN_OUT);
}
