import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useReconnect } from '../../app/reconnect';
import {
  type MarketFilter,
  MarketListingDocument,
  MarketMoreDocument,
  type MarketMoreQuery,
  type MarketSort,
} from '../../generated/market';

const PAGE = 50;
/** No more rows than this are read one by one. */
const MOST_LOST = 50;

/**
 * After a break of the connection the shown rows are read again: those that the search has no more are asked for one by
 * one, so that what was sold meanwhile says so where it stands.
 */
export function useMissed(filter: MarketFilter | null, sort: MarketSort, ids: readonly string[]): void {
  const client = useApolloClient();
  useReconnect(() => {
    if (filter === null || ids.length === 0) return;
    void reread(client, filter, sort, ids).catch(() => {
      // The next break or the next look at the row shows it.
    });
  });
}

async function reread(client: ApolloClient, filter: MarketFilter, sort: MarketSort, ids: readonly string[]) {
  const onSale = new Set<string>();
  let after: string | null = null;
  do {
    const { data }: { data?: MarketMoreQuery } = await client.query({
      query: MarketMoreDocument,
      variables: { filter, sort, first: PAGE, after },
      fetchPolicy: 'network-only',
    });
    if (!data) return;
    for (const { id } of data.market.nodes) onSale.add(id);
    after = data.market.pageInfo.hasNextPage ? data.market.pageInfo.endCursor : null;
  } while (after !== null && onSale.size < ids.length);
  for (const id of ids.filter((one) => !onSale.has(one)).slice(0, MOST_LOST)) await readOne(client, id);
}

async function readOne(client: ApolloClient, id: string): Promise<void> {
  const { data } = await client.query({
    query: MarketListingDocument,
    variables: { id },
    fetchPolicy: 'network-only',
  });
  if (data?.listing !== null) return;
  client.cache.modify({
    id: client.cache.identify({ __typename: 'Listing', id }),
    fields: { status: () => 'WITHDRAWN' },
  });
}
