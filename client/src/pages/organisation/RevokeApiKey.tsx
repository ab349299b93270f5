import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../app/useVerb';
import { type ApiKeyFieldsFragment, RevokeApiKeyDocument } from '../../generated/organisation';
import { Dialog } from '../../ui/Dialog';
import { RefusalNote } from '../../ui/Failure';

/** Ends a key after saying what that does; also a refusal means that the list has moved on. */
export function RevokeApiKey({ apiKey, onRevoked }: { apiKey: ApiKeyFieldsFragment; onRevoked(): void }) {
  const { t } = useTranslation('organisation');
  const [isOpen, dialog] = useDisclosure(false);
  const { send, isSending, refusal, forget } = useVerb(RevokeApiKeyDocument, 'revokeApiKey');
  const title = t('keys.revokeOf', { name: apiKey.name });
  const confirm = async (): Promise<void> => {
    const outcome = await send({ input: { apiKeyId: apiKey.id } });
    if (!outcome?.payload) return;
    dialog.close();
    onRevoked();
  };
  const open = (): void => {
    forget();
    dialog.open();
  };
  return (
    <>
      <Button size="xs" variant="subtle" color="brick" aria-label={title} onClick={open}>
        {t('keys.revoke')}
      </Button>
      <Dialog opened={isOpen} onClose={dialog.close} title={title}>
        <Text size="sm">{t('keys.revokeMeans', { prefix: apiKey.prefix })}</Text>
        <RefusalNote refusal={refusal} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={dialog.close}>
            {t('common:act.cancel')}
          </Button>
          <Button color="brick" loading={isSending} onClick={() => void confirm()}>
            {t('keys.revoke')}
          </Button>
        </Group>
      </Dialog>
    </>
  );
}
