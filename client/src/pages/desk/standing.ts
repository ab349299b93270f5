import type { TFunction } from 'i18next';
import type { CardRowFieldsFragment } from '../../generated/desk';
import type { ListedCard } from './CardRow';

type Stands = Pick<CardRowFieldsFragment, 'closedBecause'> & {
  lead: Pick<CardRowFieldsFragment['lead'], 'wordsOfPerson'>;
};

/** The person's name where the contact is shown, else as the market masks it; of who was erased nothing is left to name. */
export const nameOf = ({ contact, lead }: ListedCard, t: TFunction<'desk'>): string =>
  contact?.name || lead.preview.text || t('erased');

/** Whether the person may be called and written to: not once they said no, or the card is closed. */
export const mayContact = ({ closedBecause, lead }: Stands): boolean =>
  !closedBecause && lead.wordsOfPerson.length === 0;

/** What stands against the work with a card, each as the key of its texts: why it is closed, and what the person said. */
export function standingOf({ closedBecause, lead }: Stands): Standing[] {
  const said = lead.wordsOfPerson.map(({ word }) => word).filter((word) => word !== 'ERASED');
  if (closedBecause === 'REFUNDED') return ['REFUNDED', ...said];
  const isByPerson = lead.wordsOfPerson.some(({ word }) => word === 'ERASED');
  if (closedBecause === 'ERASED') return [isByPerson ? 'ERASED_BY_PERSON' : 'ERASED_BY_TIME', ...said];
  return said;
}

export type Standing = 'REFUNDED' | 'ERASED_BY_PERSON' | 'ERASED_BY_TIME' | 'DENIED' | 'WITHDRAWN';
