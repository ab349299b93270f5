import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  AddWebhookEndpointDocument,
  ChangeWebhookEndpointDocument,
  type WebhookEndpointFieldsFragment,
} from '../../generated/webhooks';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog, type FormState, useTellForm } from '../../ui/FormDialog';
import type { Made } from './made';
import { TYPES } from './types';

interface Props {
  /** The one that is changed; null for a new one. */
  endpoint: WebhookEndpointFieldsFragment | null;
  onClose(): void;
  onAdded(made: Made): void;
  onChanged?(): void;
}

/** Adds or changes an address: where it is, what to call it, what it is told of. */
export function EndpointDialog(props: Props) {
  const { t } = useTranslation('webhooks');
  const [state, setState] = useState<FormState>({ isSending: false, isDirty: false });
  return (
    <FormDialog onClose={props.onClose} title={t(props.endpoint ? 'changeTitle' : 'addTitle')} {...state}>
      <EndpointForm {...props} onState={setState} />
    </FormDialog>
  );
}

function EndpointForm({ endpoint, onClose, onAdded, onChanged, onState }: Props & { onState(state: FormState): void }) {
  const { t } = useTranslation('webhooks');
  const was = { url: endpoint?.url ?? '', name: endpoint?.name ?? '', types: endpoint?.types ?? TYPES };
  const [url, setUrl] = useState(was.url);
  const [name, setName] = useState(was.name);
  const [types, setTypes] = useState<readonly (typeof TYPES)[number][]>(was.types);
  const adding = useVerb(AddWebhookEndpointDocument, 'addWebhookEndpoint');
  const changing = useVerb(ChangeWebhookEndpointDocument, 'changeWebhookEndpoint');
  const { isSending, refusal, mended } = endpoint ? changing : adding;
  const isDirty = url !== was.url || name !== was.name || types.length !== was.types.length;
  useTellForm(onState, { isSending, isDirty });
  const errors = fieldErrors(refusal);
  const send = async (): Promise<void> => {
    const given = { url, name, types: [...types] };
    if (endpoint) {
      const outcome = await changing.send({ input: { endpointId: endpoint.id, ...given } });
      if (outcome?.payload) onChanged?.();
      return;
    }
    const outcome = await adding.send({ input: given });
    if (outcome?.payload) onAdded({ name: outcome.payload.endpoint.name, secret: outcome.payload.secret });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          type="url"
          label={t('url')}
          description={t('urlMeans')}
          placeholder="https://"
          required
          maxLength={2000}
          autoComplete="off"
          value={url}
          onChange={({ currentTarget }) => {
            mended('url');
            setUrl(currentTarget.value);
          }}
          error={errors.url}
        />
        <TextInput
          label={t('name')}
          description={t('nameMeans')}
          required
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={({ currentTarget }) => {
            mended('name');
            setName(currentTarget.value);
          }}
          error={errors.name}
        />
        <Checkbox.Group
          label={t('types')}
          value={[...types]}
          onChange={(chosen) => {
            mended('types');
            setTypes(TYPES.filter((type) => chosen.includes(type)));
          }}
          error={errors.types}
        >
          <Stack gap="xs" mt={4}>
            {TYPES.map((type) => (
              <Checkbox key={type} value={type} label={t(`type.${type}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Stack>
      <RefusalNote refusal={refusal} fields={['url', 'name', 'types']} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" disabled={isSending} onClick={onClose}>
          {t('common:act.cancel')}
        </Button>
        <Button type="submit" loading={isSending}>
          {t(endpoint ? 'changeAct' : 'addAct')}
        </Button>
      </Group>
    </form>
  );
}
