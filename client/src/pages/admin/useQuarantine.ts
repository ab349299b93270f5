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

  const asked = useRef<{ after: string | null | undefined; leads: Promise<QuarantinedFieldsFragment[]> } | null>(null);
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
  /**
   * Loads the next page and answers with its leads: once for all who ask before it is drawn, since the same page fetched
   * twice at once is not drawn at all. One that did not come is asked for again.
   */
  const more = (): Promise<QuarantinedFieldsFragment[]> => {
    const after = pageInfo?.endCursor;
    if (asked.current && asked.current.after === after) return asked.current.leads;
    const leads = fetchNext();
    asked.current = { after, leads };
    leads.catch(() => (asked.current = null));
    return leads;
  };
  const again = (): void => {
    asked.current = null;
    void refetch();
  };
  /** Also of one that was decided meanwhile. */
  const isListed = (id: string): boolean => nodes.some((lead) => lead.id === id);
  return { data, error, refetch: again, waiting, isListed, total, more: pageInfo?.hasNextPage ? more : undefined };
}

const isAmong = (leads: readonly { id: string }[], { id }: { id: string }): boolean =>
  leads.some((lead) => lead.id === id);

const isWaiting = ({ state }: Pick<QuarantinedFieldsFragment, 'state'>): boolean => state === 'QUARANTINED';
