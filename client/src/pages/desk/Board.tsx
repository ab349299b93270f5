import { useApolloClient } from '@apollo/client/react';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../app/useVerb';
import { BoardColumnDocument, type CardFilter, type CardStatus, SetCardStatusDocument } from '../../generated/desk';
import { RefusalNote } from '../../ui/Failure';
import { BoardColumn } from './BoardColumn';
import { type ListedCard, nameOf } from './CardRow';
import { MoveDialog } from './MoveDialog';
import { asksMore, STATUSES } from './words';
import styles from './desk.module.css';

/** The cards in columns by status. They move by the menu of each card, or by dragging. */
export function Board({ filter, withContacts }: { filter: CardFilter; withContacts: boolean }) {
  const { t } = useTranslation('desk');
  const client = useApolloClient();
  const [dragged, setDragged] = useState<ListedCard | null>(null);
  const [asked, setAsked] = useState<{ card: ListedCard; to: CardStatus } | null>(null);
  const { send, refusal } = useVerb(SetCardStatusDocument, 'setCardStatus');

  /** The column that a card left drops it by itself; the one that it came to is read anew. */
  const moved = (card: ListedCard, to: CardStatus): void => {
    notifications.show({ message: t('move.done', { name: nameOf(card), status: t(`status.${to}`) }) });
    void client.refetchQueries({
      include: [BoardColumnDocument],
      onQueryUpdated: ({ variables }) => {
        const { statuses } = (variables?.filter ?? {}) as CardFilter;
        return statuses?.[0] === to;
      },
    });
  };
  const move = async (card: ListedCard, to: CardStatus): Promise<void> => {
    if (asksMore(to)) {
      setAsked({ card, to });
      return;
    }
    const outcome = await send({ input: { cardId: card.id, status: to } });
    if (outcome?.payload) moved(card, to);
  };
  return (
    <>
      <RefusalNote refusal={refusal} />
      <div className={`lb-scroll ${styles.board}`} role="group" aria-label={t('view.board')} tabIndex={0}>
        {STATUSES.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            filter={filter}
            withContacts={withContacts}
            dragged={dragged}
            onDrag={setDragged}
            onMove={(card, to) => void move(card, to)}
          />
        ))}
      </div>
      {asked && (
        <MoveDialog
          card={asked.card}
          to={asked.to}
          onMoved={() => moved(asked.card, asked.to)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
