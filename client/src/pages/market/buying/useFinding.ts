import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { PurchaseMadeDocument } from '../../../generated/buying';
import type { Bought } from './PurchaseDialog';

export interface Finding {
  /** Asks what became of the purchase; nothing is bought by it. */
  find(): void;
  isFinding: boolean;
  /** Why it could not be found out. */
  error: unknown;
}

/** Finds out what a purchase whose answer was lost has bought: null where nothing. */
export function useFinding(clientKey: string, onFound: (bought: Bought | null) => void): Finding {
  const client = useApolloClient();
  const [isFinding, setIsFinding] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const find = async (): Promise<void> => {
    setIsFinding(true);
    setError(null);
    try {
      const { data } = await client.query({
        query: PurchaseMadeDocument,
        variables: { clientKey },
        fetchPolicy: 'network-only',
      });
      onFound(data?.purchase ?? null);
    } catch (reason) {
      setError(reason);
    } finally {
      setIsFinding(false);
    }
  };
  return { find: () => void find(), isFinding, error };
}
