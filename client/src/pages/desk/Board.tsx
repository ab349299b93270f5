import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CardFilter, CardStatus } from '../../generated/desk';
import { RefusalNote } from '../../ui/Failure';
import { BoardColumn } from './BoardColumn';
import type { ListedCard } from './CardRow';
import { MoveDialog } from './MoveDialog';
import { NoCards } from './NoCards';
import type { DeskFilter } from './useDeskFilter';
import { useFollowMoved } from './useFollowMoved';
import { useMoves } from './useMoves';
import { STATUSES } from './words';
import styles from './desk.module.css';

interface Props {
  desk: DeskFilter;
  filter: CardFilter;
  withContacts: boolean;
}

/** The cards in columns by status. They move by the menu of each card, or by dragging, each without waiting for others. */
export function Board({ desk, filter, withContacts }: Props) {
  const { t } = useTranslation('desk');
  const [dragged, setDragged] = useState<ListedCard | null>(null);
  const [asked, setAsked] = useState<{ card: ListedCard; to: CardStatus } | null>(null);
  const [empty, setEmpty] = useState<Partial<Record<CardStatus, boolean>>>({});
  const { moves, refusal, move, moved } = useMoves({
    ask: (card, to) => setAsked({ card, to }),
    onMove: (id, to) => follow(id, to),
  });
  const board = useRef<HTMLDivElement>(null);
  const follow = useFollowMoved(board, moves, asked !== null);
  const isEmpty = moves.length === 0 && STATUSES.every((status) => empty[status]);
  return (
    <>
      <RefusalNote refusal={refusal} />
      {isEmpty && <NoCards desk={desk} />}
      <div
        ref={board}
        className={`lb-scroll ${styles.board}`}
        role="group"
        aria-label={t('view.board')}
        tabIndex={isEmpty ? undefined : 0}
        hidden={isEmpty}
      >
        {STATUSES.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            filter={filter}
            withContacts={withContacts}
            moves={moves}
            dragged={dragged}
            onDrag={setDragged}
            onMove={move}
            onEmpty={(isNow) => setEmpty((before) => ({ ...before, [status]: isNow }))}
          />
        ))}
      </div>
      {asked && (
        <MoveDialog
          card={asked.card}
          to={asked.to}
          onMoved={(nextStatuses) => moved(asked.card, asked.to, nextStatuses)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
