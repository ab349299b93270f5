import { useQuery } from '@apollo/client/react';
import { useWhole, withPage } from '../../../app/useWhole';
import { ApprovedCampaignsDocument, type ApprovedCampaignsQuery } from '../../../generated/clicks';

type Campaign = ApprovedCampaignsQuery['campaignApplications']['nodes'][number]['campaign'];

/** The campaigns of a model that take the agency and are not over; empty until they are read. */
export function useTakenBy(model: Campaign['model']) {
  const { data, error, refetch, fetchMore } = useQuery(ApprovedCampaignsDocument);
  useWhole(data?.campaignApplications, (after) =>
    fetchMore({
      variables: { after },
      updateQuery: (shown, { fetchMoreResult: next }) => ({
        campaignApplications: withPage(shown.campaignApplications, next.campaignApplications),
      }),
    }),
  );
  const campaigns: Campaign[] = (data?.campaignApplications.nodes ?? [])
    .map(({ campaign }) => campaign)
    .filter((campaign) => campaign.model === model && campaign.state !== 'ENDED');
  return { campaigns, error: data ? undefined : error, refetch };
}
