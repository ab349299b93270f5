import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { JournalEntriesAboutDocument } from '../../generated/admin';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { EntryCard } from './EntryCard';

/** All that was posted for one thing, oldest first: how its money went. */
export function EntriesAbout({ id }: { id: string }) {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useQuery(JournalEntriesAboutDocument, { variables: { id } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={3} />;
  if (data.journalEntriesAbout.length === 0) {
    return <Empty title={t('entries.nothing', { id })} text={t('entries.nothingMeans')} />;
  }
  return (
    <div>
      {data.journalEntriesAbout.map((entry) => (
        <EntryCard key={entry.id} entry={entry} account={null} isOpen />
      ))}
    </div>
  );
}
