import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FacetCountsFragment } from '../../../generated/market';
import type { NicheNode } from '../useNamed';
import { FilterTree } from './FilterTree';
import { Group } from './Group';
import { type FilterNode, toggled } from './tree';
import styles from './Rail.module.css';

/** By this id the keyboard finds the first filter. */
export const NICHE_SEARCH = 'market-niche-search';

/** The tree of niches with counts, and a search by name. */
export function NicheFilter({
  counts,
  named,
  chosen,
  onChoose,
}: {
  counts: FacetCountsFragment['niches'];
  named: readonly NicheNode[];
  chosen: readonly string[];
  onChoose(chosen: string[]): void;
}) {
  const { t } = useTranslation('market');
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<readonly string[]>([]);
  const wanted = search.trim().toLocaleLowerCase();
  const nodes = nodesOf(counts, named);
  const found = wanted === '' ? nodes : matching(nodes, wanted);
  return (
    <Group title={t('rail.niche')}>
      <TextInput
        id={NICHE_SEARCH}
        size="xs"
        type="search"
        aria-label={t('rail.findNiche')}
        placeholder={t('rail.findNiche')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {found.length === 0 && <p className={styles.nothing}>{t(wanted === '' ? 'rail.noNicheFits' : 'rail.noNiche')}</p>}
      <FilterTree
        nodes={found}
        chosen={chosen}
        onToggle={(key) => onChoose(toggled(nodes, chosen, key))}
        opened={opened}
        onOpen={setOpened}
      />
    </Group>
  );
}

/** The counted niches, and those that are chosen though nothing of them is on sale. */
function nodesOf(counts: FacetCountsFragment['niches'], named: readonly NicheNode[]): FilterNode[] {
  const counted = new Set(counts.map(({ niche }) => niche.id));
  const all = [...counts, ...named.filter(({ id }) => !counted.has(id)).map((niche) => ({ niche, count: 0 }))];
  const slugs = new Map(all.map(({ niche }) => [niche.id, niche.slug]));
  return all.map(({ niche, count }) => ({
    key: niche.slug,
    label: niche.name,
    count,
    parentKey: slugs.get(niche.parent?.id ?? '') ?? null,
    canOpen: all.some(({ niche: other }) => other.parent?.id === niche.id),
  }));
}

/** What matches stands without its tree. */
const matching = (nodes: readonly FilterNode[], wanted: string): FilterNode[] =>
  nodes
    .filter(({ label }) => label.toLocaleLowerCase().includes(wanted))
    .map((node) => ({ ...node, parentKey: null, canOpen: false }));
