import { useQuery } from '@apollo/client/react';
import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CampaignFieldsFragment, ClickNichesDocument } from '../../generated/campaigns';
import { Failure } from '../../ui/Failure';
import fields from '../../ui/FieldGroup.module.css';
import { RegionsField } from '../wishes/RegionsField';
import type { FieldsProps } from './CampaignForm';
import { nichesByClick } from './niches';

interface Props extends FieldsProps {
  kept: Pick<CampaignFieldsFragment, 'niche' | 'regions'> | undefined;
}

/** Whom it buys: a niche that is sold per click, and regions. */
export function WhereFields({ form, errors, kept, onChange }: Props) {
  const { t } = useTranslation('campaigns');
  const { data, error, refetch } = useQuery(ClickNichesDocument, { fetchPolicy: 'cache-first' });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Select
        className={fields.wide}
        label={t('form.niche')}
        description={t(kept ? 'form.nicheStays' : 'form.nicheMeans')}
        required={!kept}
        disabled={Boolean(kept)}
        searchable
        selectFirstOptionOnChange
        openOnFocus={false}
        allowDeselect={false}
        data={kept ? [{ value: kept.niche.id, label: kept.niche.name }] : nichesByClick(data)}
        nothingFoundMessage={t('form.noNiche')}
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
