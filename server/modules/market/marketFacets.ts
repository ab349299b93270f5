import { type MarketFacets } from '../../generated/graphql';
import { now } from '../../platform/clock';
import { type Niche, nicheTree, type Region, regionTree } from '../catalog';
import { board, type MarketFilter } from './board';

export type Facets = Omit<MarketFacets, 'niches' | 'regions'> & {
  niches: { niche: Niche; count: number }[];
  regions: { region: Region; count: number }[];
};

/** The counts beside each choice, exact and from the board. */
export function marketFacets(filter: MarketFilter): Facets {
  const { niches, regions, ...others } = board().counts(filter, now().getTime()).facets;
  const nicheOf = nicheTree();
  const regionOf = regionTree();
  const chosen = new Set(filter.regions ?? []);
  return {
    ...others,
    niches: niches
      .flatMap(({ value, count }) => {
        const niche = nicheOf.byId(value);
        return niche ? [{ niche, count }] : [];
      })
      .sort((a, b) => nicheOf.numberOf(a.niche._id) - nicheOf.numberOf(b.niche._id)),
    regions: regions
      .flatMap(({ value, count }) => {
        const region = regionOf.byId(value);
        const isShown = region && (region.parentId === null || chosen.has(region.parentId) || chosen.has(value));
        return isShown ? [{ region, count }] : [];
      })
      .sort((a, b) => b.count - a.count),
  };
}
