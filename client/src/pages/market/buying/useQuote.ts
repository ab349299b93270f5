import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { QuoteDocument, type QuoteInput, type QuoteQuery } from '../../../generated/buying';

type QuoteAnswer = QuoteQuery['quote'];
/** Prices that stand for ten minutes. */
export type Quote = Extract<QuoteAnswer, { __typename: 'QuotePayload' }>['quote'];

interface Asked {
  wish: QuoteInput;
  turn: number;
}

/**
 * Prices for a wish, asked for once unless it is off: a quote never changes under the person's eyes. `renew` asks for
 * another.
 */
export function useQuote(
  wish: QuoteInput,
  isOff: boolean,
): { answer: QuoteAnswer | null; error: unknown; renew(): void } {
  const client = useApolloClient();
  const [turn, setTurn] = useState(0);
  const [got, setGot] = useState<(Asked & { answer: QuoteAnswer | null; error?: unknown }) | null>(null);
  useEffect(() => {
    if (isOff) return undefined;
    let isWanted = true;
    client
      .query({ query: QuoteDocument, variables: { input: wish }, fetchPolicy: 'network-only' })
      .then(({ data }) => isWanted && setGot({ wish, turn, answer: data?.quote ?? null }))
      .catch((error: unknown) => isWanted && setGot({ wish, turn, answer: null, error }));
    return () => {
      isWanted = false;
    };
  }, [client, wish, turn, isOff]);
  const isCurrent = got?.wish === wish && got.turn === turn;
  return {
    answer: isCurrent ? got.answer : null,
    error: isCurrent ? got.error : undefined,
    renew: () => setTurn(turn + 1),
  };
}
