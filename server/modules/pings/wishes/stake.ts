import { type BuyingWish } from '../model';

/** What the record keeps of a wish: what it may spend, and whether it does. */
export const stakeOf = ({
  _id,
  state,
  maxPriceMinor,
  dailyCount,
  dailyMinor,
}: BuyingWish): Record<string, unknown> => ({
  wishId: _id,
  state,
  maxPriceMinor: Number(maxPriceMinor),
  dailyCount,
  dailyMinor: Number(dailyMinor),
});
