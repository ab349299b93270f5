import { useApolloClient, useQuery } from '@apollo/client/react';
import { TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type FacetCountsFragment,
  type MarketFilter,
  MarketRegionByCodeDocument,
  MarketRegionCountsDocument,
  type MarketRegionFragment,
  MarketRegionSearchDocument,
} from '../../../generated/market';
import type { RegionPath } from '../useNamed';
import { FilterTree } from './FilterTree';
import { Group } from './Group';
import { type FilterNode, narrowed, toggled } from './tree';
import styles from './Rail.module.css';

interface RegionFilterProps {
  counts: FacetCountsFragment['regions'];
  filter: MarketFilter;
  named: readonly RegionPath[];
  chosen: readonly string[];
  onChoose(chosen: string[]): void;
}

/** Countries and what lies under them, with counts; any place of the world by its name. */
export function RegionFilter({ counts, filter, named, chosen, onChoose }: RegionFilterProps) {
  const { t } = useTranslation('market');
  const [search, setSearch] = useState('');
  const [opened, setOpened] = useState<readonly string[]>([]);
  const { nodes, pathOf } = useRegionNodes({ counts, filter, named }, opened);
  const keep = useKeepPath();
  return (
    <Group title={t('rail.region')}>
      <TextInput
        size="xs"
        type="search"
        aria-label={t('rail.findRegion')}
        placeholder={t('rail.findRegion')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {search.trim() === '' ? (
        <FilterTree
          nodes={nodes}
          chosen={chosen}
          onToggle={(key) => {
            keep(pathOf(key));
            onChoose(toggled(nodes, chosen, key));
          }}
          opened={opened}
          onOpen={setOpened}
        />
      ) : (
        <FoundRegions
          search={search.trim()}
          onPick={(path) => {
            setSearch('');
            keep(path);
            const codes = path.map(({ code }) => code);
            onChoose(narrowed(nodes, chosen, codes.at(-1)!, codes.slice(0, -1)));
          }}
        />
      )}
    </Group>
  );
}

/**
 * Counts come for countries and for what lies directly under each region that is asked for. So the opened ones are asked
 * for too, in a request of their own: a region's count does not hang on which regions are chosen.
 */
function useRegionNodes(
  { counts, filter, named }: Pick<RegionFilterProps, 'counts' | 'filter' | 'named'>,
  opened: readonly string[],
): { nodes: FilterNode[]; pathOf(code: string): RegionPath } {
  const idsOnTheWay = named.flatMap((path) => path.map(({ id }) => id));
  const [known, setKnown] = useState<ReadonlyMap<string, string>>(new Map());
  const asked = [...new Set([...idsOnTheWay, ...opened.flatMap((code) => known.get(code) ?? [])])];
  const { data, previousData } = useQuery(MarketRegionCountsDocument, {
    variables: { filter: { ...filter, regionIds: asked } },
    skip: asked.length === 0,
    fetchPolicy: 'network-only',
  });
  const answer = asked.length === 0 ? undefined : (data ?? previousData);
  const counted = answer?.market.facets.regions ?? counts;
  const all = new Map(counted.map(({ region, count }) => [region.id, { region, count }]));
  for (const region of named.flat()) if (!all.has(region.id)) all.set(region.id, { region, count: 0 });
  const regions = [...all.values()];
  if (regions.some(({ region }) => !known.has(region.code))) {
    setKnown(new Map([...known, ...regions.map(({ region }) => [region.code, region.id] as const)]));
  }
  const nodes = regions.map(({ region, count }) => ({
    key: region.code,
    label: region.name,
    count,
    parentKey: all.get(region.parent?.id ?? '')?.region.code ?? null,
    canOpen: region.kind !== 'CITY',
  }));
  const upFrom = (region: MarketRegionFragment | undefined): MarketRegionFragment[] =>
    region ? [...upFrom(all.get(region.parent?.id ?? '')?.region), region] : [];
  return { nodes, pathOf: (code) => upFrom(regions.find(({ region }) => region.code === code)?.region) };
}

/** Keeps a place that is about to be chosen as if it had been looked up: what it is called is known already. */
function useKeepPath(): (path: RegionPath) => void {
  const { cache } = useApolloClient();
  return (path) => {
    const region = path.at(-1);
    if (!region || path[0]!.parent !== null) return;
    cache.writeQuery({
      query: MarketRegionByCodeDocument,
      variables: { code: region.code },
      data: { region: { ...region, path: [...path] } },
    });
  };
}

function FoundRegions({ search, onPick }: { search: string; onPick(path: RegionPath): void }) {
  const { t } = useTranslation('market');
  const [asked] = useDebouncedValue(search, 200);
  const { data, error } = useQuery(MarketRegionSearchDocument, { variables: { search: asked } });
  if (error) return <p className={styles.nothing}>{t('common:failure.offline')}</p>;
  const found = data?.regions.nodes;
  if (found?.length === 0) return <p className={styles.nothing}>{t('rail.noRegion')}</p>;
  return (
    <ul className={styles.branch}>
      {found?.map(({ code, name, path }) => (
        <li key={code}>
          <UnstyledButton className={styles.found} onClick={() => onPick(path)}>
            {name}{' '}
            <span className={styles.count}>
              {path
                .slice(0, -1)
                .map((around) => around.name)
                .reverse()
                .join(', ')}
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
