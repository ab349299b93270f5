import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { CatalogueRegionDocument } from '../../generated/admin';
import { Failure } from '../../ui/Failure';
import { FormDialog, type FormState } from '../../ui/FormDialog';
import { Page, PageSkeleton } from '../../ui/Page';
import { SearchField } from './SearchField';
import { SearchKeys } from './SearchKeys';
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
  const [form, setForm] = useState<FormState>({ isSending: false, isDirty: false });
  const isAdding = params.has('add') && within.region?.kind !== 'CITY';
  const to = (changes: Record<string, string | null>): string => `?${changed(params, changes).toString()}`;
  const close = (): void => setParams((before) => changed(before, { region: null, add: null }));
  return (
    <Page
      title={t('regions.title')}
      lead={t('regions.lead')}
      actions={
        <>
          <SearchKeys />
          {within.region?.kind !== 'CITY' && (
            <Button component={Link} to={to({ add: '1' })} leftSection={<Plus size={16} aria-hidden />}>
              {t('regions.add')}
            </Button>
          )}
        </>
      }
    >
      <SearchField
        label={t('regions.search')}
        words={search}
        onWords={(words) => setParams((before) => changed(before, { q: words || null }), { replace: true })}
      />
      <RegionPath path={within.region?.path ?? []} />
      {within.isLoading ? (
        <PageSkeleton />
      ) : (
        <RegionList parentId={within.region?.id} search={search} toChange={(code) => to({ region: code })} />
      )}
      {opened.error && <Failure error={opened.error} />}
      {(opened.region || isAdding) && (
        <FormDialog
          kind="drawer"
          onClose={close}
          title={opened.region?.name ?? t('regions.addIn', { name: within.region?.name ?? t('regions.world') })}
          {...form}
        >
          <RegionForm
            key={opened.region?.id ?? 'new'}
            region={opened.region ?? undefined}
            parent={within.region ?? null}
            onState={setForm}
            onDone={close}
          />
        </FormDialog>
      )}
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
