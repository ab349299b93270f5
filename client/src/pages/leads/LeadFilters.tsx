import { useQuery } from '@apollo/client/react';
import { Button, Select, SimpleGrid } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { LeadBatchesDocument } from '../../generated/leads';
import { CHANNELS, CONTACT_KINDS, TEMPERATURES } from '../../ui/leadFacts';
import type { LeadChoices } from './choices';
import styles from './LeadFilters.module.css';
import { RegionChoice } from './RegionChoice';
import type { ChosenLeads } from './useLeadFilter';

/** The first of the filters, which the key `/` leads to. */
export const FIRST_FILTER = 'leads-niche';

/** Narrows the list of leads by their facts. */
export function LeadFilters({ chosen }: { chosen: ChosenLeads }) {
  const { t } = useTranslation('leads');
  const { choices, niches, choose } = chosen;
  const [isOpen, sheet] = useDisclosure(false);
  const select = (name: keyof LeadChoices, data: { value: string; label: string }[], searchable = false) => (
    <Select
      id={name === 'niche' ? FIRST_FILTER : undefined}
      label={t(`filter.${name}`)}
      placeholder={t('filter.any')}
      data={data}
      size="xs"
      clearable
      searchable={searchable}
      value={choices[name] ?? null}
      onChange={(value) => choose(name, value)}
    />
  );
  return (
    <div>
      <Button
        hiddenFrom="sm"
        variant="default"
        size="xs"
        leftSection={<SlidersHorizontal size={14} aria-hidden />}
        aria-expanded={isOpen}
        onClick={sheet.toggle}
      >
        {t('filter.open')}
      </Button>
      <SimpleGrid
        className={styles.fields}
        data-open={isOpen}
        cols={{ base: 2, sm: 3, lg: 7 }}
        spacing="xs"
        verticalSpacing="xs"
      >
        {select(
          'niche',
          niches.map(({ slug, path }) => ({ value: slug, label: path.map(({ name }) => name).join(' › ') })),
          true,
        )}
        <RegionChoice code={choices.region} onChange={(code) => choose('region', code)} />
        {select(
          'temperature',
          TEMPERATURES.map((value) => ({ value, label: t(`common:temperature.${value}`) })),
        )}
        {select(
          'kind',
          CONTACT_KINDS.map((value) => ({ value, label: t(`common:contactKind.${value}`) })),
        )}
        {select(
          'channel',
          CHANNELS.map((value) => ({ value, label: t(`common:channel.${value}`) })),
          true,
        )}
        {select('verified', [
          { value: 'yes', label: t('verified.yes') },
          { value: 'no', label: t('verified.no') },
        ])}
        <BatchChoice id={choices.batch} onChange={(id) => choose('batch', id)} />
      </SimpleGrid>
      {chosen.count > 0 && (
        <Button variant="subtle" size="compact-xs" mt={8} onClick={chosen.clear}>
          {t('filter.clear', { count: chosen.count })}
        </Button>
      )}
    </div>
  );
}

/** The latest uploads; an older one that the address names stays chosen. */
function BatchChoice({ id, onChange }: { id?: string; onChange(id: string | null): void }) {
  const { t } = useTranslation('leads');
  const { moment } = useFormats();
  const batches = useQuery(LeadBatchesDocument).data?.batches.nodes ?? [];
  const data = batches.map((batch) => ({
    value: batch.id,
    label: t('filter.batchLabel', {
      moment: moment(batch.createdAt),
      niche: batch.niche.name,
      count: batch.counts.rows,
    }),
  }));
  const isOlder = id !== undefined && !batches.some((batch) => batch.id === id);
  return (
    <Select
      label={t('filter.batch')}
      placeholder={t('filter.any')}
      data={isOlder ? [...data, { value: id, label: t('filter.olderBatch') }] : data}
      size="xs"
      clearable
      searchable
      comboboxProps={{ width: 320, position: 'bottom-end' }}
      value={id ?? null}
      onChange={onChange}
    />
  );
}
