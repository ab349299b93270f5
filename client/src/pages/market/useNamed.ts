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

export interface Naming {
  /** Null until they are known. */
  named: Named | null;
  /** Why they are not. */
  error: unknown;
  retry(): void;
}

/** Looks up the niches and regions of the address. */
export function useNamed({ niches: slugs, regions: codes }: Choices): Naming {
  // Read beside the first page of the market though no niche is chosen yet: a choice then waits for its listings alone.
  const { data, error: nicheError, refetch } = useQuery(MarketNichesDocument, { fetchPolicy: 'cache-first' });
  const { places, error: regionError, retry: retryRegions } = useRegions(codes);
  const retry = (): void => {
    if (!data) void refetch();
    retryRegions();
  };
  const isNicheMissing = slugs.length > 0 && data === undefined;
  if (places === null || isNicheMissing) {
    return { named: null, error: isNicheMissing ? (nicheError ?? regionError) : regionError, retry };
  }
  const found = slugs.map((slug) => ({ slug, niche: data?.niches.find((niche) => niche.slug === slug) }));
  const named: Named = {
    niches: found.flatMap(({ niche }) => niche ?? []),
    regions: places.flatMap(({ path }) => (path ? [path] : [])),
    unknown: {
      niches: found.flatMap(({ slug, niche }) => (niche ? [] : [slug])),
      regions: places.flatMap(({ code, path }) => (path ? [] : [code])),
    },
  };
  return { named, error: undefined, retry };
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

function useRegions(codes: readonly string[]): Omit<Found, 'key'> & { retry(): void } {
  const client = useApolloClient();
  const [found, setFound] = useState<Found>({ key: '', places: [] });
  const [attempt, setAttempt] = useState(0);
  const retry = (): void => setAttempt((before) => before + 1);
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
  }, [client, key, attempt]);
  if (key === '') return { places: [], retry };
  return found.key === key ? { ...found, retry } : { places: null, retry };
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
