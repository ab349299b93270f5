import type { ApolloClient } from '@apollo/client';
import { EarningEntriesDocument, type EarningEntriesQuery } from '../../generated/earnings';
import type { ReadPage } from './gather';

export type Entry = EarningEntriesQuery['earningEntries']['nodes'][number];

/** Pages of the statement, newest first. */
export const entryPages =
  (client: ApolloClient): ReadPage<Entry> =>
  async (after) => {
    const { data } = await client.query({
      query: EarningEntriesDocument,
      variables: { first: 100, after },
      fetchPolicy: 'no-cache',
    });
    if (!data) throw new Error('The server gave no answer.');
    return data.earningEntries;
  };
