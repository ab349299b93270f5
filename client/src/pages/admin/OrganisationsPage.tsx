import { useQuery } from '@apollo/client/react';
import { Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import {
  type GovernedFieldsFragment,
  GovernedOrganisationsDocument,
  type GovernedOrganisationsQueryVariables,
} from '../../generated/admin';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { Page, PageSkeleton } from '../../ui/Page';
import { isOneOf, UnknownFilters } from '../../ui/UnknownFilters';
import { type Governing, GovernDialog } from './GovernDialog';
import { OrganisationsTable } from './OrganisationsTable';
import { SearchField } from './SearchField';
import { SearchKeys } from './SearchKeys';
import { PeopleDialog } from './PeopleDialog';

type Filter = NonNullable<GovernedOrganisationsQueryVariables['filter']>;

const KINDS = ['AGENCY', 'BUSINESS', 'PLATFORM'] as const;
const STATUSES = ['PENDING', 'ACTIVE', 'SUSPENDED'] as const;

/** All organisations of the market: agencies to approve, and those to suspend or reinstate. */
export function OrganisationsPage() {
  const { t } = useTranslation('admin');
  return (
    <Page title={t('organisations.title')} lead={t('organisations.lead')} actions={<SearchKeys />}>
      <Organisations />
    </Page>
  );
}

function Organisations() {
  const { t } = useTranslation('admin');
  const { filter, choose, find, clear } = useFilter();
  const [governing, setGoverning] = useState<Governing | null>(null);
  const [looked, setLooked] = useState<GovernedFieldsFragment | null>(null);
  const { data, previousData, error, refetch, fetchMore } = useQuery(GovernedOrganisationsDocument, {
    variables: { filter },
  });
  const shown = data ?? previousData;
  const choice = (name: 'kind' | 'status', values: readonly string[]) => (
    <Select
      size="sm"
      w={200}
      label={t(`organisations.${name}`)}
      placeholder={t('organisations.all')}
      clearable
      clearButtonProps={{ 'aria-label': t('organisations.all') }}
      data={values.map((value) => ({
        value,
        label: t(name === 'kind' ? `common:organisationKind.${value}` : `organisations.statuses.${value}`),
      }))}
      value={filter[name] ?? null}
      onChange={(value) => choose(name, value)}
    />
  );
  const closeGoverning = (isDone: boolean): void => {
    setGoverning(null);
    // What it is now may be none of those that the filter shows.
    if (isDone) void refetch();
  };
  const more = () =>
    fetchMore({
      variables: { after: shown?.organisations.pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { organisations } }) => ({
        organisations: { ...organisations, nodes: [...before.organisations.nodes, ...organisations.nodes] },
      }),
    });
  return (
    <>
      <SearchField label={t('organisations.search')} words={filter.search ?? ''} onWords={find} />
      <Group gap="sm">
        {choice('kind', KINDS)}
        {choice('status', STATUSES)}
      </Group>
      <UnknownFilters
        filters={[
          { name: 'kind', what: t('organisations.kind'), knows: isOneOf(KINDS) },
          { name: 'status', what: t('organisations.status'), knows: isOneOf(STATUSES) },
        ]}
      />
      {error && !shown && <Failure error={error} onRetry={() => void refetch()} />}
      {!shown && !error && <PageSkeleton />}
      {shown && shown.organisations.nodes.length === 0 && (
        <Empty
          title={t(filter.search ? 'organisations.notFound' : 'organisations.none')}
          action={{ label: t('organisations.showAll'), onClick: clear }}
        />
      )}
      {shown && shown.organisations.nodes.length > 0 && (
        <OrganisationsTable organisations={shown.organisations.nodes} onGovern={setGoverning} onPeople={setLooked} />
      )}
      {shown?.organisations.pageInfo.hasNextPage && <More load={more} />}
      <PeopleDialog organisation={looked} onClose={() => setLooked(null)} />
      {governing && <GovernDialog {...governing} onClose={closeGoverning} />}
    </>
  );
}

/** The filter as the address bar has it; what it cannot mean is left aside, and told. */
function useFilter() {
  const [params, setParams] = useSearchParams();
  const filter: Filter = {
    kind: KINDS.find((kind) => kind === params.get('kind')),
    status: STATUSES.find((status) => status === params.get('status')),
    search: params.get('q') || undefined,
  };
  const choose = (name: 'kind' | 'status', value: string | null): void =>
    setParams((before) => {
      if (value) before.set(name, value);
      else before.delete(name);
      return before;
    });
  const find = (words: string): void =>
    setParams(
      (before) => {
        if (words) before.set('q', words);
        else before.delete('q');
        return before;
      },
      { replace: true },
    );
  return { filter, choose, find, clear: () => setParams({}) };
}
