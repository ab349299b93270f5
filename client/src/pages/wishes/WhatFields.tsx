import { useQuery } from '@apollo/client/react';
import { Checkbox, MultiSelect, SegmentedControl, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type BuyingWishFieldsFragment,
  WishCountriesDocument,
  WishNichesDocument,
  WishRegionsDocument,
} from '../../generated/wishes';
import { CHANNELS, CONTACT_KINDS, TEMPERATURES } from '../../ui/leadFacts';
import { labelOf } from './useConditions';
import type { SaleModel, WishForm } from './wishForm';

type Region = BuyingWishFieldsFragment['filter']['regions'][number];

interface Props {
  form: WishForm;
  errors: Record<string, string>;
  /** The regions that the wish had when it was opened. */
  known: readonly Region[];
  onChange(part: Partial<WishForm>): void;
}

const MODELS: readonly SaleModel[] = ['any', 'exclusive', 'shared'];

/** Which leads: niches and regions, and what else must be so. */
export function WhatFields({ form, errors, known, onChange }: Props) {
  const { t } = useTranslation('wishes');
  const niches = useQuery(WishNichesDocument, { fetchPolicy: 'cache-first' }).data?.niches ?? [];
  const any = t('form.any');
  const named = <Value extends string>(values: readonly Value[], kind: string) =>
    values.map((value) => ({ value, label: t(`common:${kind}.${value}`) }));
  return (
    <>
      <MultiSelect
        label={t('form.niches')}
        description={t('form.nichesMean')}
        required
        searchable
        data={niches.map(({ id, path }) => ({ value: id, label: path.map(({ name }) => name).join(' › ') }))}
        value={form.nicheIds}
        onChange={(nicheIds) => onChange({ nicheIds })}
        error={errors['filter.nicheIds']}
      />
      <RegionsField form={form} errors={errors} known={known} onChange={onChange} />
      <MultiSelect
        label={t('form.temperatures')}
        placeholder={form.temperatures.length === 0 ? any : ''}
        data={named(TEMPERATURES, 'temperature')}
        value={form.temperatures}
        onChange={(chosen) => onChange({ temperatures: TEMPERATURES.filter((one) => chosen.includes(one)) })}
      />
      <MultiSelect
        label={t('form.contactKinds')}
        placeholder={form.contactKinds.length === 0 ? any : ''}
        data={named(CONTACT_KINDS, 'contactKind')}
        value={form.contactKinds}
        onChange={(chosen) => onChange({ contactKinds: CONTACT_KINDS.filter((one) => chosen.includes(one)) })}
      />
      <MultiSelect
        label={t('form.channels')}
        placeholder={form.channels.length === 0 ? any : ''}
        data={named(CHANNELS, 'channel')}
        value={form.channels}
        onChange={(chosen) => onChange({ channels: CHANNELS.filter((one) => chosen.includes(one)) })}
      />
      <div>
        <Text size="sm" fw={500} id="wish-model">
          {t('form.model')}
        </Text>
        <SegmentedControl
          aria-labelledby="wish-model"
          value={form.model}
          data={MODELS.map((value) => ({ value, label: t(`form.models.${value}`) }))}
          onChange={(value) => onChange({ model: MODELS.find((model) => model === value) ?? 'any' })}
        />
      </div>
      <Checkbox
        label={t('form.isVerified')}
        checked={form.isVerified}
        onChange={({ currentTarget }) => onChange({ isVerified: currentTarget.checked })}
      />
    </>
  );
}

/** Countries, or by typing any region in any script that people write it in; what was chosen stays named. */
function RegionsField({ form, errors, known, onChange }: Props) {
  const { t } = useTranslation('wishes');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const [chosen, setChosen] = useState<readonly Region[]>(known);
  const countries = useQuery(WishCountriesDocument, { fetchPolicy: 'cache-first' });
  const found = useQuery(WishRegionsDocument, {
    variables: { search },
    skip: search === '',
    fetchPolicy: 'cache-first',
  });
  const offered = (search === '' ? countries.data?.regions.nodes : found.data?.regions.nodes) ?? [];
  const kept = chosen.filter(({ id }) => form.regionIds.includes(id));
  const all = [...kept, ...offered.filter(({ id }) => !kept.some((region) => region.id === id))];
  return (
    <MultiSelect
      label={t('form.regions')}
      description={t('form.regionsMean')}
      required
      searchable
      data={all.map((region) => ({ value: region.id, label: labelOf(region) }))}
      // The server finds names in every script; the list is what it found.
      filter={({ options }) => options}
      nothingFoundMessage={t(found.loading ? 'common:list.loading' : 'form.noRegion')}
      searchValue={typed}
      onSearchChange={setTyped}
      value={form.regionIds}
      onChange={(regionIds) => {
        setChosen(all.filter(({ id }) => regionIds.includes(id)));
        setTyped('');
        onChange({ regionIds });
      }}
      error={errors['filter.regionIds']}
    />
  );
}
