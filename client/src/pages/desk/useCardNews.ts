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

/** What the team does itself: it stands on the card already, and each reading of a contact is recorded as a look. */
const WORK: readonly CardEventKind[] = ['STATUS_CHANGED', 'ASSIGNED', 'NOTE_ADDED'];

/**
 * Keeps an open card as it is now: what its person said, an erasure, a claim of a colleague and what becomes of the money
 * open or close the contact, and stand in the history.
 */
export function useCardNews(card: { id: string; sale: { id: string } } | null | undefined, read: () => void): void {
  const client = useApolloClient();
  const isOff = !card;
  const readAgain = useReadAgain();
  useLive(
    CardToldDocument,
    { cardId: card?.id ?? '' },
    {
      isOff,
      heard({ cardTold }) {
        if (!WORK.includes(cardTold.kind)) read();
        readAgain(() => client.refetchQueries({ include: [CardHistoryDocument, CardNotesDocument] }));
      },
    },
  );
  useLive(
    DeskDisputeChangedDocument,
    {},
    { isOff, heard: ({ disputeChanged }) => void (disputeChanged.sale?.id === card?.sale.id && read()) },
  );
}
