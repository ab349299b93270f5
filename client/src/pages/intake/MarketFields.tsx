import { useQuery } from '@apollo/client/react';
import { Select, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { UploadChoicesDocument, type UploadChoicesQuery } from '../../generated/intake';
import { Failure } from '../../ui/Failure';
import { FieldGroup } from '../../ui/FieldGroup';
import type { UploadSettings } from './settings';

/** What the leads of the file are about, and the country that its phones and cities are read in. */
export function MarketFields({ form }: { form: UseFormReturnType<UploadSettings> }) {
  const { t } = useTranslation('intake');
  const { country } = useFormats();
  const { data, error, refetch } = useQuery(UploadChoicesDocument);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const depths = new Map(data?.niches.map(({ slug, path }) => [slug, path.length - 1]));
  const countries = (data?.regions.nodes ?? []).filter(({ kind }) => kind === 'COUNTRY');
  return (
    <FieldGroup title={t('start.market')}>
      <Select
        label={t('start.niche')}
        description={t('start.nicheHint')}
        searchable
        selectFirstOptionOnChange
        openOnFocus={false}
        allowDeselect={false}
        required
        data={data?.niches.map(nicheChoice) ?? []}
        loading={!data}
        nothingFoundMessage={t('start.nothingFound')}
        renderOption={({ option }) => (
          <Text size="sm" pl={(depths.get(String(option.value)) ?? 0) * 16}>
            {data?.niches.find(({ slug }) => slug === option.value)?.name}
          </Text>
        )}
        {...form.getInputProps('nicheSlug')}
      />
      <Select
        label={t('start.country')}
        description={t('start.countryHint')}
        searchable
        selectFirstOptionOnChange
        openOnFocus={false}
        allowDeselect={false}
        required
        data={countries.map(({ countryCode }) => ({ value: countryCode, label: country(countryCode) }))}
        loading={!data}
        nothingFoundMessage={t('start.nothingFound')}
        {...form.getInputProps('country')}
      />
    </FieldGroup>
  );
}

/** A niche is found by its own name and by those above it. */
const nicheChoice = ({ slug, path }: UploadChoicesQuery['niches'][number]) => ({
  value: slug,
  label: path.map(({ name }) => name).join(' › '),
});
