import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { regional } from '../../app/region';
import fields from '../../ui/FieldGroup.module.css';
import type { FieldsProps } from './CampaignForm';
import { allZones, timeThere, zoneName } from './zones';

/** Whose clock the hours, days and weeks go by; of a campaign that there is it stays. */
export function ZoneField({ form: { timeZone }, errors, isKept, onChange }: FieldsProps & { isKept: boolean }) {
  const { t, i18n } = useTranslation('campaigns');
  const [opened] = useState(() => new Date());
  const options = useMemo(() => allZones(timeZone).map((zone) => ({ value: zone, label: zoneName(zone) })), [timeZone]);
  return (
    <Select
      className={fields.wide}
      label={t('form.timeZone')}
      description={t(isKept ? 'form.timeZoneStays' : 'form.timeZoneMeans', {
        time: timeThere(timeZone, regional(i18n.language), opened),
      })}
      required={!isKept}
      disabled={isKept}
      searchable
      selectFirstOptionOnChange
      openOnFocus={false}
      allowDeselect={false}
      limit={50}
      data={options}
      nothingFoundMessage={t('form.noZone')}
      value={timeZone || null}
      onChange={(zone) => onChange({ timeZone: zone ?? '' })}
      error={errors.timeZone}
    />
  );
}
