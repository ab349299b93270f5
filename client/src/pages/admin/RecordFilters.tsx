import { Group, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type NavigateOptions, useSearchParams } from 'react-router';
import { useAddressChange } from '../../app/address';
import { FilterChip } from '../../ui/FilterChip';
import { ACTS } from './recordFilter';
import { SYSTEM } from './useRecordFilter';

/** Narrows the record to one kind of act, to a span of days and to who acted; all of it stands in the address. */
export function RecordFilters({ actorName }: { actorName: string | null }) {
  const { t } = useTranslation('admin');
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const choose = (name: string, value: string | null, options?: NavigateOptions): void =>
    changeAddress((after) => {
      if (value) after.set(name, value);
      else after.delete(name);
      return after;
    }, options);
  const by = params.get('by');
  return (
    <Group gap="sm" align="flex-end" mb="sm">
      <Select
        size="sm"
        w={280}
        label={t('record.act')}
        placeholder={t('record.anyAct')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('record.anyAct') }}
        data={ACTS.map((value) => ({ value, label: t(`record.acts.${value}`) }))}
        value={ACTS.find((act) => act === params.get('act')) ?? null}
        onChange={(value) => choose('act', value)}
      />
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="date"
          size="sm"
          label={t(`record.${end}`)}
          value={params.get(end) ?? ''}
          // Each digit that is typed makes another day: one way back, not many.
          onChange={({ currentTarget }) => choose(end, currentTarget.value, { replace: true })}
        />
      ))}
      {by && (
        <FilterChip
          label={t('record.by', { name: by === SYSTEM ? t('record.market') : (actorName ?? t('record.somebody')) })}
          hint={t('record.lift')}
          onLift={() => choose('by', null)}
        />
      )}
    </Group>
  );
}
