import { useApolloClient } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../app/useVerb';
import {
  CardHistoryDocument,
  CardNotesDocument,
  type CardStatus,
  type CardWorkFieldsFragment,
  SetCardStatusDocument,
} from '../../generated/desk';
import { RefusalNote } from '../../ui/Failure';
import { Money } from '../../ui/Money';
import { MoveDialog } from './MoveDialog';
import { Panel } from '../../ui/Panel';
import { useCardWork } from './useCardWork';
import { StatusMark } from './StatusMark';
import { asksMore, meaningOf } from './words';
import styles from './desk.module.css';

/** How far the work with the card has come, and the steps that may follow. */
export function StatusSteps({ card }: { card: CardWorkFieldsFragment }) {
  const { t } = useTranslation('desk');
  const client = useApolloClient();
  const [asked, setAsked] = useState<CardStatus | null>(null);
  const [underWay, setUnderWay] = useState<CardStatus | null>(null);
  const { send, isSending, refusal } = useVerb(SetCardStatusDocument, 'setCardStatus');
  const readWork = useCardWork();
  const moved = (): void => void client.refetchQueries({ include: [CardHistoryDocument, CardNotesDocument] });

  const move = async (status: CardStatus): Promise<void> => {
    if (asksMore(status)) {
      setAsked(status);
      return;
    }
    setUnderWay(status);
    const outcome = await send({ input: { cardId: card.id, status } });
    if (outcome?.payload) moved();
    // What is refused was asked of a card that stands elsewhere by now.
    else await readWork(card.id).catch(() => undefined);
  };
  return (
    <Panel title={t('steps.title')}>
      <p className={styles.line} aria-live="polite">
        <StatusMark status={card.status} /> {t(meaningOf(card))}
        {card.lostReason && ` ${t('steps.lost', { reason: t(`lost.${card.lostReason}`) })}`}
      </p>
      {card.dealValue && (
        <p className={styles.line}>
          {t('steps.value')} <Money value={card.dealValue} />
        </p>
      )}
      {!card.isClosed && (
        <Group gap="xs" mt="sm" role="group" aria-label={t('move.to')}>
          {card.nextStatuses.map((status) => (
            <Button
              key={status}
              size="sm"
              variant={status === 'LOST' || status === 'REJECTED' ? 'default' : 'light'}
              loading={isSending && underWay === status}
              disabled={isSending && underWay !== status}
              onClick={() => void move(status)}
            >
              {t(`status.${status}`)}
              {asksMore(status) && '…'}
            </Button>
          ))}
        </Group>
      )}
      <RefusalNote refusal={refusal} />
      {asked && <MoveDialog card={card} to={asked} onMoved={moved} onClose={() => setAsked(null)} />}
    </Panel>
  );
}
