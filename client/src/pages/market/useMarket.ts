import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLive } from '../../app/useLive';
import {
  type FacetCountsFragment,
  type ListingRowFragment,
  MarketChangedDocument,
  type MarketChangedSubscription,
  type MarketFilter,
  MarketMoreDocument,
  MarketPageDocument,
  type MarketPageQuery,
  type MarketSort,
} from '../../generated/market';
import { useListings } from './useListings';
import { useMissed } from './useMissed';

const PAGE = 50;
const NONE: readonly string[] = [];
/** Counts are read anew after a change, but no oftener than this. */
const COUNT_EVERY_MS = 4000;
/** A server that could not be reached is asked again after this. */
const TRY_AGAIN_MS = 5000;

/** The rows that are shown: kept still until another search, or until the person asks for what is new. */
interface Shown {
  key: string;
  ids: readonly string[];
  endCursor: string | null;
  hasMore: boolean;
  /** When the newest of them went on sale. */
  newest: string;
}

export interface Market {
  rows: readonly ListingRowFragment[];
  facets: FacetCountsFragment | null;
  totalCount: number | null;
  /** True while rows of an earlier search stand there and those of this one are on their way. */
  isLoading: boolean;
  error: unknown;
  retry(): void;
  hasMore: boolean;
  isLoadingMore: boolean;
  moreError: unknown;
  loadMore(): Promise<void>;
  /** True while no further page was loaded: what is new takes the place of nothing. */
  isFirstPage: boolean;
  /** How many listings came since and wait to be shown. */
  newCount: number;
  showNew(): Promise<void>;
}

type Page = MarketPageQuery['market'];

function shownFrom(key: string, { nodes, pageInfo }: Page): Shown {
  const newest = nodes.reduce((latest, { listedAt }) => (listedAt && listedAt > latest ? listedAt : latest), '');
  return { key, ids: nodes.map(({ id }) => id), endCursor: pageInfo.endCursor, hasMore: pageInfo.hasNextPage, newest };
}

/** A search of the market: its rows stay where they are and change in place, new ones wait. */
export function useMarket(filter: MarketFilter | null, sort: MarketSort): Market {
  const key = JSON.stringify([filter, sort]);
  const { data, previousData, error, refetch } = useQuery(MarketPageDocument, {
    variables: { filter: filter ?? {}, sort, first: PAGE },
    skip: filter === null,
    fetchPolicy: 'network-only',
  });
  const page = data?.market;
  const [shown, setShown] = useState<Shown | null>(null);
  // Another search is shown from its first answer on; where nothing stands, nothing can be moved by what comes.
  if (page && (shown?.key !== key || (shown.ids.length === 0 && page.nodes.length > 0))) setShown(shownFrom(key, page));

  const { heardIds, forgetHeard } = useHeard(filter, key, () => void refetch());
  const { isLoadingMore, moreError, loadMore } = useMore(filter, sort, shown, setShown);
  const rows = useListings(shown?.ids ?? NONE);
  const isCurrent = shown?.key === key;
  useTryAgain(isCurrent ? undefined : error, refetch);
  useMissed(filter, sort, isCurrent ? shown.ids : NONE);
  const showNew = useCallback(async (): Promise<void> => {
    const { data: fresh } = await refetch();
    if (!fresh) return;
    setShown(shownFrom(key, fresh.market));
    forgetHeard();
  }, [refetch, key, setShown, forgetHeard]);
  return {
    rows,
    facets: (page ?? previousData?.market)?.facets ?? null,
    // The count of another search says nothing beside a fault of this one.
    totalCount: (page ?? (error ? undefined : previousData?.market))?.totalCount ?? null,
    isLoading: !isCurrent,
    error: isCurrent ? undefined : error,
    retry: () => void refetch(),
    hasMore: isCurrent && shown.hasMore,
    isLoadingMore,
    moreError,
    loadMore,
    newCount: isCurrent && page ? newIds(shown, page, heardIds, sort).length : 0,
    isFirstPage: isCurrent && shown.ids.length <= PAGE,
    showNew,
  };
}

/** Asks again by itself while the server cannot be reached; what it refused it would refuse again. */
function useTryAgain(error: unknown, ask: () => unknown): void {
  useEffect(() => {
    if (!error || CombinedGraphQLErrors.is(error)) return undefined;
    const timer = setTimeout(() => void ask(), TRY_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [error, ask]);
}

/** What was heard of, and what was missed while nobody listened: in the order of time that is what stands further up. */
function newIds(shown: Shown, page: Page, heardIds: readonly string[], sort: MarketSort): string[] {
  const missed =
    sort === 'NEWEST' ? page.nodes.filter(({ listedAt }) => listedAt !== null && listedAt > shown.newest) : [];
  const known = new Set(shown.ids);
  return [...new Set([...heardIds, ...missed.map(({ id }) => id)])].filter((id) => !known.has(id));
}

function useHeard(filter: MarketFilter | null, key: string, recount: () => void) {
  const [heard, setHeard] = useState<{ key: string; ids: readonly string[] }>({ key, ids: [] });
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const hear = ({ marketChanged: { kind, listing } }: MarketChangedSubscription): void => {
    if (kind !== 'LISTED' && kind !== 'LEFT') return;
    setHeard((before) => {
      const others = before.key === key ? before.ids.filter((id) => id !== listing.id) : [];
      return { key, ids: kind === 'LISTED' ? [...others, listing.id] : others };
    });
    timer.current ??= setTimeout(() => {
      timer.current = null;
      recount();
    }, COUNT_EVERY_MS);
  };
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
  useLive(MarketChangedDocument, { filter: filter ?? {} }, { heard: hear, isOff: filter === null });
  return {
    heardIds: heard.key === key ? heard.ids : [],
    forgetHeard: useCallback(() => setHeard({ key: '', ids: [] }), []),
  };
}

function useMore(
  filter: MarketFilter | null,
  sort: MarketSort,
  shown: Shown | null,
  setShown: (change: (before: Shown | null) => Shown | null) => void,
) {
  const client = useApolloClient();
  const [isLoadingMore, setIsLoadingMore] = useState(false);
  const [moreError, setMoreError] = useState<unknown>();
  const loadMore = async (): Promise<void> => {
    if (!shown?.endCursor || isLoadingMore) return;
    setIsLoadingMore(true);
    setMoreError(undefined);
    try {
      const variables = { filter: filter ?? {}, sort, first: PAGE, after: shown.endCursor };
      const { data } = await client.query({ query: MarketMoreDocument, variables, fetchPolicy: 'network-only' });
      if (!data) return;
      const { nodes, pageInfo } = data.market;
      setShown((before) =>
        before?.key === shown.key
          ? {
              ...before,
              ids: [...new Set([...before.ids, ...nodes.map(({ id }) => id)])],
              endCursor: pageInfo.endCursor,
              hasMore: pageInfo.hasNextPage,
            }
          : before,
      );
    } catch (error) {
      setMoreError(error);
    } finally {
      setIsLoadingMore(false);
    }
  };
  return { isLoadingMore, moreError, loadMore };
}
