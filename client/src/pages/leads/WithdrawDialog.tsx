import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMissing } from '../../app/useMissing';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { WithdrawLeadDocument } from '../../generated/leads';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog } from '../../ui/FormDialog';
import type { LeadRow } from './leadKinds';
import { useLeadName } from './useLeadName';

/** Takes a lead back for a reason, after saying what that does. */
export function WithdrawDialog({ lead, onClose }: { lead: LeadRow; onClose(): void }) {
  const { t } = useTranslation('leads');
  const nameOf = useLeadName();
  const [reason, setReason] = useState('');
  const verb = useVerb(WithdrawLeadDocument, 'withdrawLead');
  const { isMissing, isGiven, forget } = useMissing();
  const fault = isMissing ? t('withdraw.reasonMissing') : fieldErrors(verb.refusal).reason;
  const send = async (): Promise<void> => {
    if (!isGiven(reason)) return;
    const outcome = await verb.send({ input: { leadId: lead.id, reason: reason.trim() } });
    if (!outcome?.payload) return;
    notifications.show({ message: t('withdraw.done') });
    onClose();
  };
  return (
    <FormDialog
      onClose={onClose}
      title={t('withdraw.title', { lead: nameOf(lead) })}
      isSending={verb.isSending}
      isDirty={reason !== ''}
    >
      <Stack gap="sm">
        <Text size="sm">{t('withdraw.means')}</Text>
        <Textarea
          label={t('withdraw.reason')}
          description={t('withdraw.reasonMeans')}
          autosize
          minRows={2}
          required
          value={reason}
          onChange={({ currentTarget }) => {
            forget();
            verb.mended('reason');
            setReason(currentTarget.value);
          }}
          error={fault}
          data-autofocus
        />
        <RefusalNote refusal={verb.refusal} fields={['reason']} />
        <Group justify="flex-end">
          <Button variant="default" disabled={verb.isSending} onClick={onClose}>
            {t('common:act.cancel')}
          </Button>
          <Button color="brick" loading={verb.isSending} onClick={() => void send()}>
            {t('withdraw.confirm')}
          </Button>
        </Group>
      </Stack>
    </FormDialog>
  );
}
