import { isIP, isIPv4 } from 'node:net';
import { networkOf } from '../network';

/** An address as a number to compare by: all of IPv4, the first 64 bits of IPv6. */
export interface AddressNumber {
  isOfFour: boolean;
  number: bigint;
}

/** Null for what is no address. IPv4 that comes mapped into IPv6 is IPv4. */
export function numberOfAddress(text: string): AddressNumber | null {
  const address = text.trim();
  if (isIP(address) === 0) return null;
  const network = networkOf(address);
  if (isIPv4(network)) return { isOfFour: true, number: join(network.split('.').map(Number), 8n) };
  const [head = ''] = network.split('::/64');
  return {
    isOfFour: false,
    number: join(
      head.split(':').map((group) => parseInt(group, 16)),
      16n,
    ),
  };
}

const join = (parts: readonly number[], bits: bigint): bigint =>
  parts.reduce((sum, part) => (sum << bits) | BigInt(part), 0n);

/**
 * What is kept of a visitor instead of the address: the network it lies in, of which a line has a part (IPv4: 256
 * addresses, IPv6: 65,536 lines). It is an address itself, of which the platform tells country and servers as of the
 * visitor's. Nothing is kept of what is no address.
 */
export function netOf(address: string): string {
  const found = numberOfAddress(address);
  if (!found) return '';
  const { isOfFour, number } = found;
  if (isOfFour) return `${[24n, 16n, 8n].map((shift) => (number >> shift) & 255n).join('.')}.0`;
  const groups = [48n, 32n, 16n].map((shift) => ((number >> shift) & 0xffffn).toString(16));
  return `${groups.join(':').replace(/(?:^|:)0(?::0)*$/, '')}::`;
}

/** Networks of no line: within a machine, a house or a firm, and those kept for later. */
const NOT_PUBLIC_FOUR = ['0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'];

/** Networks kept for examples: of trials, as numbers and domains for fiction are. */
const EXAMPLES_FOUR = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24'];

export const isForExamples = (address: string): boolean => {
  const found = numberOfAddress(address);
  return found?.isOfFour === true && isInOneOf(found.number, EXAMPLES_FOUR);
};

/**
 * Whether an address may be that of somebody's line. One that is not is of a proxy before the server, which is the same
 * for everybody. Addresses that lines share with others (100.64.0.0/10) are seen from outside by another one.
 */
export function isPublic(address: string): boolean {
  const found = numberOfAddress(address);
  if (!found) return false;
  // Of IPv6 the eighth that is given out: 2000::/3.
  if (!found.isOfFour) return found.number >> 61n === 1n;
  return !isInOneOf(found.number, NOT_PUBLIC_FOUR);
}

const isInOneOf = (number: bigint, networks: readonly string[]): boolean =>
  networks.some((network) => {
    const [start = '', bits = ''] = network.split('/');
    const shift = 32n - BigInt(bits);
    return number >> shift === numberOfAddress(start)!.number >> shift;
  });
