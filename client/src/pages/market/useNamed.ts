import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import {
  type MarketFilter,
  type MarketNichesQuery,
  MarketNichesDocument,
  type MarketRegionFragment,
  MarketRegionByCodeDocument,
} from '../../generated/market';
import { type Choices, CURRENCY } from './choices';

export type NicheNode = MarketNichesQuery['niches'][number];
/** A region and all around it, from its country down to itself. */
export type RegionPath = readonly MarketRegionFragment[];

/** What the slugs and codes of the address stand for; those of nothing are left out. */
export interface Named {
  niches: readonly NicheNode[];
  regions: readonly RegionPath[];
}

/** Looks up the niches and regions of the address. Null until they are known. */
export function useNamed({ niches: slugs, regions: codes }: Choices): { named: Named | null; error: unknown } {
  const { data, error } = useQuery(MarketNichesDocument, { fetchPolicy: 'cache-first', skip: slugs.length === 0 });
  const { paths, error: regionError } = useRegionPaths(codes);
  const isReady = paths !== null && (slugs.length === 0 || data !== undefined);
  const niches = slugs.flatMap((slug) => data?.niches.find((niche) => niche.slug === slug) ?? []);
  return { named: isReady ? { niches, regions: paths } : null, error: error ?? regionError };
}

interface Found {
  key: string;
  paths: RegionPath[];
  error?: unknown;
}

function useRegionPaths(codes: readonly string[]): { paths: readonly RegionPath[] | null; error: unknown } {
  const client = useApolloClient();
  const [found, setFound] = useState<Found>({ key: '', paths: [] });
  const key = codes.join(',');
  useEffect(() => {
    if (key === '') return undefined;
    let isWanted = true;
    const lookUp = async (code: string): Promise<RegionPath[]> => {
      const { data } = await client.query({ query: MarketRegionByCodeDocument, variables: { code } });
      return data?.region ? [data.region.path] : [];
    };
    Promise.all(key.split(',').map(lookUp))
      .then((paths) => isWanted && setFound({ key, paths: paths.flat() }))
      .catch((error: unknown) => isWanted && setFound({ key, paths: [], error }));
    return () => {
      isWanted = false;
    };
  }, [client, key]);
  if (key === '') return { paths: [], error: undefined };
  return found.key === key ? { paths: found.paths, error: found.error } : { paths: null, error: undefined };
}

/** The choices as the API takes them. */
export function filterOf(choices: Choices, { niches, regions }: Named): MarketFilter {
  const { temperatures, contactKinds, channels, grades, isVerified, isExclusive, kind, maxAgeHours } = choices;
  const amount = (minor: number | null) => (minor === null ? null : { minor, currency: CURRENCY });
  return {
    nicheIds: niches.map(({ id }) => id),
    regionIds: regions.map((path) => path.at(-1)!.id),
    temperatures: [...temperatures],
    contactKinds: [...contactKinds],
    channels: [...channels],
    grades: [...grades],
    isVerified,
    isExclusive,
    kind,
    priceMin: amount(choices.priceMin),
    priceMax: amount(choices.priceMax),
    maxAgeHours,
  };
}
