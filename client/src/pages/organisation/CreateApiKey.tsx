import { Button, Checkbox, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { type ApiKeyFieldsFragment, CreateApiKeyDocument } from '../../generated/organisation';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog, type FormState, useTellForm } from '../../ui/FormDialog';
import type { MadeKey } from './madeKey';

type Scope = ApiKeyFieldsFragment['scopes'][number];

const SCOPES: readonly Scope[] = ['SUBMIT_LEADS', 'PING_POST'];

interface Props {
  onClose(): void;
  onMade(made: MadeKey): void;
}

/** Makes a key: what it is called, what it opens, until when. */
export function CreateApiKey({ onClose, onMade }: Props) {
  const { t } = useTranslation('organisation');
  const [state, setState] = useState<FormState>({ isSending: false, isDirty: false });
  return (
    <FormDialog onClose={onClose} title={t('keys.createTitle')} {...state}>
      <CreateForm onClose={onClose} onMade={onMade} onState={setState} />
    </FormDialog>
  );
}

/** The end of a day as the person's clock has it; a day that is none yet has no end. */
const endOf = (day: string): string | null => (day === '' ? null : new Date(`${day}T23:59:59`).toISOString());

function CreateForm({ onClose, onMade, onState }: Props & { onState(state: FormState): void }) {
  const { t } = useTranslation('organisation');
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['SUBMIT_LEADS']);
  const [endsOn, setEndsOn] = useState('');
  const { send, isSending, refusal } = useVerb(CreateApiKeyDocument, 'createApiKey');
  useTellForm(onState, { isSending, isDirty: name !== '' || endsOn !== '' });
  const errors = fieldErrors(refusal);
  const create = async (): Promise<void> => {
    const outcome = await send({ input: { name, scopes: [...scopes], expiresAt: endOf(endsOn) } });
    if (!outcome?.payload) return;
    const { apiKey, secret } = outcome.payload;
    onMade({ name: apiKey.name, secret, scopes: apiKey.scopes });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t('keys.name')}
          description={t('keys.nameMeans')}
          required
          maxLength={60}
          autoComplete="off"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={errors.name}
        />
        <Checkbox.Group
          label={t('keys.scopes')}
          value={[...scopes]}
          onChange={(chosen) => setScopes(SCOPES.filter((scope) => chosen.includes(scope)))}
          error={errors.scopes}
        >
          <Stack gap="xs" mt={4}>
            {SCOPES.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(`keys.scope.${scope}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <TextInput
          type="date"
          label={t('keys.endsOn')}
          description={t('keys.endsOnMeans')}
          value={endsOn}
          onChange={({ currentTarget }) => setEndsOn(currentTarget.value)}
          error={errors.expiresAt}
        />
      </Stack>
      <RefusalNote refusal={refusal} fields={['name', 'scopes', 'expiresAt']} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" disabled={isSending} onClick={onClose}>
          {t('common:act.cancel')}
        </Button>
        <Button type="submit" loading={isSending}>
          {t('keys.createAct')}
        </Button>
      </Group>
    </form>
  );
}
