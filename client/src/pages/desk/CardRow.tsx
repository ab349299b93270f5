import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CardContactFieldsFragment, CardRowFieldsFragment } from '../../generated/desk';
import { Dotted } from '../../ui/Dotted';
import { Money } from '../../ui/Money';
import { When } from '../../ui/When';
import { mayContact, nameOf } from './standing';
import { StandingMarks } from './StandingMarks';
import { StatusMark } from './StatusMark';
import { Window } from './Window';
import styles from './desk.module.css';

/** A card of a list, with its contact where that was asked for. */
export type ListedCard = CardRowFieldsFragment & { contact?: CardContactFieldsFragment | null };

/** One bought lead as a row; at narrow width as a block. */
export function CardRow({ card }: { card: ListedCard }) {
  const { t } = useTranslation('desk');
  const { contact, lead, niche, region, sale } = card;
  return (
    <tr>
      <td className={styles.person}>
        <Anchor component={Link} to={`/cards/${card.id}`} data-card fw={500} inherit>
          {nameOf(card, t)}
        </Anchor>
        {contact?.phone && (
          <div>
            {mayContact(card) ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : <span>{contact.phone}</span>}
          </div>
        )}
        <StandingMarks card={card} />
      </td>
      <td>
        {niche.name}
        <div className="lb-soft">
          <Dotted>
            {region.name}
            {t(`common:temperature.${lead.temperature}`)}
          </Dotted>
        </div>
      </td>
      <td>
        <StatusMark status={card.status} />
        {card.dealValue && (
          <div className="lb-soft">
            <Money value={card.dealValue} />
          </div>
        )}
      </td>
      <td>{card.assignee?.name ?? (!card.isClosed && <span className="lb-soft">{t('nobody')}</span>)}</td>
      <td>
        <Window sale={sale} />
      </td>
      <td>
        <When at={card.boughtAt} isStop={false} />
      </td>
      <td className="lb-number">
        <Money value={sale.gross} />
      </td>
    </tr>
  );
}
