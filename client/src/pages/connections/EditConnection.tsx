import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  ChangeMetaFormsDocument,
  DisconnectMetaPageDocument,
  type MetaPageFieldsFragment,
  RenewMetaTokenDocument,
} from '../../generated/connections';
import { Dialog } from '../../ui/Dialog';
import { RefusalNote } from '../../ui/Failure';
import { FormFields } from './FormFields';
import { inputOf, rowsOf } from './formRows';
import { TokenField } from './TokenField';

interface Props {
  connection: MetaPageFieldsFragment;
  onClose(): void;
  onDone(): void;
}

/** Says anew which forms of the page are which niche. */
export function ChangeForms({ connection, onClose, onDone }: Props) {
  const { t } = useTranslation('connections');
  const [rows, setRows] = useState(() => rowsOf(connection));
  const { send, isSending, refusal, mended } = useVerb(ChangeMetaFormsDocument, 'changeMetaForms');
  const errors = fieldErrors(refusal);
  const save = async (): Promise<void> => {
    const outcome = await send({ input: { metaPageId: connection.id, forms: inputOf(rows) } });
    if (outcome?.payload) onDone();
  };
  return (
    <Dialog opened onClose={onClose} title={t('forms.of', { page: connection.pageName })} size="lg">
      <FormFields
        rows={rows}
        errors={errors}
        onChange={(next, field) => {
          if (field) mended(field);
          setRows(next);
        }}
      />
      <RefusalNote refusal={refusal} fields={Object.keys(errors).filter((field) => field !== 'forms')} />
      <Acts act={t('forms.save')} isSending={isSending} onClose={onClose} onAct={() => void save()} />
    </Dialog>
  );
}

/** Gives the page a new token, in place of one that Meta refuses. */
export function RenewToken({ connection, onClose, onDone }: Props) {
  const { t } = useTranslation('connections');
  const [accessToken, setAccessToken] = useState('');
  const { send, isSending, refusal } = useVerb(RenewMetaTokenDocument, 'renewMetaToken');
  const renew = async (): Promise<void> => {
    const outcome = await send({ input: { metaPageId: connection.id, accessToken } });
    if (outcome?.payload) onDone();
  };
  return (
    <Dialog opened onClose={onClose} title={t('token.of', { page: connection.pageName })}>
      <Stack gap="sm">
        <TokenField value={accessToken} error={fieldErrors(refusal).accessToken} onChange={setAccessToken} />
      </Stack>
      <RefusalNote refusal={refusal} fields={['accessToken']} />
      <Acts act={t('token.renew')} isSending={isSending} onClose={onClose} onAct={() => void renew()} />
    </Dialog>
  );
}

/** Ends the connection after saying what that does. */
export function Disconnect({ connection, onClose, onDone }: Props) {
  const { t } = useTranslation('connections');
  const { send, isSending, refusal } = useVerb(DisconnectMetaPageDocument, 'disconnectMetaPage');
  const end = async (): Promise<void> => {
    const outcome = await send({ input: { metaPageId: connection.id } });
    if (outcome?.payload) onDone();
  };
  return (
    <Dialog opened onClose={onClose} title={t('end.of', { page: connection.pageName })}>
      <Text size="sm">{t('end.means')}</Text>
      <RefusalNote refusal={refusal} />
      <Acts act={t('end.act')} color="brick" isSending={isSending} onClose={onClose} onAct={() => void end()} />
    </Dialog>
  );
}

function Acts({
  act,
  color,
  isSending,
  onClose,
  onAct,
}: {
  act: string;
  color?: string;
  isSending: boolean;
  onClose(): void;
  onAct(): void;
}) {
  const { t } = useTranslation();
  return (
    <Group justify="flex-end" mt="md">
      <Button variant="default" disabled={isSending} onClick={onClose}>
        {t('act.cancel')}
      </Button>
      <Button color={color} loading={isSending} onClick={onAct}>
        {act}
      </Button>
    </Group>
  );
}
