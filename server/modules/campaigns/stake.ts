import { type Campaign } from './model';

/** What the record keeps of a campaign: what it may spend and where it sends people, and whether it does. */
export const stakeOf = ({
  _id,
  state,
  targetUrl,
  phone,
  minSeconds,
  maxPriceMinor,
  dayMinor,
  weekMinor,
  totalMinor,
}: Campaign): Record<string, unknown> => ({
  campaignId: _id,
  state,
  ...(targetUrl === null ? { phone, minSeconds } : { targetUrl }),
  maxPriceMinor: Number(maxPriceMinor),
  dayMinor: Number(dayMinor),
  weekMinor: weekMinor === null ? null : Number(weekMinor),
  totalMinor: totalMinor === null ? null : Number(totalMinor),
});
