import { useQuery } from '@apollo/client/react';
import { MultiSelect } from '@mantine/core';
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
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [chosen, setChosen] = useState<readonly KnownRegion[]>(known);
  const countries = useQuery(WishCountriesDocument, { fetchPolicy: 'cache-first' });
  const found = useQuery(WishRegionsDocument, {
    variables: { search },
    skip: search === '',
    fetchPolicy: 'cache-first',
  });
  const offered = (search === '' ? countries.data?.regions.nodes : found.data?.regions.nodes) ?? [];
  const kept = [...chosen, ...known.filter(({ id }) => !chosen.some((region) => region.id === id))].filter(({ id }) =>
    value.includes(id),
  );
  const all = [...kept, ...offered.filter(({ id }) => !kept.some((region) => region.id === id))];
  return (
    <MultiSelect
      label={t('form.regions')}
      description={t('form.regionsMean')}
      required={required}
      searchable
      data={all.map((region) => ({ value: region.id, label: labelOf(region) }))}
      // The server finds names in every script; the list is what it found.
      filter={({ options }) => options}
      nothingFoundMessage={t(found.loading ? 'common:list.loading' : 'form.noRegion')}
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
