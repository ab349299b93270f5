import { Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../ui/FieldGroup';
import fields from '../../ui/FieldGroup.module.css';
import { CONFIRMS, FIELD_USES, hidesThatWeAsk, type TypedForm } from './settings';

/** What the form asks for, what comes after it, and where it may be shown. */
export function AskedFields({ form }: { form: UseFormReturnType<TypedForm> }) {
  const { t } = useTranslation('forms');
  return (
    <>
      <FieldGroup title={t('group.fields')} hint={t('group.fieldsHint')}>
        {(['phone', 'email', 'city'] as const).map((field) => (
          <Select
            key={field}
            label={t(`field.${field}`)}
            allowDeselect={false}
            data={FIELD_USES.map((use) => ({ value: use, label: t(`fieldUse.${use}`) }))}
            {...form.getInputProps(field)}
          />
        ))}
        <Select
          label={t('field.confirms')}
          allowDeselect={false}
          data={CONFIRMS.map((confirms) => ({ value: confirms, label: t(`confirms.${confirms}`) }))}
          {...form.getInputProps('confirms')}
        />
      </FieldGroup>
      <FieldGroup title={t('group.after')}>
        <Textarea
          className={fields.wide}
          label={t('field.thanksText')}
          placeholder={t('usual')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={1000}
          {...form.getInputProps('thanksText')}
        />
        <TextInput
          className={fields.wide}
          label={t('field.redirectUrl')}
          description={hidesThatWeAsk(form.values) && t('field.redirectAsks')}
          placeholder="https://"
          inputMode="url"
          {...form.getInputProps('redirectUrl')}
        />
      </FieldGroup>
      <FieldGroup title={t('group.sites')}>
        <Textarea
          className={fields.wide}
          label={t('field.origins')}
          description={t('field.originsMeans')}
          placeholder="https://"
          autosize
          minRows={2}
          maxRows={10}
          {...form.getInputProps('origins')}
        />
      </FieldGroup>
    </>
  );
}
