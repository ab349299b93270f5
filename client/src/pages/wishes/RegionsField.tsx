import { useQuery } from '@apollo/client/react';
import { MultiSelect, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BuyingWishFieldsFragment, WishCountriesDocument, WishRegionsDocument } from '../../generated/wishes';
import { labelOf } from './useConditions';

export type KnownRegion = BuyingWishFieldsFragment['filter']['regions'][number];

interface Props {
  value: readonly string[];
  /** Regions that were chosen when it was opened. */
  known: readonly KnownRegion[];
  required?: boolean;
  error?: string | undefined;
  onChange(regionIds: string[], regions: readonly KnownRegion[]): void;
}

/** Countries, or by typing any region in any script that people write it in; what was chosen stays named. */
export function RegionsField({ value, known, required = false, error, onChange }: Props) {
  const { t } = useTranslation('wishes');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<readonly KnownRegion[]>(known);
  const kept = chosen.filter(({ id }) => value.includes(id));
  const { all, isLoading } = useRegions(typed, kept);
  return (
    <MultiSelect
      label={t('form.regions')}
      description={t('form.regionsMean')}
      required={required}
      searchable
      data={all.map((region) => ({ value: region.id, label: labelOf(region) }))}
      // The server finds names in every script; the list is what it found.
      filter={({ options }) => options}
      nothingFoundMessage={t(isLoading ? 'common:list.loading' : 'form.noRegion')}
      searchValue={typed}
      onSearchChange={setTyped}
      value={[...value]}
      onChange={(regionIds) => {
        const regions = all.filter(({ id }) => regionIds.includes(id));
        setChosen(regions);
        setTyped('');
        onChange(regionIds, regions);
      }}
      error={error}
    />
  );
}

interface OneProps {
  label: string;
  description?: string;
  placeholder?: string;
  /** The region that is chosen. */
  value: KnownRegion | null;
  required?: boolean;
  error?: string | undefined;
  onChange(region: KnownRegion | null): void;
}

/** One region, found in the same way. */
export function RegionField({ label, description, placeholder, value, required = false, error, onChange }: OneProps) {
  const { t } = useTranslation('wishes');
  const [typed, setTyped] = useState('');
  const { all, isLoading } = useRegions(value && typed === labelOf(value) ? '' : typed, value ? [value] : []);
  return (
    <Select
      label={label}
      description={description}
      placeholder={placeholder}
      required={required}
      clearable={!required}
      searchable
      openOnFocus={false}
      data={all.map((region) => ({ value: region.id, label: labelOf(region) }))}
      filter={({ options }) => options}
      nothingFoundMessage={t(isLoading ? 'common:list.loading' : 'form.noRegion')}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value?.id ?? null}
      onChange={(regionId) => onChange(all.find(({ id }) => id === regionId) ?? null)}
      error={error}
    />
  );
}

/** What is offered for what is typed: the countries at first; behind those that are kept. */
function useRegions(typed: string, kept: readonly KnownRegion[]) {
  const [search] = useDebouncedValue(typed.trim(), 200);
  const countries = useQuery(WishCountriesDocument, { fetchPolicy: 'cache-first' });
  const found = useQuery(WishRegionsDocument, {
    variables: { search },
    skip: search === '',
    fetchPolicy: 'cache-first',
  });
  const offered = (search === '' ? countries.data?.regions.nodes : found.data?.regions.nodes) ?? [];
  return {
    all: [...kept, ...offered.filter(({ id }) => !kept.some((region) => region.id === id))],
    isLoading: found.loading,
  };
}
