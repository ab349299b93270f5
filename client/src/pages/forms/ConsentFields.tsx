import { Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../ui/FieldGroup';
import fields from '../../ui/FieldGroup.module.css';
import type { TypedForm } from './settings';

/** What a person agrees to, and who may use it. */
export function ConsentFields({ form }: { form: UseFormReturnType<TypedForm> }) {
  const { t } = useTranslation('forms');
  return (
    <FieldGroup title={t('group.consent')} hint={t('group.consentHint')}>
      <Textarea
        className={fields.wide}
        label={t('field.consentText')}
        placeholder={t('field.consentExample')}
        required
        autosize
        minRows={3}
        maxRows={10}
        {...form.getInputProps('consentText')}
      />
      <Textarea
        className={fields.wide}
        label={t('field.recipients')}
        required
        autosize
        minRows={2}
        maxRows={10}
        {...form.getInputProps('recipients')}
      />
    </FieldGroup>
  );
}
