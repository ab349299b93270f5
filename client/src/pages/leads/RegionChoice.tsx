import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LeadCountriesDocument, LeadRegionDocument, LeadRegionsDocument } from '../../generated/leads';

interface Named {
  code: string;
  name: string;
  path?: readonly { name: string }[];
}

/** A region with those around it, the smallest first; a city that bears its county's name says it once. */
const labelOf = ({ name, path = [] }: Named): string =>
  [...new Set([name, ...path.map((region) => region.name).reverse()])].join(', ');

/** Chooses a country, or by typing any region in any script that people write it in. */
export function RegionChoice({ code, onChange }: { code?: string; onChange(code: string | null): void }) {
  const { t } = useTranslation('leads');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const countries = useQuery(LeadCountriesDocument, { fetchPolicy: 'cache-first' });
  const chosen = useQuery(LeadRegionDocument, {
    variables: { code: code ?? '' },
    skip: !code,
    fetchPolicy: 'cache-first',
  }).data?.region;
  const chosenLabel = chosen ? labelOf(chosen) : '';
  const isSearch = search !== '' && search !== chosenLabel;
  const found = useQuery(LeadRegionsDocument, { variables: { search }, skip: !isSearch, fetchPolicy: 'cache-first' });
  const offered: Named[] = (isSearch ? found.data?.regions.nodes : countries.data?.regions.nodes) ?? [];
  const data = [...(chosen ? [chosen] : []), ...offered.filter((region) => region.code !== chosen?.code)];
  return (
    <Select
      label={t('filter.region')}
      placeholder={t('filter.any')}
      data={data.map((region) => ({ value: region.code, label: labelOf(region) }))}
      // The server finds names in every script; the list is what it found.
      filter={({ options }) => options}
      nothingFoundMessage={found.loading ? t('common:list.loading') : t('filter.noRegion')}
      searchable
      clearable
      size="xs"
      value={chosen ? (code ?? null) : null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={onChange}
    />
  );
}
