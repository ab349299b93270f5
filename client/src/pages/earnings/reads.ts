import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useMemo } from 'react';
import {
  EarningEntriesDocument,
  type EarningEntriesQuery,
  EarningSalesDocument,
  type EarningSalesQuery,
  LeadPlacesDocument,
  type LeadPlacesQuery,
} from '../../generated/earnings';
import type { ReadPage } from './gather';

export type Entry = EarningEntriesQuery['earningEntries']['nodes'][number];
export type SoldLead = EarningSalesQuery['sales']['nodes'][number];
export type PlacedLead = LeadPlacesQuery['leads']['nodes'][number];

/** What a read says that came back without data. */
const nothing = (): never => {
  throw new Error('The server gave no answer.');
};

export const entryPages =
  (client: ApolloClient): ReadPage<Entry> =>
  async (after) => {
    const { data } = await client.query({
      query: EarningEntriesDocument,
      variables: { first: 100, after },
      fetchPolicy: 'no-cache',
    });
    return data?.earningEntries ?? nothing();
  };

/** Pages of the agency's sales, newest first. */
export function useSalePages(): ReadPage<SoldLead> {
  const client = useApolloClient();
  return useMemo(
    () => async (after) => {
      const { data } = await client.query({
        query: EarningSalesDocument,
        variables: { after },
        fetchPolicy: 'network-only',
      });
      return data?.sales ?? nothing();
    },
    [client],
  );
}

/** Pages of the agency's leads by place, newest first. */
export function useLeadPages(): ReadPage<PlacedLead> {
  const client = useApolloClient();
  return useMemo(
    () => async (after) => {
      const { data } = await client.query({
        query: LeadPlacesDocument,
        variables: { after },
        fetchPolicy: 'network-only',
      });
      return data?.leads ?? nothing();
    },
    [client],
  );
}
