import { regionTree } from '../../catalog';
import { regionBought } from '../campaignMemory';
import { type Application, type Campaign } from '../model';
import { stepAt } from '../rules';

/** What one visit or call costs, and the region of the campaign by which it is bought. */
export interface PriceFrom {
  regionId: string;
  priceMinor: bigint;
}

/**
 * What somebody costs who comes by a link or number of a region, at a moment; null where the campaign does not buy that
 * region of the agency. An agency names the region, so it is believed only as long as the country that somebody comes
 * from is not known to be another one (`country`; null: not known): then it is the campaign's region of that country, of
 * several the cheapest. Where the campaign buys none of it, the region named stands, and judging tells the country.
 */
export function priceFrom(
  { regionIds }: Pick<Campaign, 'regionIds'>,
  { prices }: Pick<Application, 'prices'>,
  named: string,
  country: string | null,
  at: Date,
): PriceFrom | null {
  const around = regionBought(regionIds, named);
  if (around === null) return null;
  const own =
    country === null || country === countryOf(named) ? [] : regionIds.filter((id) => countryOf(id) === country);
  const by = own.length > 0 ? own : [around];
  return prices
    .filter(({ regionId }) => by.includes(regionId))
    .map((price) => ({ regionId: price.regionId, priceMinor: stepAt(price, at).priceMinor }))
    .reduce<PriceFrom | null>((least, each) => (least && least.priceMinor <= each.priceMinor ? least : each), null);
}

const countryOf = (regionId: string): string | undefined => regionTree().byId(regionId)?.countryCode;
