import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Missing } from '../../app/fallbacks';
import { CallToDisputeDocument } from '../../generated/disputes';
import { Failure } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { callPath } from '../campaigns/usage/billedPaths';
import { CallFacts } from './CallFacts';
import type { Disputable } from './claim';
import { Opening } from './Opening';
import { callMoney } from './subject';

/** A claim about one call. */
export function CallToDispute({ callId, asked }: { callId: string; asked: string | null }) {
  const { t } = useTranslation('disputes');
  const { data, error, refetch } = useQuery(CallToDisputeDocument, { variables: { callId } });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { call, disputeReasons } = data;
  if (!call?.price || !disputeReasons) return <Missing />;
  const { id, price, agency, at, dispute } = call;
  const thing: Disputable = {
    ...{ id, agency, billed: null },
    gross: price,
    kind: 'CALL',
    named: { callId: id },
    heldAt: at,
    windowEndsAt: call.windowEndsAt ?? at,
  };
  return (
    <Opening
      thing={thing}
      money={callMoney(call, price)}
      facts={<CallFacts call={call} />}
      options={disputeReasons}
      asked={asked}
      disputeId={dispute?.id ?? null}
      back={{ label: t('dispute.toCall'), to: callPath(call) }}
    />
  );
}
