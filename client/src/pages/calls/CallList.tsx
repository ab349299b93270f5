import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { CallsDocument } from '../../generated/calls';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { late } from '../../ui/late';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { UsageFilters, Waiting } from '../campaigns/usage/UsageFilters';
import { useLiveRows } from '../campaigns/usage/useLiveRows';
import { useUsageFilter } from '../campaigns/usage/useUsageFilter';
import { CallEar } from './CallEar';
import { CallTable } from './CallTable';
import { useCallAddress } from './useCallAddress';
import { VERDICTS } from './verdicts';

const CallDrawer = late(() => import('./CallDrawer'));

interface Props {
  /** Null: of all campaigns of the viewer. */
  campaignId: string | null;
  /** The campaigns whose calls are shown as they ring, are answered and end. */
  liveOf: readonly string[];
}

/** Calls as they come, the newest first, with what became of each; the address says which, and which one is looked at. */
export function CallList({ campaignId, liveOf }: Props) {
  const { t } = useTranslation('calls');
  const { filter, choose } = useUsageFilter(VERDICTS);
  const { openId, addressOf, close } = useCallAddress();
  const isAgency = useViewer().organisation.kind === 'AGENCY';
  const { data, error, refetch, fetchMore } = useQuery(CallsDocument, { variables: { campaignId, ...filter } });
  const page = data?.calls;
  const { rows, waiting, heard, showAll } = useLiveRows(filter, page?.nodes ?? []);
  const isFiltered = filter.verdict !== null || filter.subId !== null;
  const more = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { calls } }) => ({
        calls: { ...calls, nodes: [...shown.calls.nodes, ...calls.nodes] },
      }),
    });
  return (
    <section aria-label={t('title')}>
      {liveOf.map((id) => (
        <CallEar key={id} campaignId={id} onHeard={heard} />
      ))}
      <UsageFilters
        model="CALL"
        verdicts={VERDICTS.map((verdict) => ({ value: verdict, label: t(`verdict.${verdict}`) }))}
        filter={filter}
        choose={choose}
      />
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <PageSkeleton />}
      {data && rows.length === 0 && (
        <Empty
          title={t(isFiltered ? 'filter.none' : 'none')}
          text={t(isFiltered ? 'filter.noneMeans' : isAgency ? 'noneAgency' : 'noneBusiness')}
        />
      )}
      <Waiting count={waiting} onShow={showAll} />
      {data && rows.length > 0 && (
        <CallTable calls={rows} isOfCampaign={campaignId !== null} isAgency={isAgency} addressOf={addressOf} />
      )}
      {page?.pageInfo.hasNextPage && <More load={more} />}
      {openId && <CallDrawer key={openId} id={openId} onClose={close} />}
    </section>
  );
}
