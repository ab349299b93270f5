import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../app/useVerb';
import { type ApiKeyFieldsFragment, RevokeApiKeyDocument } from '../../generated/organisation';
import { SureButton } from '../../ui/SureButton';

/** Ends a key after saying what that does; also a refusal means that the list has moved on. */
export function RevokeApiKey({ apiKey, onRevoked }: { apiKey: ApiKeyFieldsFragment; onRevoked(): void }) {
  const { t } = useTranslation('organisation');
  const verb = useVerb(RevokeApiKeyDocument, 'revokeApiKey');
  return (
    <SureButton
      act={t('keys.revoke')}
      title={t('keys.revokeOf', { name: apiKey.name })}
      verb={verb}
      onSure={async () => Boolean((await verb.send({ input: { apiKeyId: apiKey.id } }))?.payload)}
      onDone={onRevoked}
    >
      <Text size="sm">{t('keys.revokeMeans', { prefix: apiKey.prefix })}</Text>
    </SureButton>
  );
}
