import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyedVerb } from '../../app/repeatKey';
import { useMissing } from '../../app/useMissing';
import { fieldErrors } from '../../app/useVerb';
import { CreateTrackedNumberDocument } from '../../generated/calls';
import { Failure, RefusalNote } from '../../ui/Failure';
import { FormDialog } from '../../ui/FormDialog';
import { useTakenBy } from '../campaigns/usage/useTakenBy';

const FIELDS = ['name', 'campaignId', 'regionId', 'subId'];

interface Props {
  /** The campaign that it is got for, where it is one. */
  campaignId: string | null;
  onClose(): void;
  onMade(): void;
}

/** Gets a tracked number for a campaign that takes the agency's callers. */
export function NumberDialog({ campaignId, onClose, onMade }: Props) {
  const { t } = useTranslation('calls');
  const empty = { name: '', campaignId: campaignId ?? '', regionId: '', subId: '' };
  const [form, setForm] = useState(empty);
  const { send, isSending, refusal, mended } = useKeyedVerb(CreateTrackedNumberDocument, 'createTrackedNumber');
  const taken = useTakenBy('CALL');
  const errors = fieldErrors(refusal);
  const regions = taken.campaigns.find(({ id }) => id === form.campaignId)?.regions ?? [];
  // Of one region there is nothing to choose.
  const regionId = form.regionId || (regions.length === 1 ? regions[0]!.id : '');
  const change = (part: Partial<typeof form>): void => {
    setForm((before) => ({ ...before, ...part }));
    Object.keys(part).forEach(mended);
  };
  const missing = useMissing();
  const get = async (): Promise<void> => {
    if (!missing.isGiven(form.campaignId)) return;
    const outcome = await send({ input: { ...form, regionId } });
    if (outcome?.payload) onMade();
  };
  const choice = { selectFirstOptionOnChange: true, openOnFocus: false, allowDeselect: false, searchable: true };
  return (
    <FormDialog
      title={t('numbers.make')}
      size="lg"
      onClose={onClose}
      isSending={isSending}
      isDirty={JSON.stringify(form) !== JSON.stringify(empty)}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void get();
        }}
      >
        <Stack gap="sm">
          {taken.error && <Failure error={taken.error} onRetry={() => void taken.refetch()} />}
          <TextInput
            data-autofocus
            label={t('numbers.name')}
            description={t('numbers.nameMeans')}
            required
            maxLength={80}
            autoComplete="off"
            value={form.name}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
            error={errors.name}
          />
          <Select
            label={t('numbers.campaign')}
            description={t('numbers.campaignMeans')}
            required
            {...choice}
            data={taken.campaigns.map(({ id, name, niche }) => ({ value: id, label: `${name} · ${niche.name}` }))}
            nothingFoundMessage={t('numbers.noCampaign')}
            value={form.campaignId || null}
            onChange={(id) => {
              missing.forget();
              change({ campaignId: id ?? '', regionId: '' });
            }}
            error={missing.isMissing ? t('numbers.campaignMissing') : errors.campaignId}
          />
          <Select
            label={t('numbers.region')}
            description={t('numbers.regionMeans')}
            required
            {...choice}
            data={regions.map(({ id, name }) => ({ value: id, label: name }))}
            value={regionId || null}
            onChange={(id) => change({ regionId: id ?? '' })}
            error={errors.regionId}
          />
          <TextInput
            label={t('numbers.subId')}
            description={t('numbers.subIdMeans')}
            autoComplete="off"
            value={form.subId}
            onChange={({ currentTarget }) => change({ subId: currentTarget.value })}
            error={errors.subId}
          />
        </Stack>
        <RefusalNote refusal={refusal} fields={FIELDS} />
        <Group justify="flex-end" mt="md">
          <Button variant="default" disabled={isSending} onClick={onClose}>
            {t('common:act.cancel')}
          </Button>
          <Button type="submit" loading={isSending}>
            {t('numbers.create')}
          </Button>
        </Group>
      </form>
    </FormDialog>
  );
}
