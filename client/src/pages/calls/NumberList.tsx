import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TrackedNumbersDocument } from '../../generated/calls';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import styles from '../campaigns/usage/usage.module.css';
import { NumberCard } from './NumberCard';
import { NumberDialog } from './NumberDialog';

interface Props {
  /** Null: all numbers of the agency. */
  campaignId: string | null;
  mayMake: boolean;
}

/** Tracked numbers, the newest first. */
export function NumberList({ campaignId, mayMake }: Props) {
  const { t } = useTranslation('calls');
  const [isMaking, setIsMaking] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(TrackedNumbersDocument, { variables: { campaignId } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={3} />;
  const { nodes, pageInfo } = data.trackedNumbers;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { trackedNumbers } }) => ({
        trackedNumbers: { ...trackedNumbers, nodes: [...shown.trackedNumbers.nodes, ...trackedNumbers.nodes] },
      }),
    });
  const open = (): void => setIsMaking(true);
  return (
    <section aria-label={t('numbers.title')}>
      {mayMake && nodes.length > 0 && (
        <Group justify="flex-end" mb="md">
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={open}>
            {t('numbers.make')}
          </Button>
        </Group>
      )}
      {nodes.length === 0 && (
        <Empty
          title={t('numbers.none')}
          text={t(campaignId === null || mayMake ? 'numbers.noneMeans' : 'numbers.noneYet')}
          {...(mayMake ? { action: { label: t('numbers.make'), onClick: open } } : {})}
        />
      )}
      <ul className={styles.cards}>
        {nodes.map((number) => (
          <li key={number.id}>
            <NumberCard number={number} mayMove={mayMake} />
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && <More load={more} />}
      {isMaking && (
        <NumberDialog
          campaignId={campaignId}
          onClose={() => setIsMaking(false)}
          onMade={() => {
            setIsMaking(false);
            void refetch();
          }}
        />
      )}
    </section>
  );
}
