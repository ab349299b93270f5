import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { LeadPriceDocument, type LeadPriceQuery, type PriceLinesInput } from '../../generated/leads';

export type Price = LeadPriceQuery['priceLines'];

interface Answer {
  question: string;
  prices: readonly Price[];
  error?: unknown;
}

/** What leads of these facts would cost now, in the order asked; the last answer stays until the next is there. */
export function usePrices(inputs: readonly PriceLinesInput[]): {
  prices: readonly Price[];
  isLoading: boolean;
  error: unknown;
} {
  const client = useApolloClient();
  const [answer, setAnswer] = useState<Answer>({ question: '', prices: [] });
  const question = JSON.stringify(inputs);
  useEffect(() => {
    let isWanted = true;
    const asked = JSON.parse(question) as PriceLinesInput[];
    const one = async (input: PriceLinesInput): Promise<Price> => {
      const { data } = await client.query({
        query: LeadPriceDocument,
        variables: { input },
        fetchPolicy: 'network-only',
      });
      if (!data) throw new Error('The price did not come.');
      return data.priceLines;
    };
    Promise.all(asked.map(one))
      .then((prices) => isWanted && setAnswer({ question, prices }))
      .catch((error: unknown) => isWanted && setAnswer({ question, prices: [], error }));
    return () => {
      isWanted = false;
    };
  }, [client, question]);
  return { prices: answer.prices, isLoading: answer.question !== question, error: answer.error };
}
