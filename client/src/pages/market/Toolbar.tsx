import { ActionIcon, Button, Group, NativeSelect, Text } from '@mantine/core';
import { LayoutGrid, Rows3, SlidersHorizontal } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MarketSort } from '../../generated/market';
import { SORTS } from './choices';
import styles from './Market.module.css';

export type View = 'rows' | 'cards';

interface ToolbarProps {
  totalCount: number | null;
  /** True while the count is that of the search before. */
  isCounting: boolean;
  sort: MarketSort;
  onSort(sort: MarketSort): void;
  view: View;
  onView(view: View): void;
  /** Opens the filters where they have no room beside the rows. */
  onFilters: (() => void) | null;
  filtersOn: number;
}

/** How many there are, in which order and in which look. */
export function Toolbar({ totalCount, isCounting, sort, onSort, view, onView, onFilters, filtersOn }: ToolbarProps) {
  const { t } = useTranslation('market');
  return (
    <Group justify="space-between" gap="xs" className={styles.toolbar}>
      <Text
        size="sm"
        fw={600}
        role="status"
        aria-busy={isCounting}
        data-loading={isCounting}
        className={`lb-figures ${styles.count}`}
      >
        {totalCount === null ? ' ' : t('count', { count: totalCount })}
      </Text>
      <Group gap="xs" wrap="nowrap">
        {onFilters && (
          <Button
            size="xs"
            variant="default"
            leftSection={<SlidersHorizontal size={14} aria-hidden />}
            onClick={onFilters}
          >
            {filtersOn > 0 ? t('rail.openWith', { count: filtersOn }) : t('rail.open')}
          </Button>
        )}
        <NativeSelect
          size="xs"
          aria-label={t('sort.title')}
          value={sort}
          onChange={({ currentTarget: { value } }) => {
            const chosen = SORTS.find((one) => one === value);
            if (chosen) onSort(chosen);
          }}
          data={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
        />
        {!onFilters && <ViewSwitch view={view} onView={onView} />}
      </Group>
    </Group>
  );
}

function ViewSwitch({ view, onView }: Pick<ToolbarProps, 'view' | 'onView'>) {
  const { t } = useTranslation('market');
  const views = [
    ['rows', Rows3],
    ['cards', LayoutGrid],
  ] as const;
  return (
    <ActionIcon.Group role="group" aria-label={t('view.title')}>
      {views.map(([name, Icon]) => (
        <ActionIcon
          key={name}
          size={30}
          variant={view === name ? 'light' : 'default'}
          aria-pressed={view === name}
          aria-label={t(`view.${name}`)}
          onClick={() => onView(name)}
        >
          <Icon size={16} aria-hidden />
        </ActionIcon>
      ))}
    </ActionIcon.Group>
  );
}
