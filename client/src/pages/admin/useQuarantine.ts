import { useQuery } from '@apollo/client/react';
import { useRef } from 'react';
import { QuarantineDocument, type QuarantinedFieldsFragment } from '../../generated/admin';

/** The leads that wait for a moderator, page after page, and how many they are with those that are not loaded. */
export function useQuarantine() {
  const { data, error, refetch, fetchMore } = useQuery(QuarantineDocument);
  const { nodes = [], pageInfo } = data?.quarantine ?? {};
  // A decided lead has left quarantine in the cache, and so this list.
  const waiting = nodes.filter(isWaiting);
  const counted = data?.quarantineCount ?? { count: 0, hasMore: false };
  // Those decided since they were counted are still among the rows.
  const total = { ...counted, count: Math.max(waiting.length, counted.count - (nodes.length - waiting.length)) };

  const onItsWay = useRef<Promise<QuarantinedFieldsFragment[]> | null>(null);
  const fetchNext = async (): Promise<QuarantinedFieldsFragment[]> => {
    const { data: next } = await fetchMore({
      variables: { after: pageInfo?.endCursor },
      updateQuery: (shown, { fetchMoreResult }) => ({
        ...fetchMoreResult,
        quarantine: {
          ...fetchMoreResult.quarantine,
          // Keys that are pressed before the page is drawn anew ask for the same leads again.
          nodes: [
            ...shown.quarantine.nodes.filter(isWaiting),
            ...fetchMoreResult.quarantine.nodes.filter((lead) => !isAmong(shown.quarantine.nodes, lead)),
          ],
        },
      }),
    });
    return next?.quarantine.nodes ?? [];
  };
  /** Loads the next page, once for all who ask while it is on its way, and answers with its leads. */
  const more = (): Promise<QuarantinedFieldsFragment[]> => {
    onItsWay.current ??= fetchNext().finally(() => (onItsWay.current = null));
    return onItsWay.current;
  };
  /** Also of one that was decided meanwhile. */
  const isListed = (id: string): boolean => nodes.some((lead) => lead.id === id);
  return { data, error, refetch, waiting, isListed, total, more: pageInfo?.hasNextPage ? more : undefined };
}

const isAmong = (leads: readonly { id: string }[], { id }: { id: string }): boolean =>
  leads.some((lead) => lead.id === id);

const isWaiting = ({ state }: Pick<QuarantinedFieldsFragment, 'state'>): boolean => state === 'QUARANTINED';
