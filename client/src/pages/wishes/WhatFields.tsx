import { useQuery } from '@apollo/client/react';
import { Checkbox, MultiSelect, SegmentedControl, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WishNichesDocument } from '../../generated/wishes';
import { CHANNELS, CONTACT_KINDS, TEMPERATURES } from '../../ui/leadFacts';
import { type KnownRegion, RegionsField } from './RegionsField';
import type { SaleModel, WishForm } from './wishForm';

interface Props {
  form: WishForm;
  errors: Record<string, string>;
  /** The regions that the wish had when it was opened. */
  known: readonly KnownRegion[];
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
      <RegionsField
        value={form.regionIds}
        known={known}
        required
        onChange={(regionIds) => onChange({ regionIds })}
        error={errors['filter.regionIds']}
      />
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
