import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Missing } from '../../app/fallbacks';
import { BatchToDisputeDocument } from '../../generated/disputes';
import { Failure } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { LOOK_EVERY_MS, useIsDue } from '../clicks/useIsDue';
import { batchPath } from '../campaigns/usage/billedPaths';
import { BatchFacts } from './BatchFacts';
import type { Disputable } from './claim';
import { Opening } from './Opening';

const UNKNOWN = { state: 'OPEN', windowOpensAt: null } as const;

/** A claim about clicks of one batch; of one that is billed just now, once it is. */
export function BatchToDispute({ clickBatchId, asked }: { clickBatchId: string; asked: string | null }) {
  const { t } = useTranslation('disputes');
  const { data, error, refetch, startPolling, stopPolling } = useQuery(BatchToDisputeDocument, {
    variables: { clickBatchId },
    skipPollAttempt: () => document.hidden,
  });
  const isDue = useIsDue(data?.clickBatch ?? UNKNOWN);
  useEffect(() => {
    if (!isDue) return undefined;
    startPolling(LOOK_EVERY_MS);
    return stopPolling;
  }, [isDue, startPolling, stopPolling]);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { clickBatch: batch, disputeReasons } = data;
  if (!batch || !disputeReasons) return <Missing />;
  const { id, gross, agency, to, billed, parts, dispute } = batch;
  const thing: Disputable = {
    ...{ id, gross, agency, billed, parts },
    kind: 'CLICK_BATCH',
    named: { clickBatchId: id },
    heldAt: to,
    windowOpensAt: batch.windowOpensAt,
    windowEndsAt: batch.windowEndsAt ?? to,
  };
  return (
    <Opening
      thing={thing}
      money={batch}
      facts={<BatchFacts batch={batch} />}
      options={disputeReasons}
      asked={asked}
      disputeId={dispute?.id ?? null}
      back={{ label: t('dispute.toBatch'), to: batchPath(batch, 'BUYER') }}
    />
  );
}
