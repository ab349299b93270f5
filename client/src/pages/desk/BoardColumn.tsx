import { useQuery } from '@apollo/client/react';
import { Skeleton } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardColumnDocument, type CardFilter, type CardStatus } from '../../generated/desk';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { BoardCard } from './BoardCard';
import type { ListedCard } from './CardRow';
import type { Move } from './useMoves';
import styles from './desk.module.css';

interface Props {
  status: CardStatus;
  filter: CardFilter;
  withContacts: boolean;
  /** Cards on their way; those that come here stand here already. */
  moves: readonly Move[];
  /** The card that is being dragged, if one is. */
  dragged: ListedCard | null;
  onDrag(card: ListedCard | null): void;
  onMove(card: ListedCard, to: CardStatus): void;
  /** Told whether nothing is here, once that is known. */
  onEmpty(isEmpty: boolean): void;
}

/** One status of the board; takes the cards that may come to it. */
export function BoardColumn({ status, filter, withContacts, moves, dragged, onDrag, onMove, onEmpty }: Props) {
  const { t } = useTranslation('desk');
  const { data, previousData, error, refetch, fetchMore } = useQuery(BoardColumnDocument, {
    variables: { filter: { ...filter, statuses: [status] }, withContacts },
    notifyOnNetworkStatusChange: true,
  });
  const page = (data ?? previousData)?.cards;
  // A card that was moved on leaves the column at once.
  const stay = page?.nodes.filter(
    (card) => card.status === status && !moves.some(({ card: { id } }) => id === card.id),
  );
  const coming = moves.flatMap(({ card, to }) => (to === status ? [card] : []));
  const cards = [...coming, ...(stay ?? [])];
  const isEmpty = page !== undefined && cards.length === 0;
  const tellEmpty = useEffectEvent(onEmpty);
  useEffect(() => tellEmpty(isEmpty), [isEmpty]);
  const hasMore = page?.pageInfo.hasNextPage ?? false;
  const takes = dragged?.nextStatuses.includes(status) ?? false;
  const more = (): Promise<unknown> =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { cards: next } }) => ({
        cards: { ...next, nodes: [...shown.cards.nodes, ...next.nodes] },
      }),
    });
  return (
    <section
      className={styles.column}
      data-status={status}
      data-takes={takes || undefined}
      aria-label={t(`status.${status}`)}
      onDragOver={(event) => {
        // Also where it may not stand: dropped there, it is told why it does not.
        if (dragged && dragged.status !== status) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        if (dragged && dragged.status !== status) onMove(dragged, status);
        onDrag(null);
      }}
    >
      <h2>
        {t(`status.${status}`)} <span className="lb-soft">{page && `${cards.length}${hasMore ? '+' : ''}`}</span>
      </h2>
      {error && !page && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !page && <Skeleton height={88} />}
      {isEmpty && <p className={styles.none}>{t('board.none')}</p>}
      <ul className={styles.cards}>
        {cards.map((card) => (
          <BoardCard
            key={card.id}
            card={card}
            isMoving={coming.includes(card)}
            onDrag={onDrag}
            onMove={(to) => onMove(card, to)}
          />
        ))}
      </ul>
      {hasMore && <More size="compact-sm" variant="subtle" load={more} />}
    </section>
  );
}
