import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { TrackedNumbersDocument } from '../../generated/calls';
import { Failure } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { GivenOut } from '../campaigns/usage/GivenOut';
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
  return (
    <GivenOut
      title={t('numbers.title')}
      make={mayMake ? t('numbers.make') : null}
      none={{
        title: t('numbers.none'),
        text: t(campaignId === null || mayMake ? 'numbers.noneMeans' : 'numbers.noneYet'),
      }}
      cards={nodes.map((number) => ({ id: number.id, card: <NumberCard number={number} mayMove={mayMake} /> }))}
      more={pageInfo.hasNextPage ? more : null}
      dialogOf={(way) => <NumberDialog campaignId={campaignId} {...way} />}
      onMade={() => void refetch()}
    />
  );
}
