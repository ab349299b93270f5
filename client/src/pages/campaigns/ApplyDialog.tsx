import { Button, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMissing } from '../../app/useMissing';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { ApplyToCampaignDocument, type OfferFieldsFragment } from '../../generated/campaigns';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog } from '../../ui/FormDialog';

/** Asks a business to take the agency's visitors or callers, or gives an application that waits another note. */
export function ApplyDialog({ campaign, onClose }: { campaign: OfferFieldsFragment; onClose(): void }) {
  const { t } = useTranslation('campaigns');
  const context = campaign.model;
  const before = campaign.application?.state === 'PENDING' ? campaign.application.note : '';
  const [note, setNote] = useState(before);
  const missing = useMissing();
  const { send, isSending, refusal, mended } = useVerb(ApplyToCampaignDocument, 'applyToCampaign');
  const apply = async (): Promise<void> => {
    if (!missing.isGiven(note)) return;
    const outcome = await send({ input: { campaignId: campaign.id, note } });
    if (outcome?.payload) onClose();
  };
  return (
    <FormDialog
      title={t('apply.of', { name: campaign.name })}
      onClose={onClose}
      isSending={isSending}
      isDirty={note !== before}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void apply();
        }}
      >
        <Text size="sm" mb="sm">
          {t('apply.means', { name: campaign.business.name })}
        </Text>
        <Textarea
          data-autofocus
          label={t('apply.note', { context })}
          description={t('apply.noteMeans', { context })}
          required
          autosize
          minRows={3}
          maxLength={1000}
          value={note}
          onChange={({ currentTarget }) => {
            setNote(currentTarget.value);
            missing.forget();
            mended('note');
          }}
          error={missing.isMissing ? t('apply.noteMissing', { context }) : fieldErrors(refusal).note}
        />
        <RefusalNote refusal={refusal} fields={['note']} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" disabled={isSending} onClick={onClose}>
            {t('common:act.cancel')}
          </Button>
          <Button type="submit" loading={isSending}>
            {t('apply.send')}
          </Button>
        </Group>
      </form>
    </FormDialog>
  );
}
