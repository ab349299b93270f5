import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { JournalEntriesDocument } from '../../generated/admin';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { EntryCard } from './EntryCard';
import { useOwners } from './useOwners';

/** Entries of one account, or of the whole journal, newest first. */
export function EntryList({ account }: { account: string | null }) {
  const { t } = useTranslation('admin');
  const ownerOf = useOwners();
  const { data, error, loading, refetch, fetchMore } = useQuery(JournalEntriesDocument, { variables: { account } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { nodes, pageInfo } = data.journalEntries;
  if (nodes.length === 0) return <Empty title={t('entries.none')} />;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (before, { fetchMoreResult: { journalEntries } }) => ({
        journalEntries: { ...journalEntries, nodes: [...before.journalEntries.nodes, ...journalEntries.nodes] },
      }),
    });
  return (
    <>
      <div>
        {nodes.map((entry) => (
          <EntryCard key={entry.id} entry={entry} account={account} ownerOf={ownerOf} />
        ))}
      </div>
      {pageInfo.hasNextPage && (
        <Button variant="default" loading={loading} onClick={() => void more()} style={{ alignSelf: 'center' }}>
          {t('common:list.more')}
        </Button>
      )}
    </>
  );
}
