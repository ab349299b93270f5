import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useSession, useViewer } from '../../app/session';
import { useVerb } from '../../app/useVerb';
import { type MemberFieldsFragment, RemoveMemberDocument } from '../../generated/organisation';
import { Dialog } from '../../ui/Dialog';
import { RefusalNote } from '../../ui/Failure';

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
  const [isOpen, dialog] = useDisclosure(false);
  const { send, isSending, refusal, forget } = useVerb(RemoveMemberDocument, 'removeMember');
  const words = { name: member.person.name, organisation: organisation.name };
  const [title, meaning, act] = isOneself
    ? [t('leave.title', words), t('leave.meaning'), t('leave.act')]
    : [t('remove.title', words), t('remove.meaning', words), t('remove.act')];

  const confirm = async (): Promise<void> => {
    const outcome = await send({ input: { memberId: member.id } });
    if (!outcome?.payload) return;
    dialog.close();
    // Leaving ended the session on the server.
    if (isOneself) await leave();
    else onRemoved();
  };
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        color="brick"
        aria-label={title}
        onClick={() => {
          forget();
          dialog.open();
        }}
      >
        {act}
      </Button>
      <Dialog opened={isOpen} onClose={dialog.close} title={title}>
        <Text size="sm">{meaning}</Text>
        {!isOneself && organisation.kind === 'AGENCY' && (
          <Text size="sm" mt="xs">
            {t('remove.keys', words)}
          </Text>
        )}
        <RefusalNote refusal={refusal} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close}>
            {t('common:act.cancel')}
          </Button>
          <Button color="brick" loading={isSending} onClick={() => void confirm()}>
            {act}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
