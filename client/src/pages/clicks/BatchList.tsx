import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../../app/address';
import { ClickBatchesDocument, OneClickBatchDocument } from '../../generated/clicks';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { BatchTable } from './BatchTable';

/** The batch that is looked at alone stands in the address, so that a dispute leads to the very one. */
const NAME = 'batch';

/** What is billed and held as one: an hour of one agency's clicks to one campaign. */
export function BatchList({ campaignId }: { campaignId: string | null }) {
  const [params] = useSearchParams();
  const id = params.get(NAME);
  return id ? <OneBatch id={id} isOfCampaign={campaignId !== null} /> : <AllBatches campaignId={campaignId} />;
}

function OneBatch({ id, isOfCampaign }: { id: string; isOfCampaign: boolean }) {
  const { t } = useTranslation('clicks');
  const changeAddress = useAddressChange();
  const { data, error, refetch } = useQuery(OneClickBatchDocument, { variables: { id } });
  const showAll = (): void =>
    changeAddress((before) => {
      before.delete(NAME);
      return before;
    });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const all = { label: t('batch.all'), onClick: showAll };
  if (!data.clickBatch) return <Empty title={t('batch.gone')} text={t('batch.goneMeans')} action={all} />;
  return (
    <>
      <Button variant="default" size="xs" mb="sm" onClick={showAll}>
        {all.label}
      </Button>
      <BatchTable batches={[data.clickBatch]} isOfCampaign={isOfCampaign} />
    </>
  );
}

function AllBatches({ campaignId }: { campaignId: string | null }) {
  const { t } = useTranslation('clicks');
  const { data, error, refetch, fetchMore } = useQuery(ClickBatchesDocument, { variables: { campaignId } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { nodes, pageInfo } = data.clickBatches;
  if (nodes.length === 0) return <Empty title={t('batch.none')} text={t('batch.noneMeans')} />;
  const more = () =>
    fetchMore({
      variables: { after: pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { clickBatches } }) => ({
        clickBatches: { ...clickBatches, nodes: [...shown.clickBatches.nodes, ...clickBatches.nodes] },
      }),
    });
  return (
    <>
      <BatchTable batches={nodes} isOfCampaign={campaignId !== null} />
      {pageInfo.hasNextPage && <More load={more} />}
    </>
  );
}
