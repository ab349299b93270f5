import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import { CardWorkDocument, type CardWorkFieldsFragment } from '../../generated/desk';

/**
 * Reads how far the work with a card is, for every place that shows it: its status, its next steps and who has it. The
 * contact is not asked for, so that no look at it is recorded.
 */
export function useCardWork(): (id: string) => Promise<CardWorkFieldsFragment | null> {
  const client = useApolloClient();
  return useCallback(
    async (id) => {
      const { data } = await client.query({ query: CardWorkDocument, variables: { id }, fetchPolicy: 'network-only' });
      return data?.card ?? null;
    },
    [client],
  );
}
