import { useApolloClient } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useRef, useState } from 'react';
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

interface Tellings {
  ask(card: ListedCard, to: CardStatus): void;
  onMove(cardId: string, to: CardStatus): void;
}

/**
 * Moves of cards, each by itself: the card stands in its new column at once, and goes back where the answer refuses it.
 * `ask` is told of moves that need a word more, `onMove` of each that begins.
 */
export function useMoves({ ask, onMove }: Tellings) {
  const { t } = useTranslation('desk');
  const client = useApolloClient();
  const readWork = useCardWork();
  const [moves, setMoves] = useState<readonly Move[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const told = useRef(new Map<string, string>());
  const hush = ({ id }: ListedCard): void => {
    const last = told.current.get(id);
    if (last) notifications.hide(last);
  };
  /** What is told of a card takes the place of what was told of it before: one Undo at a time. */
  const tell = (card: ListedCard, message: ReactNode, color?: string): void => {
    hush(card);
    told.current.set(card.id, notifications.show({ color, message }));
  };

  /** The column that a card left drops it by itself; the one that it came to is read anew. */
  const readColumn = (to: CardStatus): Promise<unknown> =>
    Promise.allSettled(
      client.refetchQueries({
        include: [BoardColumnDocument],
        onQueryUpdated: ({ variables }) => ((variables?.filter ?? {}) as CardFilter).statuses?.[0] === to,
      }).results,
    );
  const moved = (card: ListedCard, to: CardStatus, back?: () => void): Promise<unknown> => {
    const undo = back && (
      <Anchor
        component="button"
        type="button"
        inherit
        onClick={() => {
          hush(card);
          back();
        }}
      >
        {t('move.undo')}
      </Anchor>
    );
    const done = t('move.done', { name: nameOf(card, t), status: t(`status.${to}`) });
    tell(
      card,
      undo ? (
        <span>
          {done} {undo}
        </span>
      ) : (
        done
      ),
    );
    return readColumn(to);
  };
  const tellWhereTo = (card: ListedCard, to: CardStatus): void => {
    const ways = card.nextStatuses.map((status) => t('move.way', { status: t(`status.${status}`) })).join(', ');
    const between = { name: nameOf(card, t), from: t(`status.${card.status}`), to: t(`status.${to}`) };
    tell(card, t('move.notAllowed', { ...between, ways }), 'amber');
  };
  /** A move that is undone before its columns were read has given its place to the way back. */
  const begin = (card: ListedCard, to: CardStatus): Move => {
    const begun = { card, to };
    setRefusal(null);
    setMoves((now) => [...now.filter((other) => other.card.id !== card.id), begun]);
    onMove(card.id, to);
    return begun;
  };
  const end = (ended: Move): void => setMoves((now) => now.filter((move) => move !== ended));
  /** Back to where the card was; nothing where it may not go there, or not without a word more. */
  const wayBack = (card: ListedCard, to: CardStatus, nextStatuses: readonly CardStatus[]) =>
    nextStatuses.includes(card.status) && !asksMore(card.status)
      ? () => void send({ ...card, status: to, nextStatuses: [...nextStatuses] }, card.status)
      : undefined;
  const send = async (card: ListedCard, to: CardStatus): Promise<void> => {
    const begun = begin(card, to);
    try {
      const variables = { input: { cardId: card.id, status: to } };
      const { data } = await client.mutate({ mutation: SetCardStatusDocument, variables });
      const answer = data!.setCardStatus;
      if (answer.__typename !== 'SetCardStatusPayload') {
        setRefusal(answer);
        const now = await readWork(card.id);
        if (now && now.status !== card.status) await readColumn(now.status);
      } else {
        await moved(card, to, wayBack(card, to, answer.card.nextStatuses));
      }
    } catch (error) {
      setRefusal({ __typename: 'Lost', message: wordsOf(error, t('common:failure.offline')) });
    } finally {
      end(begun);
    }
  };
  const move = (card: ListedCard, to: CardStatus): void => {
    if (moves.some((other) => other.card.id === card.id)) return;
    if (!card.nextStatuses.includes(to)) return tellWhereTo(card, to);
    if (!asksMore(to)) return void send(card, to);
    onMove(card.id, to);
    ask(card, to);
  };
  /** What was moved with a word more: the card stands there until its column is read anew. */
  const movedByWord = (card: ListedCard, to: CardStatus, nextStatuses: readonly CardStatus[]): void => {
    const begun = begin(card, to);
    void moved(card, to, wayBack(card, to, nextStatuses)).finally(() => end(begun));
  };
  return { moves, refusal, move, moved: movedByWord };
}
