import { useQuery } from '@apollo/client/react';
import { Group } from '@mantine/core';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { DeskRegionDocument } from '../../generated/desk';
import { type DeskFilter, type FilterName, NOBODY } from './useDeskFilter';
import styles from './desk.module.css';

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
  const chips = (Object.entries(words) as [FilterName, string | undefined][]).filter(([, word]) => word);
  if (chips.length === 0) return null;
  return (
    <Group gap={6} role="group" aria-label={t('filter.on')}>
      {chips.map(([name, word]) => (
        <button key={name} type="button" className={styles.chip} onClick={() => choose(name, null)}>
          {word}
          <X size={13} aria-hidden />
          <span className="lb-visually-hidden">{t('filter.lift')}</span>
        </button>
      ))}
    </Group>
  );
}
