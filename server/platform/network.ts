import { isIPv6 } from 'node:net';

/**
 * Whose address it is, as far as limits can tell: an IPv4 address stands for itself, also where it comes mapped into
 * IPv6; of an IPv6 address the first 64 bits count, since one line has the rest of them to itself. Text that is no
 * address stays as it is.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  const groups = groupsOf(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255].join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight groups of an IPv6 address in any of its spellings. */
function groupsOf(address: string): number[] {
  const inHex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_text, ...bytes: string[]) => {
    const [a, b, c, d] = bytes.map(Number);
    return `${(a! * 256 + b!).toString(16)}:${(c! * 256 + d!).toString(16)}`;
  });
  const [head = [], tail] = inHex.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const gap = tail ? Array.from({ length: 8 - head.length - tail.length }, () => '0') : [];
  return [...head, ...gap, ...(tail ?? [])].map((group) => parseInt(group, 16));
}
