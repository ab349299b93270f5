import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useVerb } from '../../app/useVerb';
import { type OwnListFieldsFragment, RemoveOwnListDocument } from '../../generated/ownList';
import { Dialog } from '../../ui/Dialog';
import { RefusalNote } from '../../ui/Failure';
import { Facts, Panel } from '../../ui/Panel';

interface Props {
  list: OwnListFieldsFragment;
  title: string;
  onRemoved(): void;
}

/** A list that is complete: what it holds, from when on it answers, and the way to remove it. */
export function ListPanel({ list, title, onRemoved }: Props) {
  const { t } = useTranslation('ownList');
  const { number, moment } = useFormats();
  const [isAsking, question] = useDisclosure(false);
  const { send, isSending, refusal } = useVerb(RemoveOwnListDocument, 'removeOwnList');
  const remove = async (): Promise<void> => {
    const outcome = await send({ input: { ownListId: list.id } });
    if (!outcome?.payload) return;
    question.close();
    onRemoved();
  };
  return (
    <Panel title={title}>
      <Facts
        facts={[
          [t('list.entries'), number(list.entryCount)],
          [t('list.sent'), `${moment(list.startedAt)}${list.uploadedBy ? ` · ${list.uploadedBy.name}` : ''}`],
          [t('list.answersFrom'), list.answersFrom && moment(list.answersFrom)],
        ]}
      />
      <Button mt="sm" variant="default" onClick={question.open}>
        {t('list.remove')}
      </Button>
      <Dialog opened={isAsking} onClose={question.close} title={t('list.removeTitle')}>
        <Text size="sm">{t('list.removeMeans')}</Text>
        <RefusalNote refusal={refusal} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={question.close}>
            {t('common:act.cancel')}
          </Button>
          <Button color="brick" loading={isSending} onClick={() => void remove()}>
            {t('list.remove')}
          </Button>
        </Group>
      </Dialog>
    </Panel>
  );
}
