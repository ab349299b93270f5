import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { JournalEntriesDocument } from '../../generated/admin';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { EntryCard } from './EntryCard';

/** Entries of one account, or of the whole journal, newest first. */
export function EntryList({ account }: { account: string | null }) {
  const { t } = useTranslation('admin');
  const { data, error, refetch, fetchMore } = useQuery(JournalEntriesDocument, { variables: { account } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { nodes, pageInfo } = data.journalEntries;
  if (nodes.length === 0 && account)
    return <Empty title={t('entries.noAccount', { account })} text={t('entries.noAccountMeans')} />;
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
          <EntryCard key={entry.id} entry={entry} account={account} />
        ))}
      </div>
      {pageInfo.hasNextPage && <More load={more} />}
    </>
  );
}
