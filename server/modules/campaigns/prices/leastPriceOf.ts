import { applicationFrom, type ApplicationRow, Applications, type Campaign } from '../model';
import { stepAt } from '../rules';

type Priced = Pick<Campaign, '_id' | 'regionIds' | 'maxPriceMinor'>;

/** What a visitor costs a campaign at the least, of all its agencies and regions, at a moment; null where it takes none. */
export async function leastPriceOf({ _id, regionIds, maxPriceMinor }: Priced, at: Date): Promise<bigint | null> {
  const rows = await Applications.find({ campaignId: _id, state: 'APPROVED' }).lean<ApplicationRow[]>();
  const prices = rows
    .flatMap((row) => applicationFrom(row).prices)
    .filter(({ regionId }) => regionIds.includes(regionId))
    .map((price) => stepAt(price, at).priceMinor)
    .filter((minor) => minor <= maxPriceMinor);
  return prices.reduce<bigint | null>((least, minor) => (least === null || minor < least ? minor : least), null);
}
