import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import fields from '../../ui/FieldGroup.module.css';
import type { FieldsProps } from './CampaignForm';

/** Where people are sent: to a page, or to a phone, and then how long a call is talked to be paid. */
export function TargetFields({ form, errors, isKept, onChange }: FieldsProps & { isKept: boolean }) {
  const { t } = useTranslation('campaigns');
  if (form.model === 'CLICK')
    return (
      <TextInput
        className={fields.wide}
        label={t('form.targetUrl')}
        description={t('form.targetUrlMeans')}
        required
        placeholder="https://"
        inputMode="url"
        autoComplete="off"
        value={form.targetUrl}
        onChange={({ currentTarget }) => onChange({ targetUrl: currentTarget.value })}
        error={errors.targetUrl}
      />
    );
  return (
    <>
      <TextInput
        type="tel"
        label={t('form.phone')}
        description={t('form.phoneMeans')}
        required
        autoComplete="off"
        value={form.phone}
        onChange={({ currentTarget }) => onChange({ phone: currentTarget.value })}
        error={errors.phone}
      />
      <TextInput
        label={t('form.minSeconds')}
        description={t(isKept ? 'form.minSecondsLower' : 'form.minSecondsMeans')}
        inputMode="numeric"
        required
        autoComplete="off"
        value={form.minSeconds}
        onChange={({ currentTarget }) => onChange({ minSeconds: currentTarget.value })}
        error={errors.minSeconds}
      />
      <Checkbox
        className={fields.wide}
        label={t('form.isRecorded')}
        description={t('form.isRecordedMeans')}
        checked={form.isRecorded}
        onChange={({ currentTarget }) => onChange({ isRecorded: currentTarget.checked })}
      />
    </>
  );
}
