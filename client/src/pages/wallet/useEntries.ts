import { useQuery } from '@apollo/client/react';
import { useLive } from '../../app/useLive';
import { WalletEntriesDocument, type WalletEntriesQuery, WalletMovedDocument } from '../../generated/wallet';

export type Entry = WalletEntriesQuery['walletEntries']['nodes'][number];

/** The statement, newest first: pages are added below, and what happens while one looks is added above. */
export function useEntries() {
  const { data, error, refetch, fetchMore } = useQuery(WalletEntriesDocument, {
    notifyOnNetworkStatusChange: true,
  });
  const page = data?.walletEntries;
  const more = (): Promise<unknown> =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { walletEntries } }) => ({
        walletEntries: { ...walletEntries, nodes: [...shown.walletEntries.nodes, ...walletEntries.nodes] },
      }),
    });
  const fetchNew = (): Promise<unknown> =>
    fetchMore({
      variables: { after: null },
      updateQuery: (shown, { fetchMoreResult: { walletEntries } }) => ({
        walletEntries: joined(shown.walletEntries, walletEntries),
      }),
    });
  useLive(WalletMovedDocument, {}, { heard: () => void fetchNew() });
  return { page, error, refetch, more };
}

type Page = WalletEntriesQuery['walletEntries'];

/** New entries above those shown; where the two do not meet, the newest page alone, so that nothing is left out. */
function joined(shown: Page, newest: Page): Page {
  const place = newest.nodes.findIndex(({ id }) => id === shown.nodes[0]?.id);
  if (place < 0) return newest;
  return { ...shown, nodes: [...newest.nodes.slice(0, place), ...shown.nodes] };
}
