import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession, useViewer } from '../../app/session';
import { useVerb } from '../../app/useVerb';
import { type MemberFieldsFragment, RemoveMemberDocument } from '../../generated/organisation';
import { SureButton } from '../../ui/SureButton';

/** Ends a membership, another's or one's own, after saying what that does. */
export function RemoveMember({
  member,
  isOneself,
  onRemoved,
}: {
  member: MemberFieldsFragment;
  isOneself: boolean;
  onRemoved(): void;
}) {
  const { t } = useTranslation('organisation');
  const { organisation } = useViewer();
  const { leave } = useSession();
  const verb = useVerb(RemoveMemberDocument, 'removeMember');
  const words = { name: member.person.name, organisation: organisation.name };
  const [title, meaning, act] = isOneself
    ? [t('leave.title', words), t('leave.meaning'), t('leave.act')]
    : [t('remove.title', words), t('remove.meaning', words), t('remove.act')];
  return (
    <SureButton
      act={act}
      title={title}
      verb={verb}
      onSure={async () => Boolean((await verb.send({ input: { memberId: member.id } }))?.payload)}
      // Leaving ended the session on the server.
      onDone={() => (isOneself ? void leave() : onRemoved())}
    >
      <Text size="sm">{meaning}</Text>
      {!isOneself && organisation.kind === 'AGENCY' && (
        <Text size="sm" mt="xs">
          {t('remove.keys', words)}
        </Text>
      )}
    </SureButton>
  );
}
