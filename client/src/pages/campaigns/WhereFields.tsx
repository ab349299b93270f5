import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CampaignFieldsFragment, UsageNichesDocument } from '../../generated/campaigns';
import { Failure } from '../../ui/Failure';
import fields from '../../ui/FieldGroup.module.css';
import { RegionsField } from '../wishes/RegionsField';
import type { FieldsProps } from './CampaignForm';
import { nichesSoldBy } from './niches';

interface Props extends FieldsProps {
  kept: Pick<CampaignFieldsFragment, 'niche' | 'regions'> | undefined;
}

/** Whom it buys: a niche that is sold by the model, and regions. */
export function WhereFields({ form, errors, kept, onChange }: Props) {
  const { t } = useTranslation('campaigns');
  const { data, error, refetch } = useQuery(UsageNichesDocument, { fetchPolicy: 'cache-first' });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Select
        className={fields.wide}
        label={t('form.niche')}
        description={t(kept ? 'form.nicheStays' : 'form.nicheMeans', { context: form.model })}
        required={!kept}
        disabled={Boolean(kept)}
        searchable
        selectFirstOptionOnChange
        openOnFocus={false}
        allowDeselect={false}
        data={kept ? [{ value: kept.niche.id, label: kept.niche.name }] : nichesSoldBy([form.model], data)}
        nothingFoundMessage={t('form.noNiche', { context: form.model })}
        value={form.nicheId || null}
        onChange={(nicheId) => onChange({ nicheId: nicheId ?? '' })}
        error={errors.nicheId}
      />
      <div className={fields.wide}>
        <RegionsField
          value={form.regionIds}
          known={kept?.regions ?? []}
          required
          onChange={(regionIds, regions) =>
            onChange({ regionIds, regionNames: Object.fromEntries(regions.map(({ id, name }) => [id, name])) })
          }
          error={errors.regionIds}
        />
      </div>
    </>
  );
}
