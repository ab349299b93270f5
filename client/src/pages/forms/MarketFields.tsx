import { useQuery } from '@apollo/client/react';
import { Select, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { FormChoicesDocument } from '../../generated/forms';
import { Failure } from '../../ui/Failure';
import { FieldGroup } from '../../ui/FieldGroup';
import fields from '../../ui/FieldGroup.module.css';
import { type KnownRegion, RegionField } from './RegionField';
import type { TypedForm } from './settings';

/** What the form is for: its niche, and where its people are. */
export function MarketFields({ form, region }: { form: UseFormReturnType<TypedForm>; region: KnownRegion }) {
  const { t } = useTranslation('forms');
  const { country } = useFormats();
  const { data, error, refetch } = useQuery(FormChoicesDocument);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const depths = new Map(data?.niches.map(({ id, path }) => [id, path.length - 1]));
  const names = new Map(data?.niches.map(({ id, name }) => [id, name]));
  const choice = { searchable: true, selectFirstOptionOnChange: true, openOnFocus: false, allowDeselect: false };
  return (
    <FieldGroup title={t('group.what')}>
      <TextInput
        className={fields.wide}
        label={t('field.name')}
        description={t('field.nameMeans')}
        required
        maxLength={80}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <Select
        className={fields.wide}
        label={t('field.niche')}
        required
        {...choice}
        data={
          data?.niches.map(({ id, path }) => ({ value: id, label: path.map(({ name }) => name).join(' › ') })) ?? []
        }
        nothingFoundMessage={t('nothingFound')}
        renderOption={({ option }) => (
          <Text size="sm" pl={(depths.get(String(option.value)) ?? 0) * 16}>
            {names.get(String(option.value))}
          </Text>
        )}
        {...form.getInputProps('nicheId')}
      />
      <Select
        label={t('field.country')}
        description={t('field.countryMeans')}
        // Beside a field without a hint the boxes stand in one line.
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        required
        {...choice}
        data={(data?.regions.nodes ?? []).map(({ countryCode }) => ({
          value: countryCode,
          label: country(countryCode),
        }))}
        nothingFoundMessage={t('nothingFound')}
        {...form.getInputProps('country')}
        onChange={(code: string | null) => {
          form.setFieldValue('country', code ?? '');
          form.setFieldValue('regionId', '');
        }}
      />
      <RegionField form={form} known={region} />
    </FieldGroup>
  );
}
