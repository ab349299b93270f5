import { useApolloClient } from '@apollo/client/react';
import { useLive } from '../../app/useLive';
import { useReadAgain } from '../../app/useReadAgain';
import {
  type CardEventKind,
  CardHistoryDocument,
  CardNotesDocument,
  CardToldDocument,
  DeskDisputeChangedDocument,
} from '../../generated/desk';
import { useCardWork } from './useCardWork';

/** What the team does: it changes nothing of the contact, and each reading of a contact is recorded as a look. */
const WORK: readonly CardEventKind[] = ['STATUS_CHANGED', 'ASSIGNED', 'NOTE_ADDED'];

/**
 * Keeps an open card as it is now: a colleague, or another window, moves it or gives it away; what its person said, an
 * erasure, a claim of a colleague and what becomes of the money open or close the contact, and stand in the history.
 */
export function useCardNews(card: { id: string; sale: { id: string } } | null | undefined, read: () => void): void {
  const client = useApolloClient();
  const isOff = !card;
  const readAgain = useReadAgain();
  const readWork = useCardWork();
  useLive(
    CardToldDocument,
    { cardId: card?.id ?? '' },
    {
      isOff,
      heard({ cardTold }) {
        if (!WORK.includes(cardTold.kind)) read();
        readAgain(() =>
          Promise.all([
            WORK.includes(cardTold.kind) && card && readWork(card.id),
            client.refetchQueries({ include: [CardHistoryDocument, CardNotesDocument] }),
          ]),
        );
      },
    },
  );
  useLive(
    DeskDisputeChangedDocument,
    {},
    { isOff, heard: ({ disputeChanged }) => void (disputeChanged.sale?.id === card?.sale.id && read()) },
  );
}
