import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { useVerb } from '../../app/useVerb';
import {
  AssignCardDocument,
  CardHistoryDocument,
  type CardWorkFieldsFragment,
  DeskMembersDocument,
} from '../../generated/desk';
import { RefusalNote } from '../../ui/Failure';
import { Panel } from '../../ui/Panel';
import { useCardWork } from './useCardWork';

/** Whose card it is; managers give it to a member or take it back, at once. */
export function Assignee({ card }: { card: CardWorkFieldsFragment }) {
  const { t } = useTranslation('desk');
  const isManager = useViewer().role !== 'AGENT';
  const { data, client } = useQuery(DeskMembersDocument, { skip: !isManager, fetchPolicy: 'cache-first' });
  const { send, isSending, refusal } = useVerb(AssignCardDocument, 'assignCard');
  const readWork = useCardWork();
  // A closed card that nobody had waits for nobody.
  if (card.isClosed && !card.assignee) return null;
  if (!isManager || card.isClosed) {
    return (
      <Panel title={t('assign.title')}>
        <span>{card.assignee?.name ?? t('nobody')}</span>
      </Panel>
    );
  }
  const members = data?.members.nodes ?? [];
  // Somebody who has left the business may still have the card.
  const left = card.assignee && !members.some(({ person }) => person.id === card.assignee?.id) ? [card.assignee] : [];
  const give = async (personId: string | null): Promise<void> => {
    const outcome = await send({ input: { cardId: card.id, personId } });
    if (outcome?.payload) void client.refetchQueries({ include: [CardHistoryDocument] });
    else await readWork(card.id).catch(() => undefined);
  };
  return (
    <Panel title={t('assign.title')}>
      <Select
        aria-label={t('assign.to')}
        placeholder={t('nobody')}
        clearable
        searchable
        disabled={isSending}
        data={[
          ...left.map(({ id, name }) => ({ value: id, label: name })),
          ...members.map(({ person, role }) => ({
            value: person.id,
            label: t('assign.member', { name: person.name, role: t(`common:role.${role}`) }),
          })),
        ]}
        value={card.assignee?.id ?? null}
        onChange={(id) => void give(id)}
      />
      <RefusalNote refusal={refusal} />
    </Panel>
  );
}
