import { type Range } from './source';

export interface CountryRange extends Range {
  country: string;
}

/** So many networks after each other are of one country, or of none that is known. */
export interface Run {
  count: bigint;
  country: string | null;
}

interface Networks {
  /** The first of them, counted from the first of all, and the one after the last. */
  from: bigint;
  end: bigint;
  country: string;
}

/**
 * Ranges as runs of networks of 2^bits addresses, from the first of all on. A network of several countries is that of
 * which it has the most: what is kept of a visitor is not finer.
 */
export function runsOf(ranges: readonly CountryRange[], bits: bigint): Run[] {
  const whole: Networks[] = [];
  const shared = new Map<bigint, Map<string, bigint>>();
  for (const { from, to, country } of ranges) {
    const end = to + 1n;
    const [first, last] = [from >> bits, to >> bits];
    const firstWhole = first << bits === from ? first : first + 1n;
    const endWhole = end >> bits;
    if (firstWhole < endWhole) whole.push({ from: firstWhole, end: endWhole, country });
    if (first < firstWhole) share(shared, first, country, least(end, firstWhole << bits) - from);
    if (last >= endWhole && last >= firstWhole) share(shared, last, country, end - (last << bits));
  }
  for (const [network, shares] of shared) {
    whole.push({ from: network, end: network + 1n, country: largestOf(shares) });
  }
  return joined(whole.sort((a, b) => (a.from < b.from ? -1 : 1)));
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

function share(shared: Map<bigint, Map<string, bigint>>, network: bigint, country: string, size: bigint): void {
  const shares = shared.get(network) ?? new Map<string, bigint>();
  shares.set(country, (shares.get(country) ?? 0n) + size);
  shared.set(network, shares);
}

const largestOf = (shares: ReadonlyMap<string, bigint>): string =>
  [...shares].reduce((largest, each) => (each[1] > largest[1] ? each : largest))[0];

/** Neighbours of one country are one run; between what is known lies what is not. */
function joined(networks: readonly Networks[]): Run[] {
  const runs: Run[] = [];
  const add = (count: bigint, country: string | null): void => {
    const last = runs.at(-1);
    if (last?.country === country) last.count += count;
    else runs.push({ count, country });
  };
  let end = 0n;
  for (const each of networks) {
    if (each.from > end) add(each.from - end, null);
    if (each.end > end) add(each.end - (each.from > end ? each.from : end), each.country);
    if (each.end > end) end = each.end;
  }
  return runs;
}
