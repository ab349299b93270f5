import { Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { ConsentMethod } from '../../generated/intake';
import { FieldGroup } from '../../ui/FieldGroup';
import fields from '../../ui/FieldGroup.module.css';
import type { UploadSettings } from './settings';

const METHODS: readonly ConsentMethod[] = [
  'WEB_FORM',
  'DOUBLE_OPT_IN',
  'SOCIAL_FORM',
  'MESSENGER',
  'PAPER_FORM',
  'RECORDED_CALL',
];

/** What the people of the file agreed to, where the rows do not say: without it no row becomes a lead. */
export function ConsentFields({
  form,
  needsPage = false,
}: {
  form: UseFormReturnType<UploadSettings>;
  /** The page has to be told here: the way of consent needs one, and no column of the file tells it. */
  needsPage?: boolean;
}) {
  const { t } = useTranslation('intake');
  return (
    <FieldGroup title={t('start.consent')} hint={t('start.consentHint')}>
      <Textarea
        className={fields.wide}
        label={t('start.consentText')}
        placeholder={t('start.consentTextExample')}
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps('defaults.consentText')}
      />
      <Select
        label={t('start.consentMethod')}
        description={t('start.consentMethodHint')}
        placeholder={t('start.notTold')}
        clearable
        data={METHODS.map((value) => ({ value, label: t(`consentMethod.${value}`) }))}
        {...form.getInputProps('defaults.consentMethod')}
      />
      <TextInput
        label={t('start.consentAt')}
        description={t('start.consentAtHint')}
        // Beside a field without a hint the boxes stand in one line.
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        type="datetime-local"
        max="9999-12-31T23:59"
        {...form.getInputProps('defaults.consentAt')}
      />
      <TextInput
        className={fields.wide}
        label={t('start.consentPage')}
        description={t('start.consentPageHint')}
        placeholder="https://"
        inputMode="url"
        required={needsPage}
        {...form.getInputProps('defaults.consentPage')}
      />
    </FieldGroup>
  );
}
