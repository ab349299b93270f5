import { ActionIcon, Anchor, Loader, Menu } from '@mantine/core';
import { ArrowRightLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CardStatus } from '../../generated/desk';
import { Dotted } from '../../ui/Dotted';
import { Money } from '../../ui/Money';
import type { ListedCard } from './CardRow';
import { nameOf } from './standing';
import { StandingMarks } from './StandingMarks';
import { Window } from './Window';
import styles from './desk.module.css';

interface Props {
  card: ListedCard;
  /** True while its move is on its way. */
  isMoving: boolean;
  onDrag(card: ListedCard | null): void;
  onMove(to: CardStatus): void;
}

/** One bought lead on the board. */
export function BoardCard({ card, isMoving, onDrag, onMove }: Props) {
  const { t } = useTranslation('desk');
  const canMove = !isMoving && !card.isClosed && card.nextStatuses.length > 0;
  return (
    <li
      className={styles.card}
      draggable={canMove}
      aria-busy={isMoving || undefined}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', card.id);
        onDrag(card);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <div className={styles.cardHead}>
        <Anchor component={Link} to={`/cards/${card.id}`} data-card fw={500} inherit draggable={false}>
          {nameOf(card, t)}
        </Anchor>
        {isMoving && <Loader size={14} />}
        {canMove && (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('move.menu', { name: nameOf(card, t) })}
              >
                <ArrowRightLeft size={14} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{t('move.to')}</Menu.Label>
              {card.nextStatuses.map((status) => (
                <Menu.Item key={status} onClick={() => onMove(status)}>
                  {t(`status.${status}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <div className="lb-soft">
        <Dotted>
          {card.niche.name}
          {t(`common:temperature.${card.lead.temperature}`)}
        </Dotted>
      </div>
      {card.dealValue && <Money value={card.dealValue} />}
      <StandingMarks card={card} />
      <div className={styles.cardFoot}>
        <Window sale={card.sale} />
        <span className="lb-soft">{card.assignee?.name}</span>
      </div>
    </li>
  );
}
