import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormRegionsDocument } from '../../generated/forms';
import type { TypedForm } from './settings';

/** The region that the form has already. */
export type KnownRegion = { id: string; name: string } | null;

/** Where people are from who name no city; found by typing its beginning in any script. */
export function RegionField({ form, known }: { form: UseFormReturnType<TypedForm>; known: KnownRegion }) {
  const { t } = useTranslation('forms');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [chosen, setChosen] = useState(known && { value: known.id, label: known.name });
  const { country, regionId } = form.values;
  const isSearch = country !== '' && search !== '' && search !== chosen?.label;
  const { data, loading } = useQuery(FormRegionsDocument, {
    variables: { parent: `region_${country}`, search },
    skip: !isSearch,
    fetchPolicy: 'cache-first',
  });
  const found = (data?.regions.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const kept = regionId !== '' && found.every(({ value }) => value !== regionId);
  const options = kept ? [chosen ?? { value: regionId, label: regionId }, ...found] : found;
  return (
    <Select
      label={t('field.region')}
      placeholder={t('field.wholeCountry')}
      // The server finds names in every script; the list is what it found.
      filter={({ options: all }) => all}
      data={options}
      nothingFoundMessage={loading ? t('common:list.loading') : t('nothingFound')}
      searchable
      clearable
      openOnFocus={false}
      value={regionId || null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id, option) => {
        setChosen(id === null ? null : option);
        form.setFieldValue('regionId', id ?? '');
      }}
      error={form.errors.regionId}
    />
  );
}
