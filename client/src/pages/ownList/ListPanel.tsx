import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useVerb } from '../../app/useVerb';
import { type OwnListFieldsFragment, RemoveOwnListDocument } from '../../generated/ownList';
import { Facts, Panel } from '../../ui/Panel';
import { SureButton } from '../../ui/SureButton';

interface Props {
  list: OwnListFieldsFragment;
  title: string;
  onRemoved(): void;
}

/** A list that is complete: what it holds, from when on it answers, and the way to remove it. */
export function ListPanel({ list, title, onRemoved }: Props) {
  const { t } = useTranslation('ownList');
  const { number, moment } = useFormats();
  const verb = useVerb(RemoveOwnListDocument, 'removeOwnList');
  return (
    <Panel title={title}>
      <Facts
        facts={[
          [t('list.entries'), number(list.entryCount)],
          [t('list.sent'), `${moment(list.startedAt)}${list.uploadedBy ? ` · ${list.uploadedBy.name}` : ''}`],
          [t('list.answersFrom'), list.answersFrom && moment(list.answersFrom)],
        ]}
      />
      <SureButton
        act={t('list.remove')}
        title={t('list.removeTitle')}
        verb={verb}
        look={{ size: 'sm', variant: 'default', color: 'gray', mt: 'sm' }}
        onSure={async () => Boolean((await verb.send({ input: { ownListId: list.id } }))?.payload)}
        onDone={onRemoved}
      >
        <Text size="sm">{t('list.removeMeans')}</Text>
      </SureButton>
    </Panel>
  );
}
