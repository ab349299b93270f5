import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useVerb } from '../../app/useVerb';
import {
  ChangeWebhookEndpointDocument,
  RemoveWebhookEndpointDocument,
  SendTestWebhookDocument,
  type WebhookEndpointFieldsFragment,
} from '../../generated/webhooks';
import { Dotted } from '../../ui/Dotted';
import { RefusalNote } from '../../ui/Failure';
import { Panel } from '../../ui/Panel';
import { SureButton } from '../../ui/SureButton';
import { Deliveries } from './Deliveries';
import { EndpointDialog } from './EndpointDialog';
import type { Made } from './made';
import { RenewSecret } from './RenewSecret';
import styles from './webhooks.module.css';

interface Props {
  endpoint: WebhookEndpointFieldsFragment;
  onSecret(made: Made): void;
  onChanged(): void;
}

const COLOURS = { ACTIVE: 'bottle', PAUSED: 'amber', GONE: 'brick' } as const;

/** One address: what it is told of, how it stands, what is done with it, and what was sent there. */
export function Endpoint({ endpoint, onSecret, onChanged }: Props) {
  const { t } = useTranslation('webhooks');
  const { moment } = useFormats();
  const [open, setOpen] = useState<'change' | 'renew' | null>(null);
  /** Counts what was sent from here, so that the list below looks again. */
  const [sent, setSent] = useState(0);
  const pausing = useVerb(ChangeWebhookEndpointDocument, 'changeWebhookEndpoint');
  const trying = useVerb(SendTestWebhookDocument, 'sendTestWebhook');
  const removing = useVerb(RemoveWebhookEndpointDocument, 'removeWebhookEndpoint');
  const { id, url, name, types, state, secretMadeAt, formerSecretUntil } = endpoint;
  const isActive = state === 'ACTIVE';
  const pause = async (): Promise<void> => {
    const outcome = await pausing.send({ input: { endpointId: id, isPaused: isActive } });
    if (!outcome?.payload) return;
    setSent(sent + 1);
    onChanged();
  };
  const test = async (): Promise<void> => {
    if ((await trying.send({ input: { endpointId: id } }))?.payload) setSent(sent + 1);
  };
  const close = (): void => {
    setOpen(null);
    onChanged();
  };
  return (
    <Panel title={name}>
      <Text size="sm" className={styles.long}>
        {url}
        <Badge variant="light" size="sm" tt="none" ml={8} color={COLOURS[state]}>
          {t(`state.${state}`)}
        </Badge>
      </Text>
      {state !== 'ACTIVE' && (
        <Text size="sm" mt={4}>
          {t(`stateMeans.${state}`)}
        </Text>
      )}
      <Text size="sm" c="dimmed" mt={4}>
        <Dotted>
          {types.map((type) => t(`type.${type}`)).join(', ')}
          {t('secret.since', { moment: moment(secretMadeAt) })}
          {formerSecretUntil && t('secret.former', { moment: moment(formerSecretUntil) })}
        </Dotted>
      </Text>
      <Group gap="xs" mt="sm">
        {isActive && (
          <Button size="xs" loading={trying.isSending} onClick={() => void test()}>
            {t('test')}
          </Button>
        )}
        <Button
          size="xs"
          variant={isActive ? 'default' : 'filled'}
          loading={pausing.isSending}
          onClick={() => void pause()}
        >
          {t(isActive ? 'pause' : 'resume')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setOpen('change')}>
          {t('change')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setOpen('renew')}>
          {t('secret.renew')}
        </Button>
        <SureButton
          act={t('remove')}
          title={t('removeOf', { name })}
          verb={removing}
          onSure={async () => Boolean((await removing.send({ input: { endpointId: id } }))?.payload)}
          onDone={onChanged}
        >
          <Text size="sm">{t('removeMeans')}</Text>
        </SureButton>
      </Group>
      <RefusalNote refusal={pausing.refusal ?? trying.refusal} />
      <Deliveries endpointId={id} name={name} isActive={isActive} sent={sent} />
      {open === 'change' && (
        <EndpointDialog endpoint={endpoint} onClose={() => setOpen(null)} onAdded={onSecret} onChanged={close} />
      )}
      {open === 'renew' && (
        <RenewSecret
          endpoint={endpoint}
          onClose={() => setOpen(null)}
          onMade={(made) => {
            setOpen(null);
            onSecret(made);
          }}
        />
      )}
    </Panel>
  );
}
