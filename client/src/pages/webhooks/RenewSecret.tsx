import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVerb } from '../../app/useVerb';
import { RenewWebhookSecretDocument, type WebhookEndpointFieldsFragment } from '../../generated/webhooks';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog } from '../../ui/FormDialog';
import type { Made } from './MadeSecret';

interface Props {
  endpoint: WebhookEndpointFieldsFragment;
  onClose(): void;
  onMade(made: Made): void;
}

/** Makes another secret of an address, after asking what becomes of the one in use. */
export function RenewSecret({ endpoint: { id, name }, onClose, onMade }: Props) {
  const { t } = useTranslation('webhooks');
  const [endsFormerAtOnce, setEnds] = useState(false);
  const { send, isSending, refusal } = useVerb(RenewWebhookSecretDocument, 'renewWebhookSecret');
  const renew = async (): Promise<void> => {
    const outcome = await send({ input: { endpointId: id, endsFormerAtOnce } });
    if (outcome?.payload) onMade({ name, secret: outcome.payload.secret });
  };
  return (
    <FormDialog title={t('secret.renewOf', { name })} onClose={onClose} isSending={isSending} isDirty={false}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void renew();
        }}
      >
        <Text size="sm" mb="sm">
          {t('secret.renewMeans')}
        </Text>
        <Checkbox
          label={t('secret.atOnce')}
          checked={endsFormerAtOnce}
          onChange={({ currentTarget }) => setEnds(currentTarget.checked)}
        />
        <RefusalNote refusal={refusal} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" disabled={isSending} onClick={onClose}>
            {t('common:act.cancel')}
          </Button>
          <Button type="submit" data-autofocus loading={isSending}>
            {t('secret.renew')}
          </Button>
        </Group>
      </form>
    </FormDialog>
  );
}
