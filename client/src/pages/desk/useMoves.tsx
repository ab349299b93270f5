import { useApolloClient } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Refusal, wordsOf } from '../../app/useVerb';
import { BoardColumnDocument, type CardFilter, type CardStatus, SetCardStatusDocument } from '../../generated/desk';
import type { ListedCard } from './CardRow';
import { nameOf } from './standing';
import { useCardWork } from './useCardWork';
import { asksMore } from './words';

/** A card on its way to another column, where it stands already. */
export interface Move {
  card: ListedCard;
  to: CardStatus;
}

/**
 * Moves of cards, each by itself: the card stands in its new column at once, and goes back where the answer refuses it.
 * `ask` is told of moves that need a word more.
 */
export function useMoves(ask: (card: ListedCard, to: CardStatus) => void) {
  const { t } = useTranslation('desk');
  const client = useApolloClient();
  const readWork = useCardWork();
  const [moves, setMoves] = useState<readonly Move[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  /** The column that a card left drops it by itself; the one that it came to is read anew. */
  const readColumn = (to: CardStatus): Promise<unknown> =>
    Promise.allSettled(
      client.refetchQueries({
        include: [BoardColumnDocument],
        onQueryUpdated: ({ variables }) => ((variables?.filter ?? {}) as CardFilter).statuses?.[0] === to,
      }).results,
    );
  const moved = (card: ListedCard, to: CardStatus, back?: () => void): Promise<unknown> => {
    const id = `moved-${card.id}`;
    const undo = back && (
      <Anchor
        component="button"
        type="button"
        inherit
        onClick={() => {
          notifications.hide(id);
          back();
        }}
      >
        {t('move.undo')}
      </Anchor>
    );
    const done = t('move.done', { name: nameOf(card, t), status: t(`status.${to}`) });
    notifications.show({
      id,
      message: undo ? (
        <span>
          {done} {undo}
        </span>
      ) : (
        done
      ),
    });
    return readColumn(to);
  };
  const send = async (card: ListedCard, to: CardStatus): Promise<void> => {
    const end = (): void => setMoves((now) => now.filter((move) => move.card.id !== card.id));
    setRefusal(null);
    setMoves((now) => [...now, { card, to }]);
    try {
      const variables = { input: { cardId: card.id, status: to } };
      const { data } = await client.mutate({ mutation: SetCardStatusDocument, variables });
      const answer = data!.setCardStatus;
      if (answer.__typename !== 'SetCardStatusPayload') {
        setRefusal(answer);
        const now = await readWork(card.id);
        if (now && now.status !== card.status) await readColumn(now.status);
      } else {
        const { nextStatuses } = answer.card;
        const isFree = nextStatuses.includes(card.status) && !asksMore(card.status);
        const back = isFree ? () => void send({ ...card, status: to, nextStatuses }, card.status) : undefined;
        await moved(card, to, back);
      }
    } catch (error) {
      setRefusal({ __typename: 'Lost', message: wordsOf(error, t('common:failure.offline')) });
    } finally {
      end();
    }
  };
  const move = (card: ListedCard, to: CardStatus): void => {
    if (moves.some((other) => other.card.id === card.id)) return;
    if (asksMore(to)) ask(card, to);
    else void send(card, to);
  };
  return { moves, refusal, move, moved: (card: ListedCard, to: CardStatus) => void moved(card, to) };
}
