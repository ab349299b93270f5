import { Button, Group, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMissing } from '../../app/useMissing';
import { fieldErrors, useVerb } from '../../app/useVerb';
import {
  ApproveAgencyDocument,
  type GovernedFieldsFragment,
  ReinstateOrganisationDocument,
  SuspendOrganisationDocument,
} from '../../generated/admin';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog, type FormState, useTellForm } from '../../ui/FormDialog';

export type GovernAct = 'approve' | 'suspend' | 'reinstate';

/** What the reason is for the server: a note, where it may stay empty. */
const FIELDS = ['reason', 'note'];

export interface Governing {
  act: GovernAct;
  organisation: GovernedFieldsFragment;
}

/** Asks for the reason and says what the act does before it is done. */
export function GovernDialog({ act, organisation, onClose }: Governing & { onClose(isDone: boolean): void }) {
  const { t } = useTranslation('admin');
  const [state, setState] = useState<FormState>({ isSending: false, isDirty: false });
  return (
    <FormDialog onClose={() => onClose(false)} title={t(`govern.${act}.title`, { name: organisation.name })} {...state}>
      <GovernForm act={act} organisation={organisation} onState={setState} onClose={onClose} />
    </FormDialog>
  );
}

function GovernForm({
  act,
  organisation,
  onState,
  onClose,
}: Governing & { onState(state: FormState): void; onClose(isDone: boolean): void }) {
  const { t } = useTranslation('admin');
  const [reason, setReason] = useState('');
  const { govern, isSending, refusal, mended } = useGoverning(act);
  useTellForm(onState, { isSending, isDirty: reason !== '' });
  const isOptional = act === 'approve';
  const errors = fieldErrors(refusal);
  const words = { name: organisation.name };
  const missing = useMissing();
  const confirm = async (): Promise<void> => {
    if (!isOptional && !missing.isGiven(reason)) return;
    if (!(await govern(organisation.id, reason))) return;
    notifications.show({ message: t(`govern.${act}.done`, words) });
    onClose(true);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <Text size="sm" mb="sm">
        {t(`govern.${act}.meaning.${organisation.kind}`, words)}
      </Text>
      <Textarea
        data-autofocus
        label={t(`govern.${act}.reason`)}
        description={t(`govern.${act}.shown`)}
        required={!isOptional}
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        error={missing.isMissing ? t('reason.missing') : (errors.reason ?? errors.note)}
        onChange={(event) => {
          missing.forget();
          FIELDS.forEach(mended);
          setReason(event.currentTarget.value);
        }}
      />
      <RefusalNote refusal={refusal} fields={FIELDS} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" disabled={isSending} onClick={() => onClose(false)}>
          {t('common:act.cancel')}
        </Button>
        <Button type="submit" color={act === 'suspend' ? 'brick' : undefined} loading={isSending}>
          {t(`govern.${act}.act`)}
        </Button>
      </Group>
    </form>
  );
}

/** The three verbs as one; true when it was done. */
function useGoverning(act: GovernAct) {
  const approve = useVerb(ApproveAgencyDocument, 'approveAgency');
  const suspend = useVerb(SuspendOrganisationDocument, 'suspendOrganisation');
  const reinstate = useVerb(ReinstateOrganisationDocument, 'reinstateOrganisation');
  const govern = async (organisationId: string, reason: string): Promise<boolean> => {
    const outcome =
      act === 'approve'
        ? await approve.send({ input: { organisationId, note: reason.trim() || null } })
        : await { suspend, reinstate }[act].send({ input: { organisationId, reason } });
    return Boolean(outcome?.payload);
  };
  const { isSending, refusal, mended } = { approve, suspend, reinstate }[act];
  return { govern, isSending, refusal, mended };
}
