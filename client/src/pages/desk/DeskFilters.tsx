import { useQuery } from '@apollo/client/react';
import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskRegionDocument, DeskRegionsDocument } from '../../generated/desk';
import { type DeskFilter, isDay, NOBODY } from './useDeskFilter';
import { STATUSES } from './words';
import styles from './desk.module.css';

/** By this id the keyboard finds the first filter. */
export const FIRST_FILTER = 'desk-niche';

/** Narrows the cards: by status, what was asked for and where, whose they are, and when they were bought. */
export function DeskFilters({ desk }: { desk: DeskFilter }) {
  const { t } = useTranslation('desk');
  const { chosen, choose, niches, members, isManager, statuses, view, count, clear } = desk;
  return (
    <div className={styles.filters} role="search" aria-label={t('filter.label')}>
      {view === 'list' && (
        <MultiSelect
          label={t('filter.status')}
          placeholder={statuses.length === 0 ? t('filter.any') : undefined}
          size="xs"
          clearable
          data={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
          value={[...statuses]}
          onChange={(values) => choose('status', values.join(','))}
        />
      )}
      <Select
        id={FIRST_FILTER}
        label={t('filter.niche')}
        placeholder={t('filter.any')}
        size="xs"
        clearable
        searchable
        data={niches.map(({ slug, path }) => ({ value: slug, label: path.map(({ name }) => name).join(' › ') }))}
        value={chosen.niche ?? null}
        onChange={(value) => choose('niche', value)}
      />
      <RegionChoice code={chosen.region} onChange={(code) => choose('region', code)} />
      {isManager && (
        <Select
          label={t('filter.assignee')}
          placeholder={t('filter.anybody')}
          size="xs"
          clearable
          searchable
          data={[
            { value: NOBODY, label: t('nobody') },
            ...members.map(({ person }) => ({ value: person.id, label: person.name })),
          ]}
          value={chosen.assignee ?? null}
          onChange={(value) => choose('assignee', value)}
        />
      )}
      {(['from', 'to'] as const).map((name) => (
        <DayField
          key={`${name} ${chosen[name] ?? ''}`}
          label={t(`filter.${name}`)}
          // A field of a day takes nothing else; that the address means none is told above.
          day={isDay(chosen[name]) ? chosen[name] : ''}
          onTake={(day) => choose(name, day)}
        />
      ))}
      {count > 0 && (
        <Button variant="subtle" size="xs" onClick={clear} style={{ alignSelf: 'end' }}>
          {t('filter.clear', { count })}
        </Button>
      )}
    </div>
  );
}

/** A day; taken when one leaves the field or presses Enter, not with each figure of it. */
function DayField({ label, day, onTake }: { label: string; day: string; onTake(day: string): void }) {
  const [typed, setTyped] = useState(day);
  const take = (): void => {
    if (typed !== day) onTake(typed);
  };
  return (
    <TextInput
      type="date"
      label={label}
      size="xs"
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
    />
  );
}

interface Named {
  code: string;
  name: string;
  path: readonly { name: string }[];
}

/** A place with those around it, the smallest first; a city that bears its county's name says it once. */
const labelOf = ({ path }: Named): string => [...new Set(path.map(({ name }) => name).reverse())].join(', ');

function RegionChoice({ code, onChange }: { code?: string; onChange(code: string | null): void }) {
  const { t } = useTranslation('desk');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 200);
  const region = useQuery(DeskRegionDocument, { variables: { code: code ?? '' }, skip: !code }).data?.region;
  const chosen = code ? region : null;
  const isSearch = search !== '' && search !== (chosen && labelOf(chosen));
  const found = useQuery(DeskRegionsDocument, { variables: { search }, skip: !isSearch, fetchPolicy: 'cache-first' });
  const offered = (isSearch && found.data?.regions.nodes) || [];
  const shown = [...(chosen ? [chosen] : []), ...offered.filter((each) => each.code !== chosen?.code)];
  return (
    <Select
      label={t('filter.region')}
      placeholder={t('filter.any')}
      size="xs"
      clearable
      searchable
      data={shown.map((each) => ({ value: each.code, label: labelOf(each) }))}
      // The server finds names in every script; the list is what it found.
      filter={({ options }) => options}
      nothingFoundMessage={t(isSearch && !found.loading ? 'filter.noRegion' : 'filter.typeRegion')}
      value={chosen ? (code ?? null) : null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={onChange}
    />
  );
}
