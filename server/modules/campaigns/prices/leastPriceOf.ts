import { groupBy } from '../../../platform/groupBy';
import { type Application, applicationFrom, type ApplicationRow, Applications, type Campaign } from '../model';
import { stepAt } from '../rules';

type Priced = Pick<Campaign, '_id' | 'regionIds' | 'maxPriceMinor'>;

/** What a visitor costs a campaign at the least, of all its agencies and regions, at a moment; null where it takes none. */
export const leastPriceOf = async (campaign: Priced, at: Date): Promise<bigint | null> =>
  (await leastPricesOf([campaign], at))[0]!;

/** The same of several campaigns: one command. */
export async function leastPricesOf(campaigns: readonly Priced[], at: Date): Promise<(bigint | null)[]> {
  const ids = campaigns.map(({ _id }) => _id);
  const rows = await Applications.find({ campaignId: { $in: ids }, state: 'APPROVED' }).lean<ApplicationRow[]>();
  const taken = groupBy(rows.map(applicationFrom), ({ campaignId }) => campaignId);
  return campaigns.map((campaign) => leastOf(campaign, taken.get(campaign._id) ?? [], at));
}

/** The least that a campaign pays by some applications at a moment; null where it pays by none. */
export function leastOf(
  { regionIds, maxPriceMinor }: Omit<Priced, '_id'>,
  applications: readonly Pick<Application, 'prices'>[],
  at: Date,
): bigint | null {
  return applications
    .flatMap(({ prices }) => prices)
    .filter(({ regionId }) => regionIds.includes(regionId))
    .map((price) => stepAt(price, at).priceMinor)
    .filter((minor) => minor <= maxPriceMinor)
    .reduce<bigint | null>((least, minor) => (least === null || minor < least ? minor : least), null);
}
