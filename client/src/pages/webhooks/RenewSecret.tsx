import { useTranslation } from 'react-i18next';
import { useVerb } from '../../app/useVerb';
import { RenewWebhookSecretDocument, type WebhookEndpointFieldsFragment } from '../../generated/webhooks';
import { RenewDialog } from '../../ui/RenewDialog';
import type { Made } from './made';

interface Props {
  endpoint: WebhookEndpointFieldsFragment;
  onClose(): void;
  onMade(made: Made): void;
}

/** Makes another secret of an address, after asking what becomes of the one in use. */
export function RenewSecret({ endpoint: { id, name }, onClose, onMade }: Props) {
  const { t } = useTranslation('webhooks');
  const { send, isSending, refusal } = useVerb(RenewWebhookSecretDocument, 'renewWebhookSecret');
  const renew = async (endsFormerAtOnce: boolean): Promise<void> => {
    const outcome = await send({ input: { endpointId: id, endsFormerAtOnce } });
    if (outcome?.payload) onMade({ name, secret: outcome.payload.secret });
  };
  return (
    <RenewDialog
      title={t('secret.renewOf', { name })}
      act={t('secret.renew')}
      means={t('secret.renewMeans')}
      atOnce={t('secret.atOnce')}
      isSending={isSending}
      refusal={refusal}
      onRenew={(atOnce) => void renew(atOnce)}
      onClose={onClose}
    />
  );
}
