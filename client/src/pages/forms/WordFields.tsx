import { Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { FieldGroup } from '../../ui/FieldGroup';
import fields from '../../ui/FieldGroup.module.css';
import type { TypedForm } from './settings';

/** Those that the market has words for come first. */
const LANGUAGES = [
  'en',
  'sw',
  'el',
  'hy',
  'uz',
  'hu',
  'ar',
  'bg',
  'de',
  'es',
  'fr',
  'it',
  'pl',
  'pt',
  'ro',
  'ru',
  'tr',
];

/** What people read of the form, in the language that the agency writes. */
export function WordFields({ form }: { form: UseFormReturnType<TypedForm> }) {
  const { t, i18n } = useTranslation('forms');
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const languages = [...new Set([...LANGUAGES, form.values.language])];
  return (
    <FieldGroup title={t('group.words')}>
      <Select
        className={fields.wide}
        label={t('field.language')}
        description={t('field.languageMeans')}
        searchable
        selectFirstOptionOnChange
        openOnFocus={false}
        allowDeselect={false}
        data={languages.map((tag) => ({ value: tag, label: names.of(tag) ?? tag }))}
        nothingFoundMessage={t('nothingFound')}
        {...form.getInputProps('language')}
      />
      <TextInput
        className={fields.wide}
        label={t('field.heading')}
        required
        maxLength={120}
        {...form.getInputProps('heading')}
      />
      <Textarea
        className={fields.wide}
        label={t('field.introduction')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1000}
        {...form.getInputProps('introduction')}
      />
      <TextInput
        label={t('field.buttonText')}
        placeholder={t('usual')}
        maxLength={60}
        {...form.getInputProps('buttonText')}
      />
    </FieldGroup>
  );
}
