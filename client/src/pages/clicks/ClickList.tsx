import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { ClicksDocument } from '../../generated/clicks';
import { Empty } from '../../ui/Empty';
import { Failure } from '../../ui/Failure';
import { More } from '../../ui/More';
import { PageSkeleton } from '../../ui/Page';
import { UsageFilters, Waiting } from '../campaigns/usage/UsageFilters';
import { useLiveRows } from '../campaigns/usage/useLiveRows';
import { useUsageFilter } from '../campaigns/usage/useUsageFilter';
import { ClickTable } from './ClickTable';
import { CountryCredit } from './CountryCredit';
import { Ear } from './Ear';
import { VERDICTS } from './verdicts';

interface Props {
  /** Null: of all campaigns of the viewer. */
  campaignId: string | null;
  /** The campaigns whose clicks are shown as they come. */
  liveOf: readonly string[];
}

/** Clicks as they come, the newest first, with why each was billed or not; the address says which. */
export function ClickList({ campaignId, liveOf }: Props) {
  const { t } = useTranslation('clicks');
  const { filter, choose } = useUsageFilter(VERDICTS);
  const isAgency = useViewer().organisation.kind === 'AGENCY';
  const { data, error, refetch, fetchMore } = useQuery(ClicksDocument, { variables: { campaignId, ...filter } });
  const page = data?.clicks;
  const { rows, waiting, heard, showAll } = useLiveRows(filter, page?.nodes ?? []);
  const isFiltered = filter.verdict !== null || filter.subId !== null;
  const more = () =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { clicks } }) => ({
        clicks: { ...clicks, nodes: [...shown.clicks.nodes, ...clicks.nodes] },
      }),
    });
  return (
    <section aria-label={t('title')}>
      {liveOf.map((id) => (
        <Ear key={id} campaignId={id} onHeard={heard} />
      ))}
      <UsageFilters
        model="CLICK"
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
      {data && rows.length > 0 && <ClickTable clicks={rows} isOfCampaign={campaignId !== null} isAgency={isAgency} />}
      {page?.pageInfo.hasNextPage && <More load={more} />}
      {rows.length > 0 && <CountryCredit />}
    </section>
  );
}
