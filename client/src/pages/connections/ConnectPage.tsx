import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { ConnectMetaPageDocument } from '../../generated/connections';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog, type FormState, useTellForm } from '../../ui/FormDialog';
import { FormFields } from './FormFields';
import { emptyRow, inputOf } from './formRows';
import { TokenField } from './TokenField';

interface Props {
  onClose(): void;
  onDone(): void;
}

/** Connects a page: its id, its token, and what its forms are. */
export function ConnectPage(props: Props) {
  const { t } = useTranslation('connections');
  const [state, setState] = useState<FormState>({ isSending: false, isDirty: false });
  return (
    <FormDialog onClose={props.onClose} title={t('connect.title')} size="lg" {...state}>
      <ConnectForm {...props} onState={setState} />
    </FormDialog>
  );
}

function ConnectForm({ onClose, onDone, onState }: Props & { onState(state: FormState): void }) {
  const { t } = useTranslation('connections');
  const [pageId, setPageId] = useState('');
  const [accessToken, setAccessToken] = useState('');
  const [rows, setRows] = useState(() => [emptyRow()]);
  const { send, isSending, refusal, mended } = useVerb(ConnectMetaPageDocument, 'connectMetaPage');
  useTellForm(onState, { isSending, isDirty: pageId !== '' || accessToken !== '' });
  const errors = fieldErrors(refusal);
  const connect = async (): Promise<void> => {
    const outcome = await send({ input: { pageId, accessToken, forms: inputOf(rows) } });
    if (outcome?.payload) onDone();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void connect();
      }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          label={t('connect.pageId')}
          description={t('connect.pageIdMeans')}
          inputMode="numeric"
          required
          value={pageId}
          onChange={({ currentTarget }) => {
            mended('pageId');
            setPageId(currentTarget.value);
          }}
          error={errors.pageId}
        />
        <TokenField
          value={accessToken}
          error={errors.accessToken}
          onChange={(value) => {
            mended('accessToken');
            setAccessToken(value);
          }}
        />
        <FormFields
          rows={rows}
          errors={errors}
          onChange={(next, field) => {
            if (field) mended(field);
            setRows(next);
          }}
        />
      </Stack>
      <RefusalNote refusal={refusal} fields={Object.keys(errors).filter((field) => field !== 'forms')} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" disabled={isSending} onClick={onClose}>
          {t('common:act.cancel')}
        </Button>
        <Button type="submit" loading={isSending}>
          {t('connect.act')}
        </Button>
      </Group>
    </form>
  );
}
