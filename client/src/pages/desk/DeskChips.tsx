import { useQuery } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { DeskRegionDocument } from '../../generated/desk';
import { FilterChip } from '../../ui/FilterChip';
import { type DeskFilter, type FilterName, NOBODY } from './useDeskFilter';

/** The filters that are on, where the filters themselves have no room; a press lifts one. */
export function DeskChips({ desk: { chosen, statuses, niches, members, choose } }: { desk: DeskFilter }) {
  const { t } = useTranslation('desk');
  const { day } = useFormats();
  const { data } = useQuery(DeskRegionDocument, { variables: { code: chosen.region ?? '' }, skip: !chosen.region });
  const person = members.find((member) => member.person.id === chosen.assignee)?.person.name;
  const words: Partial<Record<FilterName, string>> = {
    status: statuses.map((status) => t(`status.${status}`)).join(', '),
    niche: niches.find(({ slug }) => slug === chosen.niche)?.name,
    region: data?.region?.name,
    assignee: chosen.assignee === NOBODY ? t('nobody') : person,
    from: chosen.from && `${t('filter.from')} ${day(chosen.from)}`,
    to: chosen.to && `${t('filter.to')} ${day(chosen.to)}`,
  };
  const chips = (Object.entries(words) as [FilterName, string | undefined][]).flatMap(([name, word]) =>
    word ? [{ name, word }] : [],
  );
  if (chips.length === 0) return null;
  return (
    <Group gap={6} role="group" aria-label={t('filter.on')}>
      {chips.map(({ name, word }) => (
        <FilterChip key={name} label={word} hint={t('filter.lift')} onLift={() => choose(name, null)} />
      ))}
    </Group>
  );
}
