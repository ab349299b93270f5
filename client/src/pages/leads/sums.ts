import type { MoneyValue } from '../../app/format';

/** The price of one lead of a kind, and how many there are of it. */
export interface CountedPrice {
  total: MoneyValue;
  /** The agency's part; null where the fee is not known. */
  net: MoneyValue | null;
  feeBps: number | null;
  count: number;
}

export interface Sums {
  /** What the leads cost one by one. */
  together: number;
  /** What the buyers pay. */
  gross: number;
  /** What the agency earns of that; null where the fee is not known. */
  net: number | null;
}

/** What leads bring that are sold one by one, each so many times. Their floor is in their prices. */
export function sumsOf(prices: readonly CountedPrice[], times: number): Sums {
  const gross = times * sum(prices, ({ total }) => Number(total.minor));
  const isKnown = prices.every(({ net }) => net);
  return { together: gross, gross, net: isKnown ? times * sum(prices, ({ net }) => Number(net!.minor)) : null };
}

/** What a lot brings from one buyer: never less than its floor, which its leads then share by their prices. */
export function sumsOfLot(prices: readonly CountedPrice[], floorMinor: number): Sums {
  const alone = sumsOf(prices, 1);
  const { gross: together } = alone;
  if (together >= floorMinor || together === 0) return { ...alone, gross: Math.max(together, floorMinor) };
  const raised = prices.map(({ total, feeBps, ...price }) => {
    const minor = (floorMinor * Number(total.minor)) / together;
    return { ...price, total, fee: feeBps === null ? null : Math.floor((minor * feeBps) / 10_000) };
  });
  const isKnown = raised.every(({ fee }) => fee !== null);
  const fees = raised.reduce((all, { fee, count }) => all + (fee ?? 0) * count, 0);
  return { together, gross: floorMinor, net: isKnown ? floorMinor - fees : null };
}

const sum = (prices: readonly CountedPrice[], of: (price: CountedPrice) => number): number =>
  prices.reduce((all, price) => all + of(price) * price.count, 0);
