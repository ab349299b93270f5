import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { CatalogueRegionsDocument, type CatalogueRegionsQuery } from '../../generated/admin';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { Table } from '../../ui/Table';
import styles from './admin.module.css';

type Region = CatalogueRegionsQuery['regions']['nodes'][number];

/** The regions right under a parent, or all within it that a search finds. */
export function RegionList({
  parentId,
  search,
  toChange,
}: {
  parentId: string | undefined;
  search: string;
  toChange(code: string): string;
}) {
  const { t } = useTranslation('admin');
  const { data, previousData, error, refetch, fetchMore } = useQuery(CatalogueRegionsDocument, {
    variables: { parent: parentId, search: search || null },
  });
  const shown = (data ?? previousData)?.regions;
  if (error && !shown) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!shown) return <PageSkeleton />;
  if (shown.nodes.length === 0) {
    return search ? (
      <Empty title={t('regions.notFound')} text={t('regions.notFoundMeans')} />
    ) : (
      <Empty title={t('regions.nothingBelow')} />
    );
  }
  const more = () =>
    fetchMore({
      variables: { after: shown.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { regions } }) => ({
        regions: { ...regions, nodes: [...before.regions.nodes, ...regions.nodes] },
      }),
    });
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {t('regions.count', { count: shown.totalCount })}
      </Text>
      <RegionTable regions={shown.nodes} isSearch={search !== ''} toChange={toChange} />
      {shown.pageInfo.hasNextPage && <More load={more} />}
      <Text size="xs" c="dimmed">
        {shown.credit}
      </Text>
    </>
  );
}

function RegionTable({
  regions,
  isSearch,
  toChange,
}: {
  regions: readonly Region[];
  isSearch: boolean;
  toChange(code: string): string;
}) {
  const { t } = useTranslation('admin');
  return (
    <Table
      caption={t('regions.title')}
      columns={[
        t('regions.name'),
        t('regions.kind'),
        { name: t('regions.code'), className: styles.lesser },
        { name: t('regions.population'), isNumber: true },
        { name: t('regions.change'), isHidden: true },
      ]}
    >
      <tbody>
        {regions.map((region) => (
          <RegionRow key={region.id} region={region} isSearch={isSearch} toChange={toChange(region.code)} />
        ))}
      </tbody>
    </Table>
  );
}

function RegionRow({ region, isSearch, toChange }: { region: Region; isSearch: boolean; toChange: string }) {
  const { t } = useTranslation('admin');
  const { number } = useFormats();
  const { code, kind, name, population, tier, path } = region;
  const around = path.slice(0, -1).map((part) => part.name);
  return (
    <tr>
      <th scope="row">
        <Link to={kind === 'CITY' ? toChange : `?in=${code}`} className={styles.open}>
          {name}
        </Link>
        {isSearch && around.length > 0 && (
          <Text size="xs" c="dimmed">
            {around.join(' › ')}
          </Text>
        )}
      </th>
      <td>{kind === 'CITY' ? t(`regions.tiers.${tier}`) : t(`regions.kinds.${kind}`)}</td>
      <td className={styles.lesser}>{code}</td>
      <td className="lb-number">{population === null ? t('regions.unknown') : number(population)}</td>
      <td className="lb-number">
        <Link to={toChange} aria-label={t('regions.changeOf', { name })}>
          {t('regions.change')}
        </Link>
      </td>
    </tr>
  );
}
