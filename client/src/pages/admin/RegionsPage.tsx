import { useQuery } from '@apollo/client/react';
import { Button, Drawer, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Plus, Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { CatalogueRegionDocument } from '../../generated/admin';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { RegionForm } from './RegionForm';
import { RegionList } from './RegionList';
import { RegionPath } from './RegionPath';

/** The tree of regions: browsed from the countries down, or searched by any spelling. */
export function RegionsPage() {
  const { t } = useTranslation('admin');
  const [params, setParams] = useSearchParams();
  const within = useRegion(params.get('in'));
  const opened = useRegion(params.get('region'));
  const search = params.get('q') ?? '';
  const isAdding = params.has('add') && within.region?.kind !== 'CITY';
  const to = (changes: Record<string, string | null>): string => `?${changed(params, changes).toString()}`;
  const close = (): void => setParams((before) => changed(before, { region: null, add: null }));
  const findSoon = useDebouncedCallback((words: string) => {
    setParams((before) => changed(before, { q: words || null }), { replace: true });
  }, 250);
  return (
    <Page
      title={t('regions.title')}
      lead={t('regions.lead')}
      actions={
        within.region?.kind !== 'CITY' && (
          <Button component={Link} to={to({ add: '1' })} leftSection={<Plus size={16} aria-hidden />}>
            {t('regions.add')}
          </Button>
        )
      }
    >
      <TextInput
        type="search"
        maw={400}
        aria-label={t('regions.search')}
        placeholder={t('regions.search')}
        leftSection={<Search size={16} aria-hidden />}
        defaultValue={search}
        key={search === '' ? 'empty' : 'search'}
        onChange={(event) => findSoon(event.currentTarget.value)}
      />
      <RegionPath path={within.region?.path ?? []} />
      {within.isLoading ? (
        <PageSkeleton />
      ) : (
        <RegionList parentId={within.region?.id} search={search} toChange={(code) => to({ region: code })} />
      )}
      <Drawer
        opened={Boolean(opened.region) || isAdding}
        onClose={close}
        position="right"
        size="md"
        title={opened.region?.name ?? t('regions.addIn', { name: within.region?.name ?? t('regions.world') })}
        closeButtonProps={{ 'aria-label': t('common:act.close') }}
      >
        {opened.error && <Failure error={opened.error} />}
        {(opened.region || isAdding) && (
          <RegionForm
            key={opened.region?.id ?? 'new'}
            region={opened.region ?? undefined}
            parent={within.region ?? null}
            onDone={close}
          />
        )}
      </Drawer>
    </Page>
  );
}

/** The region that the address names; none where the code means nothing. */
function useRegion(code: string | null) {
  const { data, loading, error } = useQuery(CatalogueRegionDocument, {
    variables: { code: code ?? '' },
    skip: code === null,
  });
  return { region: code === null ? null : data?.region, isLoading: loading && !data, error };
}

function changed(params: URLSearchParams, changes: Record<string, string | null>): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return next;
}
