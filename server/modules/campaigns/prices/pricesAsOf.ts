import { toMinor } from '../../../platform/money';
import { PriceHistory, type PriceHistoryRow } from '../model';

/** What a visit of a campaign cost at a time; null where no price held. */
export type PriceAt = (agencyId: string, regionId: string, at: Date) => bigint | null;

/** All prices that a campaign ever had, to be asked for any time: one command. */
export async function pricesOf(campaignId: string): Promise<PriceAt> {
  const rows = await PriceHistory.find({ campaignId }, { agencyId: 1, regionId: 1, from: 1, priceMinor: 1 })
    .sort({ campaignId: 1, agencyId: 1, regionId: 1, from: 1 })
    .lean<PriceHistoryRow[]>();
  const byPlace = new Map<string, { from: Date; minor: bigint }[]>();
  for (const { agencyId, regionId, from, priceMinor } of rows) {
    const key = `${agencyId} ${regionId}`;
    const steps = byPlace.get(key) ?? [];
    steps.push({ from, minor: toMinor(priceMinor) });
    byPlace.set(key, steps);
  }
  return (agencyId, regionId, at) => {
    const steps = byPlace.get(`${agencyId} ${regionId}`) ?? [];
    return (steps.findLast(({ from }) => from <= at) ?? steps[0])?.minor ?? null;
  };
}
