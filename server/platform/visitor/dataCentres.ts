import { numberOfAddress } from './addresses';
import listed from './dataCentres.json';

/** Ranges in order, their first and last numbers. */
interface Ranges {
  from: BigUint64Array;
  to: BigUint64Array;
}

let ranges: { v4: Ranges; v6: Ranges } | null = null;

/**
 * Whether an address belongs to a company that rents out servers (dataCentres.json, with its date and source). People
 * come through there too, by a private network or from their work: it is a sign beside others, never enough alone.
 */
export function isInDataCentre(address: string): boolean {
  const found = numberOfAddress(address);
  if (!found) return false;
  ranges ??= { v4: unpacked(listed.v4), v6: unpacked(listed.v6) };
  return holds(found.isOfFour ? ranges.v4 : ranges.v6, found.number);
}

/** Each range is the gap to the one before and its size, to the base of 36 (scripts/buildNetworks.ts). */
function unpacked(text: string): Ranges {
  const parts = text.split(' ');
  const unpackedRanges = { from: new BigUint64Array(parts.length), to: new BigUint64Array(parts.length) };
  let end = 0n;
  for (const [place, part] of parts.entries()) {
    const [gap = '', size = ''] = part.split('.');
    unpackedRanges.from[place] = end + bigOf(gap);
    end += bigOf(gap) + bigOf(size);
    unpackedRanges.to[place] = end - 1n;
  }
  return unpackedRanges;
}

const bigOf = (digits: string): bigint =>
  [...digits].reduce((sum, digit) => sum * 36n + BigInt(parseInt(digit, 36)), 0n);

/** By halves: the last range that begins at the number or before is the only one that may hold it. */
function holds({ from, to }: Ranges, number: bigint): boolean {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (from[middle]! <= number) low = middle + 1;
    else high = middle;
  }
  return low > 0 && number <= to[low - 1]!;
}
