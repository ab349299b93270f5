import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useLive } from '../../app/useLive';
import { DisputeChangedDocument, type DisputeRowFieldsFragment, DisputesDocument } from '../../generated/disputes';
import type { View } from './view';

export interface DisputeList {
  /** Undefined until the first answer. */
  disputes: readonly DisputeRowFieldsFragment[] | undefined;
  error: Error | undefined;
  /** How many came to this view since it was read: they wait until they are asked for. */
  news: number;
  refresh(): void;
  /** Reads the next page; null on the last. */
  more: (() => Promise<unknown>) | null;
}

const NOBODY: ReadonlySet<string> = new Set();

/** The disputes of a view, kept up to date: rows change where they stand, new ones wait. */
export function useDisputes({ variables, state, reason, kind, search }: View): DisputeList {
  const { data, previousData, error, refetch, fetchMore } = useQuery(DisputesDocument, {
    variables,
    notifyOnNetworkStatusChange: true,
  });
  const [heard, setHeard] = useState<{ search: string; ids: ReadonlySet<string> }>({ search, ids: NOBODY });
  const news = heard.search === search ? heard.ids : NOBODY;
  const page = (data ?? previousData)?.disputes;
  const shown = new Set(data?.disputes.nodes.map(({ id }) => id));

  useLive(
    DisputeChangedDocument,
    {},
    {
      heard({ disputeChanged: dispute }) {
        const isOfView =
          (state === 'ALL' || dispute.state === state) &&
          (!reason || dispute.reason === reason) &&
          (!kind || dispute.kind === kind);
        if (isOfView && !shown.has(dispute.id)) setHeard({ search, ids: new Set([...news, dispute.id]) });
      },
    },
  );

  const after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  return {
    disputes: page?.nodes,
    error,
    news: [...news].filter((id) => !shown.has(id)).length,
    refresh() {
      setHeard({ search, ids: NOBODY });
      void refetch();
    },
    more: after
      ? () =>
          fetchMore({
            variables: { after },
            updateQuery: (earlier, { fetchMoreResult: { disputes } }) => ({
              ...earlier,
              disputes: { ...disputes, nodes: [...earlier.disputes.nodes, ...disputes.nodes] },
            }),
          })
      : null,
  };
}
