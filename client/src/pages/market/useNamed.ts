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

/** What the slugs and codes of the address stand for. */
export interface Named {
  niches: readonly NicheNode[];
  regions: readonly RegionPath[];
  /** Those that stand for nothing, or for nothing any more. */
  unknown: { niches: readonly string[]; regions: readonly string[] };
}

/** An id of nothing: a condition that only this meets shows nothing, never everything. */
const OF_NOTHING = 'none';

/** Looks up the niches and regions of the address. Null until they are known. */
export function useNamed({ niches: slugs, regions: codes }: Choices): { named: Named | null; error: unknown } {
  const { data, error } = useQuery(MarketNichesDocument, { fetchPolicy: 'cache-first', skip: slugs.length === 0 });
  const { places, error: regionError } = useRegions(codes);
  if (places === null || (slugs.length > 0 && data === undefined)) return { named: null, error: error ?? regionError };
  const found = slugs.map((slug) => ({ slug, niche: data?.niches.find((niche) => niche.slug === slug) }));
  const named: Named = {
    niches: found.flatMap(({ niche }) => niche ?? []),
    regions: places.flatMap(({ path }) => (path ? [path] : [])),
    unknown: {
      niches: found.flatMap(({ slug, niche }) => (niche ? [] : [slug])),
      regions: places.flatMap(({ code, path }) => (path ? [] : [code])),
    },
  };
  return { named, error: undefined };
}

interface Place {
  code: string;
  path: RegionPath | null;
}

interface Found {
  key: string;
  /** Null where they could not be looked up. */
  places: readonly Place[] | null;
  error?: unknown;
}

function useRegions(codes: readonly string[]): { places: readonly Place[] | null; error: unknown } {
  const client = useApolloClient();
  const [found, setFound] = useState<Found>({ key: '', places: [] });
  const key = codes.join(',');
  useEffect(() => {
    if (key === '') return undefined;
    let isWanted = true;
    const lookUp = async (code: string): Promise<Place> => {
      const { data } = await client.query({ query: MarketRegionByCodeDocument, variables: { code } });
      return { code, path: data?.region?.path ?? null };
    };
    Promise.all(key.split(',').map(lookUp))
      .then((places) => isWanted && setFound({ key, places }))
      .catch((error: unknown) => isWanted && setFound({ key, places: null, error }));
    return () => {
      isWanted = false;
    };
  }, [client, key]);
  if (key === '') return { places: [], error: undefined };
  return found.key === key ? { places: found.places, error: found.error } : { places: null, error: undefined };
}

/** The choices as the API takes them. */
export function filterOf(choices: Choices, { niches, regions, unknown }: Named): MarketFilter {
  const { temperatures, contactKinds, channels, grades, isVerified, isExclusive, kind, maxAgeHours } = choices;
  const amount = (minor: number | null) => (minor === null ? null : { minor, currency: CURRENCY });
  return {
    nicheIds: [...niches.map(({ id }) => id), ...unknown.niches.map(() => OF_NOTHING)],
    regionIds: [...regions.map((path) => path.at(-1)!.id), ...unknown.regions.map(() => OF_NOTHING)],
    temperatures: [...temperatures],
    contactKinds: [...contactKinds],
    channels: [...channels],
    grades: [...grades],
    isVerified,
    provenChannels: [...choices.proven],
    isExclusive,
    kind,
    priceMin: amount(choices.priceMin),
    priceMax: amount(choices.priceMax),
    maxAgeHours,
  };
}
