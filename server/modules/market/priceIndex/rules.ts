import { halfway, type Money } from '../../../platform/money';

/** How often each price was paid, in minor units. */
export type Prices = Map<bigint, number>;

/** Counts a price that was paid so often in, on top of what is counted already. */
export function countIn(prices: Prices, minor: bigint, times: number): void {
  prices.set(minor, (prices.get(minor) ?? 0) + times);
}

/** How many sales these are. */
export const volumeOf = (prices: Prices): number => [...prices.values()].reduce((sum, times) => sum + times, 0);

/** Lowest price first. */
export const inOrder = (prices: Prices): [minor: bigint, times: number][] =>
  [...prices].sort(([a], [b]) => (a < b ? -1 : 1));

/** The price in the middle; of an even number of sales halfway between the two in the middle; of none null. */
export function medianOf(prices: Prices, currency: string): Money | null {
  const volume = volumeOf(prices);
  if (volume === 0) return null;
  const ordered = inOrder(prices);
  const nth = (place: number): Money => {
    let before = 0;
    const [minor] = ordered.find(([, times]) => (before += times) > place)!;
    return { minor, currency };
  };
  return halfway(nth(Math.floor((volume - 1) / 2)), nth(Math.floor(volume / 2)));
}
